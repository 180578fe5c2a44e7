"""The process itself: it ends open streams with a reason, and no secret ever leaves it or reaches the disk in clear."""

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, quote_plus

import httpx
import pytest

from tests.api.world import CREATE_TRIGGER, HANDLING, SET_SECRET
from tests.endtoend import ears
from tests.endtoend.process import TOKEN, Served, started
from tests.endtoend.provider import serving
from tests.endtoend.senders import SENDERS
from tests.endtoend.stage import (
    ACCESS_TOKEN,
    CREATE_INTEGRATION,
    FINISH,
    USER_URL,
    Stage,
    connect,
    ready,
)

pytestmark = pytest.mark.sqlite_file

DISCONNECT: Final = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { status } errors { code message path } }
}"""
EVERYTHING: Final = """
query ($id: ID!, $integration: ID!) {
  integration(id: $integration) {
    authorization { accountValues scheme { kind token username password entries { name value } } }
    credentials { edges { node { id userId providerId status } } }
    unrouted { edges { node { headers { name value } explanation } } }
  }
  trigger(id: $id) {
    persistedValues { name scope }
    setup { request { url headers { name value } body { json form { name value } } }
            keep { name value } teardown { url } }
    response { handshakes { name require { name value } persist { name value } } }
    handling { verification { scheme secrets { name value } provider { secrets { name value } } } }
    wizard { steps { missing { message } } }
    setupVariables: variables(step: WEBHOOK_SETUP) { name variables { path sample isSecret } }
    handlingVariables: variables(step: EVENT_HANDLING) { name variables { path sample isSecret } }
    registrations { edges { node { reason exchange {
      problem request { url headers { name value } body } answer { headers { name value } body }
    } } } }
    deliveries { edges { node {
      path queryString query { name value } headers { name value } explanation
      body { text base64 } reply { headers { name value } body { text base64 } }
      verdicts { explanation }
    } } }
  }
}"""
"""Everything that might show a secret."""


async def test_stop_ends_open_streams_with_shutting_down(tmp_path: Path) -> None:
    async with started(tmp_path) as served, serving() as provider:
        stage = await ready(served.editor, SENDERS["slack"], provider)
        async with (
            ears.by_socket(served.editor, stage.trigger_id) as socket,
            ears.by_gql(served.editor, stage.trigger_id) as client,
            ears.by_events(served.editor, stage.trigger_id) as events,
            ears.by_parts(served.editor, stage.trigger_id) as parts,
        ):
            listening = (socket, client, events, parts)
            await stage.send()
            first = [await ear.next() for ear in listening]
            status = await served.stop()
            ends = [await ear.next() for ear in listening]

    assert status == 0
    cursor = first[0]["cursor"]
    ended = {"__typename": "ListenEnded", "cursor": cursor, "reason": "SHUTTING_DOWN"}
    assert ends == [ended] * 4


async def test_cursor_of_an_ended_stream_goes_on_in_the_next_process(tmp_path: Path) -> None:
    async with started(tmp_path) as served, serving() as provider:
        stage = await ready(served.editor, SENDERS["meta"], provider)
        async with ears.by_socket(served.editor, stage.trigger_id) as ear:
            await stage.send()
            await ear.next()
            await served.stop()
            cursor = (await ear.next())["cursor"]
    async with started(tmp_path) as served:
        url = served.url + stage.target_url[stage.target_url.index("/triggers") :]
        again = replace(stage, editor=served.editor)
        await again.send(url, secret="guessed")
        async with ears.by_socket(served.editor, stage.trigger_id, cursor) as ear:
            message = await ear.next()

    assert message["delivery"]["cause"] == "SIGNATURE_MISMATCH"
    assert message["isLookBack"] is False


@pytest.mark.parametrize("slug", SENDERS)
async def test_planted_secrets_never_stand_in_an_answer_a_log_or_the_files(
    slug: str, tmp_path: Path
) -> None:
    async with started(tmp_path) as served, serving() as provider:
        stage = await ready(served.editor, SENDERS[slug], provider)
        frames = await _use(stage)
        await served.editor.data(EVERYTHING, id=stage.trigger_id, integration=stage.integration_id)
        places = await _places(served, frames)

    planted = [stage.sender.secret, *stage.sender.secrets.values(), ACCESS_TOKEN, TOKEN]
    assert found(planted, places) == []
    # what is no secret is found in each: the search sees
    assert found([stage.integration_id], places) == [
        (stage.integration_id, each) for each in places
    ]


NASTY: Final = 'planted "quote/slash+plus é'
FORMS: Final[dict[str, Any]] = {
    "header": {"token": {"header": "X-Token", "secret": "{{secrets.PLANTED}}"}},
    "query": {"token": {"query": "token", "secret": "{{secrets.PLANTED}}"}},
    "formField": {"token": {"formField": "token", "secret": "{{secrets.PLANTED}}"}},
    "bodyPath": {"token": {"bodyPath": "auth.token", "secret": "{{secrets.PLANTED}}"}},
    "basic": {"basic": {"username": "hook", "password": "{{secrets.PLANTED}}"}},
}


async def shared(served: Served, form: str, secret: str) -> tuple[str, str, str]:
    """A user-level trigger with a shared secret: its id, its target URL, and an account's that is gone."""
    editor = served.editor
    made = await editor.change(CREATE_INTEGRATION, name="Shared")
    integration_id = made["integration"]["id"]
    ids = [
        await connect(editor, integration_id, "", user, isSandbox=user == "sandbox")
        for user in ("sandbox", "ada")
    ]
    await editor.change(SET_SECRET, name="PLANTED", value=secret)
    created = await editor.change(
        CREATE_TRIGGER, integrationId=integration_id, name="Item", creation="MANUAL", level="USER"
    )
    trigger = created["trigger"]
    await editor.change(HANDLING, triggerId=trigger["id"], verification=FORMS[form])
    url = await editor.data(USER_URL, id=trigger["id"], account=ids[1])
    await editor.change(DISCONNECT, credentialId=ids[1])
    return trigger["id"], trigger["targetUrl"], url["trigger"]["userTargetUrl"]


