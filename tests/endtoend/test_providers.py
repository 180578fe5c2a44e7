"""Each provider's main path: setup, a genuine event received live, Finish, and live accounts.

The providers' SDKs sign, and judge what we stored.
"""

import base64
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final
from urllib.parse import parse_qsl

import pytest
import stripe
from gidgethub import sansio
from slack_sdk.signature import SignatureVerifier
from standardwebhooks import Webhook
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from domain.identity import Kind, is_id
from tests.api.world import Editor
from tests.endtoend import ears
from tests.endtoend.ears import Ear, Listening
from tests.endtoend.provider import Provider
from tests.endtoend.senders import SENDERS, Sender
from tests.endtoend.stage import Stage, ready

OTHER_EARS: Final[dict[str, Listening]] = {
    "slack": ears.by_gql,
    "stripe": ears.by_gql,
    "github": ears.by_events,
    "shopify": ears.by_parts,
}
each_sender = pytest.mark.parametrize("sender", SENDERS.values(), ids=SENDERS)


def by(sender: Sender) -> Listening:
    return OTHER_EARS.get(sender.slug, ears.by_socket)


@asynccontextmanager
async def heard(stage: Stage, *others: Listening) -> AsyncIterator[list[Ear]]:
    """Listen by a socket and otherwise, past what came before and a knock that shows that all listen."""
    async with AsyncExitStack() as stack:
        listenings = (ears.by_socket, *others)
        opened = [each(stage.editor, stage.trigger_id) for each in listenings]
        listening = [await stack.enter_async_context(each) for each in opened]
        await stage.editor.http.post(stage.target_url, content=b"knock")
        for ear in listening:
            await ear.skip_to(len(b"knock"))
        yield listening


def genuine(stage: Stage, response: Any, accounts: list[str], **changed: Any) -> dict[str, Any]:
    """The whole frame of a genuine event; ids are checked by `without_ids`."""
    request = response.request
    named = ", ".join(accounts)
    account = changed.pop("account", stage.sender.account)
    return {
        "__typename": "DeliveryReceived",
        "isLookBack": False,
        "delivery": {
            "isTest": True,
            "method": "POST",
            "path": request.url.path,
            "queryString": request.url.query.decode(),
            "headers": [
                {"name": name.decode().lower(), "value": value.decode()}
                for name, value in request.headers.raw
            ],
            "body": {
                "base64": base64.b64encode(request.content).decode(),
                "size": len(request.content),
            },
            "outcome": "EVENT",
            "cause": None,
            "explanation": f"Verified ({stage.sender.verified_by}), for {named}.",
            "reply": {"status": 200, "headers": [], "body": {"base64": ""}},
            "verdicts": [
                {
                    "outcome": "EVENT",
                    "cause": None,
                    "isVerified": True,
                    "providerIds": [account] if account else [],
                    "trigger": {"id": stage.trigger_id},
                    "events": [{"credential": {"id": each}} for each in accounts],
                }
            ],
            "duplicateOf": None,
            **changed,
        },
    }


def without_ids(message: Any) -> Any:
    """The frame without the ids that nobody can foresee, each of its kind."""
    message = {**message, "delivery": dict(message["delivery"])}
    assert message.pop("cursor")
    assert is_id(message["delivery"].pop("id"), Kind.DELIVERY)
    for verdict in message["delivery"]["verdicts"]:
        for event in verdict["events"]:
            assert is_id(event.pop("id"), Kind.EVENT)
    return message


async def rejected(ear: Ear) -> tuple[str, str, list[Any]]:
    delivery = (await ear.next())["delivery"]
    assert delivery["reply"] == {"status": 401, "headers": [], "body": {"base64": ""}}
    (verdict,) = delivery["verdicts"]
    assert (verdict["outcome"], verdict["cause"]) == (delivery["outcome"], delivery["cause"])
    return delivery["outcome"], delivery["cause"], verdict["events"]


