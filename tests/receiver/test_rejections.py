"""Why a delivery is refused: every cause, one status for the stranger, nothing about it in the answer, nothing started."""

import base64
import json
import logging
import time
from collections.abc import Callable
from typing import Any

import pytest
import structlog

from domain.models import Event, Trigger
from domain.verdict import Outcome, RejectionCause
from tests.api.world import SECRET
from tests.receiver.shop import ACCOUNT, SIGNED, Shop, signature

BODY = json.dumps({"team": ACCOUNT}).encode()
STAMPED = {
    "hmac": {
        "header": "X-Signature",
        "secret": "{{secrets.SIGNING}}",
        "timestampHeader": "X-Time",
        "signedContent": "{timestamp}.{body}",
    }
}
BASIC = {"basic": {"username": "hook", "password": "{{secrets.SIGNING}}"}}
TOKEN = {"token": {"header": "X-Token", "secret": "{{secrets.SIGNING}}"}}
IN_FORM = {"token": {"formField": "token", "secret": "{{secrets.SIGNING}}"}}


def stamped(at: str) -> dict[str, str]:
    return {"x-time": at, "x-signature": signature(f"{at}.".encode() + BODY)}


def basic(username: str, password: str) -> dict[str, str]:
    pair = base64.b64encode(f"{username}:{password}".encode()).decode()
    return {"authorization": f"Basic {pair}"}


CASES: list[tuple[Any, dict[str, str], RejectionCause]] = [
    (SIGNED, {}, RejectionCause.SIGNATURE_MISSING),
    (SIGNED, {"x-signature": ""}, RejectionCause.SIGNATURE_MISSING),
    (SIGNED, {"x-signature": "no hex at all"}, RejectionCause.SIGNATURE_MALFORMED),
    (SIGNED, {"x-signature": "é"}, RejectionCause.SIGNATURE_MALFORMED),
    (SIGNED, {"x-signature": "0" * 64}, RejectionCause.SIGNATURE_MISMATCH),
    (SIGNED, {"x-signature": signature(BODY, "guessed")}, RejectionCause.SIGNATURE_MISMATCH),
    (SIGNED, {"x-signature": signature(BODY + b" ")}, RejectionCause.SIGNATURE_MISMATCH),
    (STAMPED, {"x-signature": signature(BODY)}, RejectionCause.TIMESTAMP_MISSING),
    (STAMPED, stamped("yesterday"), RejectionCause.TIMESTAMP_MALFORMED),
    (STAMPED, stamped("1" * 5_000), RejectionCause.TIMESTAMP_MALFORMED),
    (STAMPED, stamped("1000000000"), RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE),
    (BASIC, {}, RejectionCause.CREDENTIALS_MISSING),
    (BASIC, basic("hook", "guessed"), RejectionCause.CREDENTIALS_MISMATCH),
    (BASIC, {"authorization": "Basic ÿÿÿ"}, RejectionCause.CREDENTIALS_MISMATCH),
    (TOKEN, {}, RejectionCause.CREDENTIALS_MISSING),
    (TOKEN, {"x-token": SECRET + "x"}, RejectionCause.CREDENTIALS_MISMATCH),
    (IN_FORM, {"content-type": "application/json"}, RejectionCause.MALFORMED),
    (None, {}, RejectionCause.VERIFICATION_NOT_CONFIGURED),
]


@pytest.mark.parametrize(("verification", "headers", "cause"), CASES)
async def test_refused_delivery_has_its_cause_an_empty_401_and_starts_nothing(
    shop: Shop, verification: Any, headers: dict[str, str], cause: RejectionCause
) -> None:
    trigger = await shop.place(verification=verification)
    raw = {name.encode(): value.encode("latin-1") for name, value in headers.items()}

    sent = await shop.send(trigger.url, BODY, headers=raw)

    assert sent.verdict == (401, Outcome.REJECTED, cause)
    assert sent.reply.content == b""
    assert sorted(sent.reply.headers) == ["content-length", "date"]
    assert bytes(sent.row.body) == BODY
    assert len(sent.row.explanation) > 10
    verdict = await shop.verdict(trigger, sent.row)
    assert (verdict.outcome, verdict.cause, verdict.is_verified) == ("REJECTED", cause, False)
    assert await Event.filter(trigger_id=trigger.id).count() == 0
    assert (await Trigger.get(id=trigger.id)).proven_fingerprint is None


@pytest.mark.parametrize(
    ("verification", "headers"),
    [
        (SIGNED, lambda: {"x-signature": signature(BODY)}),
        (STAMPED, lambda: stamped(str(int(time.time())))),
        (BASIC, lambda: basic("hook", SECRET)),
        (TOKEN, lambda: {"x-token": SECRET}),
        ({"none": True}, dict),
    ],
)
async def test_genuine_delivery_is_an_event_and_its_secret_is_not_written_down(
    shop: Shop, verification: Any, headers: Callable[[], dict[str, str]]
) -> None:
    trigger = await shop.place(verification=verification)

    sent = await shop.send(trigger.url, BODY, headers=headers())

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(trigger) == [(sent.row.id, shop.sandbox)]
    assert SECRET not in sent.row.headers
    assert basic("hook", SECRET)["authorization"][6:] not in sent.row.headers


async def test_expected_signature_and_secret_are_nowhere(
    shop: Shop, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    trigger = await shop.place(response={"echoBody": True})
    caplog.set_level(logging.DEBUG)

    with structlog.testing.capture_logs() as lines:
        sent = await shop.send(trigger.url, BODY, headers={"x-signature": "0" * 64})

    verdict = await shop.verdict(trigger, sent.row)
    printed = capsys.readouterr()
    written = [sent.row.explanation, verdict.explanation, sent.row.headers, sent.row.reply_headers]
    seen = [*map(repr, lines), caplog.text, printed.out, printed.err, sent.reply.text]
    for text in [*written, *seen, repr(sent.reply.headers)]:
        assert signature(BODY) not in text
        assert SECRET not in text


async def test_signature_sent_twice_is_refused_unless_either_is_genuine(shop: Shop) -> None:
    trigger = await shop.place()
    forged = [("x-signature", "0" * 64), ("x-signature", "1" * 64)]

    refused = await shop.send(trigger.url, BODY, headers=forged)

    assert refused.verdict[:2] == (401, Outcome.REJECTED)
    kept = [pair for pair in json.loads(refused.row.headers) if pair[0] == "x-signature"]
    assert kept == [["x-signature", "0" * 64], ["x-signature", "1" * 64]]
