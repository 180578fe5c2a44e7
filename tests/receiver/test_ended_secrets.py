"""A secret that was replaced counts until the end that the wizard was given, and no longer."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.models import Event
from domain.verdict import Outcome, RejectionCause
from tests.api.world import SECRET, SET_SECRET
from tests.receiver.shop import ACCOUNT, Shop, signature

PREVIOUS = "the-one-before"
BODY = json.dumps({"team": ACCOUNT}).encode()


def rotating(until: timedelta | None) -> Any:
    form: dict[str, Any] = {
        "header": "X-Signature",
        "secret": "{{secrets.SIGNING}}",
        "previousSecret": "{{secrets.PREVIOUS}}",
    }
    if until is not None:
        form["previousSecretUntil"] = (datetime.now(UTC) + until).isoformat()
    return {"hmac": form}


@pytest.mark.parametrize("until", [None, timedelta(days=1)], ids=["no end", "tomorrow"])
async def test_a_previous_secret_counts_before_its_end(shop: Shop, until: timedelta | None) -> None:
    await shop.editor.change(SET_SECRET, name="PREVIOUS", value=PREVIOUS)
    trigger = await shop.place(verification=rotating(until))

    for secret in (SECRET, PREVIOUS):
        sent = await shop.send(trigger.url, BODY, secret=secret)
        assert sent.verdict == (200, Outcome.EVENT, None)


async def test_a_previous_secret_counts_no_more_after_its_end(shop: Shop) -> None:
    await shop.editor.change(SET_SECRET, name="PREVIOUS", value=PREVIOUS)
    trigger = await shop.place(verification=rotating(timedelta(seconds=-1)))

    ended = await shop.send(trigger.url, BODY, headers={"x-signature": signature(BODY, PREVIOUS)})

    assert ended.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    assert ended.reply.content == b""
    assert await Event.filter(trigger_id=trigger.id).count() == 0
    current = await shop.send(trigger.url, BODY, secret=SECRET)
    assert current.verdict == (200, Outcome.EVENT, None)