def sdk_accepts(sender: Sender, url: str, delivery: Any) -> bool:
    """Let the provider's own code read the stored bytes and headers. Raises what it raises."""
    headers = {each["name"]: each["value"] for each in delivery["headers"]}
    body = base64.b64decode(delivery["body"]["base64"])
    match sender.slug:
        case "slack":
            return SignatureVerifier(sender.secret).is_valid_request(body, headers)
        case "stripe":
            event = stripe.Webhook.construct_event(body, headers["stripe-signature"], sender.secret)
            return bool(event.type == "payment_intent.succeeded")
        case "github":
            event = sansio.Event.from_http(headers, body, secret=sender.secret)
            return bool((event.event, event.data["repository"]["id"]) == ("push", 17273051))
        case "twilio":
            form, signature = dict(parse_qsl(body.decode())), headers["x-twilio-signature"]
            return bool(RequestValidator(sender.secret).validate(url, form, signature))
        case "standard-webhooks":
            return bool(Webhook(sender.secret).verify(body, headers)["type"] == "user.created")
        case _:
            return True


@each_sender
async def test_genuine_event_arrives_live_byte_for_byte_and_completes_the_wizard(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    before = await stage.trigger()
    async with heard(stage, by(sender)) as (ear, other):
        response = await stage.send()
        seen, seen_otherwise = await ear.next(), await other.next()

    assert before["wizard"]["canFinish"] is False
    assert [each["isComplete"] for each in before["wizard"]["steps"]] == [True, True, False]
    assert (response.status_code, response.content) == (200, b"")
    assert sdk_accepts(sender, stage.target_url, seen["delivery"])
    assert seen_otherwise == seen
    trigger = await stage.trigger()
    assert trigger["sample"] == {"id": seen["delivery"]["id"]}
    assert without_ids(seen) == genuine(stage, response, [stage.account_id])
    assert trigger["wizard"] == {
        "step": "EVENT_HANDLING",
        "stepsRemaining": 0,
        "canFinish": True,
        "steps": [{"isComplete": True}] * 3,
    }


@each_sender
async def test_forged_event_is_shown_with_its_cause_and_proves_nothing(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    async with heard(stage) as (ear,):
        forged = await stage.send(secret="whsec_Z3Vlc3NlZC1ieS1hLXN0cmFuZ2Vy")
        unsigned = await stage.editor.http.post(
            stage.target_url, content=forged.request.content, headers=sender.headers()
        )
        seen = [await rejected(ear) for _ in range(2)]

    assert [each.status_code for each in (forged, unsigned)] == [401, 401]
    assert seen[0] == ("REJECTED", "SIGNATURE_MISMATCH", [])
    assert seen[1][0] == "REJECTED"
    assert seen[1][1] in {"SIGNATURE_MISSING", "TIMESTAMP_MISSING"}
    assert await stage.events() == 0
    assert (await stage.trigger())["wizard"]["canFinish"] is False


TIMED: Final = {slug: one for slug, one in SENDERS.items() if one.tolerance is not None}


@pytest.mark.parametrize("sender", TIMED.values(), ids=TIMED)
async def test_stale_event_is_refused_as_stale_and_a_fresh_enough_one_is_taken(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    tolerance = sender.tolerance or 0
    async with heard(stage) as (ear,):
        stale = await stage.send(age=tolerance + 10)
        seen = await rejected(ear)
        assert await stage.events() == 0
        fresh = await stage.send(age=tolerance - 10)

    assert (stale.status_code, fresh.status_code) == (401, 200)
    assert seen == ("REJECTED", "TIMESTAMP_OUTSIDE_TOLERANCE", [])
    assert await stage.events() == 1


APPS: Final = {slug: one for slug, one in SENDERS.items() if one.account is not None}
USERS: Final = {slug: one for slug, one in SENDERS.items() if one.account is None}
BY_SECRETS: Final = {slug: one for slug, one in USERS.items() if one.secret_name is not None}


@pytest.mark.parametrize("sender", APPS.values(), ids=APPS)
async def test_live_event_of_the_app_starts_for_every_account_with_its_provider_id(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    await stage.finish()
    first = await stage.connect("ada", providerId="905501")
    second = await stage.connect("grace", providerId="905501")
    await stage.connect("linus", providerId="905502")
    async with heard(stage) as (ear,):
        response = await stage.send(stage.webhook_url, account="905501")
        seen = await ear.next()
        forged = await stage.send(stage.webhook_url, account="905501", secret="guessed")
        assert await rejected(ear) == ("REJECTED", "SIGNATURE_MISMATCH", [])

    assert (response.status_code, forged.status_code) == (200, 401)
    accounts = [first, second]
    expected = genuine(stage, response, accounts, isTest=False, account="905501")
    assert without_ids(seen) == expected
    assert await stage.events() == 1 + 2


@pytest.mark.parametrize("sender", APPS.values(), ids=APPS)
async def test_live_event_of_nobody_is_kept_unrouted(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    await stage.finish()

    response = await stage.send(stage.webhook_url, account="905503")

    assert response.status_code == 200
    query = """query ($id: ID!) { integration(id: $id) { unrouted { edges { node {
      outcome explanation verdicts { isVerified providerIds events { id } } } } } } }"""
    found = await editor.data(query, id=stage.integration_id)
    verdict = {"isVerified": True, "providerIds": ["905503"], "events": []}
    (edge,) = found["integration"]["unrouted"]["edges"]
    assert edge["node"] == {
        "outcome": "UNROUTED",
        "explanation": "No connected account has the Provider ID 905503.",
        "verdicts": [verdict],
    }


@pytest.mark.parametrize("sender", BY_SECRETS.values(), ids=BY_SECRETS)
async def test_live_event_of_a_user_starts_for_the_account_its_address_names(
    sender: Sender, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, sender, provider)
    await stage.finish()
    first, second = await stage.connect("ada"), await stage.connect("grace")
    async with heard(stage) as (ear,):
        responses = [await stage.send(await stage.user_url(each)) for each in (first, second)]
        seen = await ear.take(2)
        forged = await stage.send(await stage.user_url(first), secret="whsec_Z3Vlc3NlZA==")
        assert await rejected(ear) == ("REJECTED", "SIGNATURE_MISMATCH", [])

    assert [each.status_code for each in (*responses, forged)] == [200, 200, 401]
    for message, response, account in zip(seen, responses, (first, second), strict=True):
        assert without_ids(message) == genuine(stage, response, [account], isTest=False)
    assert await stage.events() == 1 + 2


@pytest.mark.parametrize("slug", ["stripe", "asana", "linear"])
async def test_secret_kept_for_one_account_opens_no_other_accounts_address(
    slug: str, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS[slug], provider)
    await stage.finish()
    other = await stage.connect("ada")
    async with heard(stage) as (ear,):
        own = await stage.send(await stage.user_url(stage.account_id))
        assert (await ear.next())["delivery"]["outcome"] == "EVENT"
        refused = await stage.send(await stage.user_url(other))
        seen = await rejected(ear)

    assert (own.status_code, refused.status_code) == (200, 401)
    assert seen == ("REJECTED", "SECRET_MISSING", [])
    assert await stage.events() == 1 + 1


@pytest.mark.parametrize("slug", ["slack", "github", "shopify", "standard-webhooks", "twilio"])
async def test_retry_of_the_provider_is_a_duplicate_and_starts_nothing(
    slug: str, editor: Editor, provider: Provider
) -> None:
    stage = await ready(editor, SENDERS[slug], provider)
    async with heard(stage) as (ear,):
        body = stage.sender.body(int(time.time()))
        responses = [await stage.send(body=body) for _ in range(2)]
        first, second = [message["delivery"] for message in await ear.take(2)]

    assert [each.status_code for each in responses] == [200, 200]
    assert (first["outcome"], first["duplicateOf"]) == ("EVENT", None)
    assert (second["outcome"], second["duplicateOf"]) == ("DUPLICATE", {"id": first["id"]})
    assert second["reply"] == first["reply"]
    assert await stage.events() == 1