async def post(served: Served, url: str, form: str, secret: str) -> int:
    """Send the secret as a provider does that signs nothing."""
    given: dict[str, dict[str, Any]] = {
        "header": {"headers": {"X-Token": secret.encode()}},
        "query": {"params": {**httpx.URL(url).params, "token": secret}},
        "formField": {"data": {"token": secret, "n": "1"}},
        "bodyPath": {"json": {"auth": {"token": secret}}},
        "basic": {"auth": ("hook", secret)},
    }
    return (await served.editor.http.post(url, **given[form])).status_code


@pytest.mark.parametrize("secret", ["planted-plain-token", NASTY])
@pytest.mark.parametrize("form", FORMS)
async def test_secret_that_travels_in_clear_is_not_written_down(
    form: str, secret: str, tmp_path: Path
) -> None:
    async with started(tmp_path) as served:
        trigger_id, url, gone = await shared(served, form, secret)
        before = await post(served, url, form, secret)
        statuses = [before, await post(served, gone, form, secret)]
        async with ears.by_socket(served.editor, trigger_id) as ear:
            frames = [await ear.next()]
        places = await _places(served, frames)

    assert statuses == [200, 401]
    assert frames[0]["delivery"]["outcome"] == "EVENT"
    assert found([secret], places) == []


async def _places(served: Served, frames: list[Any]) -> dict[str, bytes]:
    """Stop the process and give all that it ever said or wrote, also before its log was folded in."""
    running = served.stored()
    await served.stop()
    shown = [*served.answers, *(json.dumps(each, ensure_ascii=False) for each in frames)]
    return {
        "answers": "\n".join(shown).encode(),
        # the greeting says it twice: in the console's address, and by itself
        "logs": bytes(served.said).replace(TOKEN.encode(), b"", 2),
        "files": running + served.stored(),
    }


def found(planted: list[str], places: dict[str, bytes]) -> list[tuple[str, str]]:
    """Which secrets stand where, in any form that travels: plain, in JSON, in an address, in base64."""
    return [
        (secret, place)
        for secret in planted
        for place, content in places.items()
        if any(form in content for form in _forms(secret))
    ]


def _forms(secret: str) -> set[bytes]:
    texts = {
        secret,
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        quote(secret, safe=""),
        quote_plus(secret),
    }
    shown = {text for each in texts for text in (each, json.dumps(each, ensure_ascii=False)[1:-1])}
    plain = [secret.encode(), f"hook:{secret}".encode()]
    coded = {base64.b64encode(each).rstrip(b"=") for each in plain}
    return {text.encode() for text in shown} | {_as_latin(secret)} | coded


def _as_latin(secret: str) -> bytes:
    """As a header's UTF-8 looks when it is read as Latin-1."""
    return secret.encode().decode("latin-1").encode()


async def _use(stage: Stage) -> list[Any]:
    """Everything a day brings: a challenge, a forgery, a genuine event, Finish, a live event. The frames of it."""
    if stage.sender.slug == "meta":
        params = {"hub.mode": "subscribe", "hub.challenge": "1"}
        token = {"hub.verify_token": stage.sender.secrets["META_VERIFY_TOKEN"]}
        for url in (stage.target_url, stage.webhook_url):
            await stage.editor.http.get(url, params={**params, **token})
        await stage.editor.http.get(stage.target_url, params=token)
    async with ears.by_socket(stage.editor, stage.trigger_id) as ear:
        await stage.send(secret="whsec_Z3Vlc3NlZA==")
        await stage.send()
        frames = await ear.take(2)
    await stage.editor.change(FINISH, triggerId=stage.trigger_id)
    live = stage.webhook_url if stage.sender.account else await stage.user_url(stage.account_id)
    assert (await stage.send(live)).status_code == 200
    return frames
