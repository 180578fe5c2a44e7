"""The signature doctor: a refused delivery and a secret lead to the scheme that verifies it, in a sentence and in one go."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any, Final

import pytest

from domain.models import Delivery, Trigger
from tests.api.doctor import APPLY, DIAGNOSE, Patient, hints, patient
from tests.api.world import Editor, World
from tests.endtoend.senders import SENDERS, Sender, Sending

SECRET: Final = "cGxhbnRlZC1zZWNyZXQtb2YtYWNtZQ=="
BODY: Final = b'{"id": "evt_1", "type": "item.created", "amount": 1e2}'
Sign = Callable[[], dict[str, str]]


def digest(content: bytes, algorithm: str = "sha256", key: bytes = SECRET.encode()) -> bytes:
    return hmac.new(key, content, algorithm).digest()


def b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


async def refused(
    one: Patient, headers: dict[str, str], body: bytes = BODY, query: str = ""
) -> None:
    sent = {"content-type": "application/json", **headers}
    assert (await one.deliver(body, sent, query)).status_code == 401


@pytest.mark.parametrize("sender", SENDERS.values(), ids=SENDERS)
async def test_a_delivery_of_a_provider_is_recognised_and_applying_it_takes_the_next(
    editor: Editor, sender: Sender
) -> None:
    one = await patient(editor, SIGNING=sender.secret)
    at = int(time.time())
    body = sender.body(at)
    signed = sender.sign(Sending(one.url, body, sender.secret, at))
    headers = {**sender.headers(), **signed}
    assert (await one.deliver(body, headers)).status_code == 401

    diagnosis = await one.diagnosed(secret={"name": "SIGNING"}, hidden=tuple(signed.values()))

    finding = diagnosis["findings"][0]
    assert sender.slug in [each["slug"] for each in finding["providers"]]
    assert diagnosis["explanation"] == finding["explanation"]
    await one.apply(finding)
    assert (await one.deliver(body, headers)).status_code == 200
    newest = await Delivery.filter(project_id=editor.project.id).order_by("-id").first()
    assert newest is not None
    assert newest.outcome == "EVENT"


MILLISECONDS: Final = str(int(time.time() * 1000))
WAYS: Final[dict[str, tuple[Sign, list[str]]]] = {
    "another encoding, a decoded key": (
        lambda: {"X-Acme-Signature": b64(digest(BODY, key=base64.b64decode(SECRET)))},
        ["the encoding is base64", "the secret is base64-decoded"],
    ),
    "another header": (
        lambda: {"X-Acme-Digest": digest(BODY).hex()},
        ["the signature is taken from the header X-Acme-Digest"],
    ),
    "a prefix": (
        lambda: {"X-Acme-Signature": f"acme={digest(BODY).hex()}"},
        ["the signature is taken from the header X-Acme-Signature, behind 'acme='"],
    ),
    "a time that is signed": (
        lambda: {
            "X-Acme-Time": MILLISECONDS,
            "X-Acme-Signature": digest(f"{MILLISECONDS}.".encode() + BODY).hex(),
        },
        [
            "what is signed is {timestamp}.{body}",
            "the time is read from the header X-Acme-Time, in milliseconds",
        ],
    ),
    "another algorithm": (
        lambda: {"X-Acme-Signature": digest(BODY, "sha512").hex()},
        ["the algorithm is SHA512"],
    ),
    "an id that is signed": (
        lambda: {
            "X-Acme-Delivery-Id": "d-17",
            "X-Acme-Signature": digest(b"d-17:" + BODY).hex(),
        },
        ["what is signed is {header:X-Acme-Delivery-Id}:{body}"],
    ),
    "a hash of the body": (
        lambda: {"X-Acme-Signature": digest(hashlib.sha256(BODY).hexdigest().encode()).hex()},
        ["what is signed is {body|sha256|hex}"],
    ),
    "a plain digest": (
        lambda: {"X-Acme-Signature": hashlib.sha1(SECRET.encode() + BODY).hexdigest()},  # noqa: S324
        [
            (
                "it verifies as SHA1 with a secret, in hex, in the header X-Acme-Signature, "
                "over {secret}{body}, with {{secrets.ACME}}"
            )
        ],
    ),
    "a token": (
        lambda: {"Authorization": f"Acme {SECRET}"},
        ["it verifies as token in the header Authorization, with {{secrets.ACME}}"],
    ),
    "basic authentication": (
        lambda: {"Authorization": "Basic " + b64(f"acme:{SECRET}".encode())},
        ["it verifies as basic authentication, with acme, with {{secrets.ACME}}"],
    ),
}
"""Deliveries of a provider that the catalog does not know, and what of the trigger is to be changed."""


@pytest.mark.parametrize(("sign", "changes"), WAYS.values(), ids=WAYS)
async def test_what_is_wrong_is_said_in_clauses(
    editor: Editor, sign: Sign, changes: list[str]
) -> None:
    verification = {"hmac": {"header": "X-Acme-Signature", "secret": "{{secrets.ACME}}"}}
    one = await patient(editor, verification, ACME=SECRET)
    headers = sign()
    await refused(one, headers)

    diagnosis = await one.diagnosed()

    assert diagnosis["findings"][0]["changes"] == changes
    await one.apply(diagnosis["findings"][0])
    assert (await one.deliver(BODY, headers)).status_code == 200


async def test_the_sentence_reads_like_a_colleagues(editor: Editor) -> None:
    verification = {"hmac": {"header": "X-Acme-Signature", "secret": "{{secrets.ACME}}"}}
    one = await patient(editor, verification, ACME=SECRET)
    signature = b64(digest(BODY, key=base64.b64decode(SECRET)))
    await refused(one, {"X-Acme-Signature": signature})

    diagnosis = await one.diagnosed(hidden=(signature,))

    assert diagnosis["explanation"] == (
        "This verifies if the encoding is base64 and the secret is base64-decoded."
    )
    assert diagnosis["findings"][0]["covers"] == {"body": True, "url": False, "time": False}
    assert diagnosis["hints"] == []


async def test_another_secret_of_the_project_is_found(editor: Editor) -> None:
    one = await patient(editor, OTHER=SECRET)
    await refused(one, {"X-Acme-Signature": digest(BODY).hex()})

    diagnosis = await one.diagnosed()

    assert diagnosis["explanation"] == "This verifies if the secret is {{secrets.OTHER}}."


async def test_a_typed_secret_is_stored_with_the_verification_and_never_told(
    editor: Editor,
) -> None:
    one = await patient(editor)
    one.secrets.append(SECRET)
    await refused(one, {"X-Acme-Signature": digest(BODY).hex()})

    diagnosis = await one.diagnosed(secret={"value": SECRET})

    finding = diagnosis["findings"][0]
    assert finding["changes"] == ["the secret is the one that you typed in"]
    assert finding["secretName"] == "ACME_SIGNING_SECRET"
    await one.apply(finding, secret={"name": finding["secretName"], "value": SECRET})
    assert (await one.deliver(BODY, {"X-Acme-Signature": digest(BODY).hex()})).status_code == 200


async def test_white_space_around_a_stored_secret_is_found(editor: Editor) -> None:
    one = await patient(editor, SIGNING=f"{SECRET}\n")
    await refused(one, {"X-Acme-Signature": digest(BODY).hex()})

    diagnosis = await one.diagnosed()

    assert diagnosis["findings"][0]["changes"] == [
        "the secret is freed of the white space around it"
    ]


async def test_a_body_that_was_written_again_on_the_way_is_recognised(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    signed = json.dumps(json.loads(BODY), separators=(",", ":")).encode()
    signature = digest(signed).hex()
    await refused(one, {"X-Acme-Signature": signature})

    diagnosis = await one.diagnosed(hidden=(signature,))

    assert diagnosis["findings"] == []
    assert hints(diagnosis) == ["BODY_REWRITTEN"]
    assert "over the body as compact JSON" in diagnosis["explanation"]


async def test_another_public_address_is_recognised(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    path = one.url.removeprefix(editor.url)
    signature = b64(digest(b"https://hooks.acme.example" + path.encode() + BODY, "sha1"))
    headers = {"X-Acme-Signature": signature, "X-Forwarded-Host": "hooks.acme.example"}
    await refused(one, headers)

    diagnosis = await one.diagnosed(hidden=(signature,))

    assert hints(diagnosis) == ["ADDRESS_DIFFERS"]
    assert "https://hooks.acme.example" in diagnosis["explanation"]


async def test_the_quotes_of_a_secret_are_noticed(editor: Editor) -> None:
    one = await patient(editor, SIGNING=f'"{SECRET}"')
    await refused(one, {"X-Acme-Signature": digest(BODY).hex()})

    diagnosis = await one.diagnosed()

    assert hints(diagnosis) == ["SECRET_SUSPECT"]
    assert "quotes or brackets stand around it" in diagnosis["explanation"]


async def test_an_old_delivery_is_genuine_and_too_old(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    at = str(int(time.time()) - 3_600)
    signature = digest(f"{at}.".encode() + BODY).hex()
    await refused(one, {"X-Acme-Time": at, "X-Acme-Signature": signature})

    diagnosis = await one.diagnosed()

    assert diagnosis["findings"][0]["isStale"] is True
    assert hints(diagnosis) == ["STALE"]


async def test_the_provider_of_an_unknown_secret_is_named(editor: Editor) -> None:
    one = await patient(editor)
    await refused(one, {"X-Hub-Signature-256": f"sha256={digest(BODY).hex()}"})

    diagnosis = await one.diagnosed(secret={"name": "SIGNING"})

    assert diagnosis["findings"] == []
    assert hints(diagnosis) == ["SECRET_DIFFERS"]
    assert "GitHub" in diagnosis["explanation"]


async def test_a_delivery_without_any_signature_is_told_so(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    await refused(one, {})

    diagnosis = await one.diagnosed()

    assert diagnosis["findings"] == []
    assert hints(diagnosis) == ["NO_SIGNATURE"]


async def test_a_secret_that_was_masked_in_store_is_put_back(editor: Editor) -> None:
    token = {"token": {"header": "X-Acme-Token", "secret": "{{secrets.SIGNING}}"}}
    one = await patient(editor, token, SIGNING=SECRET)
    await refused(one, {"Authorization": f"Bearer {SECRET}"})
    assert "•••" in (await Delivery.get(project_id=editor.project.id)).headers

    diagnosis = await one.diagnosed()

    assert diagnosis["findings"][0]["changes"] == [
        "the token is taken from the header Authorization",
        "the token stands behind 'Bearer '",
    ]


async def test_a_delivery_that_was_taken_can_be_looked_at_too(editor: Editor) -> None:
    one = await patient(editor, {"none": True}, SIGNING=SECRET)
    headers = {"X-Acme-Signature": digest(BODY).hex()}
    assert (await one.deliver(BODY, headers)).status_code == 200
    delivery = await Delivery.get(project_id=editor.project.id)

    diagnosis = await one.diagnosed(deliveryId=delivery.id)

    assert diagnosis["findings"][0]["changes"] == [
        "it verifies as HMAC-SHA256 in hex, in the header X-Acme-Signature, over {body}, with {{secrets.SIGNING}}"
    ]


async def test_what_was_not_read_to_its_end_is_not_looked_at(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    headers = {"X-Acme-Signature": digest(BODY).hex()}
    await refused(one, {**headers, "X-Acme-Signature": "0" * 64})
    assert (await one.deliver(b"x" * 6_000_000, headers)).status_code == 413
    too_large = await Delivery.get(project_id=editor.project.id, cause="BODY_TOO_LARGE")

    refusals = await editor.refused(DIAGNOSE, triggerId=one.trigger_id, deliveryId=too_large.id)

    assert refusals == [("NOT_ALLOWED", ["input", "deliveryId"])]
    assert "the secret is another one" in (await one.diagnosed())["explanation"]


async def test_diagnosing_changes_nothing(editor: Editor) -> None:
    one = await patient(editor, SIGNING=SECRET)
    await refused(one, {"X-Acme-Digest": digest(BODY).hex()})
    before = await Trigger.get(id=one.trigger_id).values()

    await one.diagnosed()

    assert await Trigger.get(id=one.trigger_id).values() == before
    assert await Delivery.filter(project_id=editor.project.id).count() == 1


async def test_nobody_elses_trigger_delivery_or_secret_is_looked_at(
    hookwright: World, editor: Editor
) -> None:
    one, other = await patient(editor), await patient(await hookwright.editor(), THEIRS=SECRET)
    await refused(other, {"X-Acme-Signature": digest(BODY).hex()})
    theirs = await Delivery.get(project_id=other.editor.project.id)

    assert await editor.refused(DIAGNOSE, triggerId=other.trigger_id) == [
        ("NOT_FOUND", ["input", "triggerId"])
    ]
    assert await editor.refused(DIAGNOSE, triggerId=one.trigger_id, deliveryId=theirs.id) == [
        ("NOT_FOUND", ["input", "deliveryId"])
    ]
    assert await editor.refused(DIAGNOSE, triggerId=one.trigger_id) == [
        ("REQUIRED", ["input", "deliveryId"])
    ]
    await refused(one, {"X-Acme-Signature": digest(BODY).hex()})
    secret = {"name": "THEIRS"}
    assert await editor.refused(DIAGNOSE, triggerId=one.trigger_id, secret=secret) == [
        ("NOT_FOUND", ["input", "secret", "name"])
    ]


async def test_what_cannot_be_applied_stores_no_secret(editor: Editor) -> None:
    one = await patient(editor)
    verification: Any = {"scheme": {"scheme": {"method": "hmca"}, "secrets": []}}

    refusals = await editor.refused(
        APPLY,
        triggerId=one.trigger_id,
        verification=verification,
        secret={"name": "ACME", "value": SECRET},
    )

    assert refusals == [("INVALID", ["input", "verification", "scheme", "scheme", "method"])]
    names = (await editor.data("{ viewer { ... on Editor { project { secrets { name } } } } }"))[
        "viewer"
    ]["project"]["secrets"]
    assert names == [{"name": "SIGNING"}]
