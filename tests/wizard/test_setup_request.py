"""Sending the setup request with the sandbox account: what arrives, what is kept, what is shown."""

import asyncio
import json
from typing import Any

import pytest

from domain import keyring
from domain.connections.connecting import Account, connect_account
from domain.connections.secrets import set_secret
from domain.deliveries.plans import Plans
from domain.errors import Invalid
from domain.models import PersistedValue, Registration, Trigger
from domain.registrations import masking
from domain.registrations.kept import clear_persisted_values
from domain.registrations.requests import (
    Authorization,
    AuthorizationKind,
    Body,
    BodyKind,
    KeyValue,
    RequestTemplate,
)
from domain.registrations.scope import persisted_values
from domain.registrations.setup import send_setup_request
from domain.wizard.description import Level, decode, setup_fingerprint
from domain.wizard.progress import trigger_wizard
from domain.wizard.updates import SetupChanges, update_webhook_setup
from tests.connections.workspace import Workspace
from tests.outbound.peers import Behaviour, Peer, answering, serving
from tests.wizard import factories

_SECRET = 'planted "secret"/+ü'


def _answer(body: Any, status: str = "201 Created") -> Behaviour:
    raw = json.dumps(body).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(raw)}\r\n"
    return answering(head.encode() + b"\r\n" + raw)


async def _trigger(
    space: Workspace, peer: Peer, changes: SetupChanges, level: Level = Level.USER
) -> Trigger:
    where = await factories.integration(space, f"{peer.url}/v1")
    await factories.sandbox(space, where)
    await set_secret(space.context, space.caller, "APP_KEY", _SECRET)
    made = await factories.trigger(space, where, level=level)
    return await update_webhook_setup(space.context, space.caller, made.id, changes)


async def test_request_arrives_filled_in_and_authorized_and_its_values_are_kept(
    space: Workspace,
) -> None:
    request = RequestTemplate(
        url="/hooks",
        headers=(KeyValue("X-User", "{{user.id}}"),),
        query=(KeyValue("a b", "{{credential.providerId}}"),),
        body=Body(BodyKind.JSON, json={"url": "{{settings.webhookURL}}", "n": 1, "none": None}),
    )
    keep = (
        KeyValue("hook", "{{setup.response.body.data.id}}"),
        KeyValue("status", "{{setup.response.status}}"),
    )
    async with serving(_answer({"data": {"id": 4711}})) as peer:
        made = await _trigger(space, peer, SetupChanges(request=request, keep=keep))
        row = await send_setup_request(space.context, space.caller, made.id)

    head, _, body = peer.requests[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /v1/hooks?a+b=T1 HTTP/1.1"
    assert f"Authorization: Bearer {factories.TOKEN}" in lines
    assert "X-User: editor" in lines
    assert "Content-Type: application/json" in lines
    where = f"https://hooks.example.com/triggers/connect/{made.project_id}/{made.integration_id}"
    url = f"{where}/custom-triggers/{made.id}/test"
    assert json.loads(body) == {"url": url, "n": 1, "none": None}
    sandbox = row.credential_id or ""
    vault = space.context.vault
    kept = await persisted_values(vault, made.id, sandbox)
    assert kept == {"hook": "4711", "status": "201"}
    assert (row.state, row.reason, row.is_test) == ("ACTIVE", "", True)
    assert row.window_ms == row.updated_ms
    stored = await Trigger.get(id=made.id)
    assert stored.setup_fingerprint == setup_fingerprint(decode(stored.draft))
    state = await trigger_wizard(space.context, stored)
    assert state.steps[1].is_complete is True
    assert space.dropped[-2:] == [made.integration_id] * 2


async def test_no_secret_stands_in_the_stored_exchange(space: Workspace) -> None:
    request = RequestTemplate(
        url="/hooks/{{credential.accessToken}}",
        query=(KeyValue("key", "{{secrets.APP_KEY}}"),),
        headers=(KeyValue("X-Key", "pre-{{credential.accessToken}}"),),
        body=Body(BodyKind.JSON, json={"key": "{{secrets.APP_KEY}}", "t": "{{secrets.APP_KEY}}!"}),
        authorization=Authorization(
            AuthorizationKind.BASIC, username="acme", password="{{secrets.APP_KEY}}"
        ),
    )
    keep = (KeyValue("hook_secret", "{{setup.response.body.secret}}"),)
    answer = {"secret": "fresh-secret", "echo": [_SECRET, factories.TOKEN], "id": 7}
    async with serving(_answer(answer)) as peer:
        made = await _trigger(space, peer, SetupChanges(request=request, keep=keep))
        row = await send_setup_request(space.context, space.caller, made.id)

    stored = (await Registration.get(id=row.id)).exchange or ""
    for leaked in (_SECRET, "planted", "fresh-secret", factories.TOKEN, "YWNtZTpwbGFu"):
        assert leaked not in stored
    shown = masking.decode(stored)
    assert shown.request.url == f"{peer.url}/v1/hooks/{masking.MASK}?key={masking.MASK}"
    assert ("Authorization", masking.MASK) in shown.request.headers
    assert ("X-Key", f"pre-{masking.MASK}") in shown.request.headers
    assert json.loads(shown.request.body) == {"key": masking.MASK, "t": f"{masking.MASK}!"}
    assert shown.answer is not None
    assert json.loads(shown.answer.body) == {
        "secret": masking.MASK,
        "echo": [masking.MASK, masking.MASK],
        "id": 7,
    }


async def test_refusal_is_a_state_with_a_reason_and_step_two_stays_open(space: Workspace) -> None:
    async with serving(_answer({"error": "no scope"}, "403 Forbidden")) as peer:
        made = await _trigger(space, peer, SetupChanges(request=factories.REQUEST))
        row = await send_setup_request(space.context, space.caller, made.id)

    assert (row.state, row.reason) == (
        "ERRORED",
        'The provider answered 403: {"error": "no scope"}',
    )
    assert (await Trigger.get(id=made.id)).setup_fingerprint is None


async def test_silent_provider_is_a_state_with_a_reason(space: Workspace) -> None:
    async with serving(answering(b"")) as peer:
        made = await _trigger(space, peer, SetupChanges(request=factories.REQUEST))
        row = await send_setup_request(space.context, space.caller, made.id)

    assert row.state == "ERRORED"
    assert row.reason.startswith("127.0.0.1 answered with something that is not HTTP, or hung up")
    assert masking.decode(row.exchange or "").answer is None


async def test_value_that_the_answer_lacks_is_named(space: Workspace) -> None:
    keep = (
        KeyValue("there", "{{setup.response.body.id}}"),
        KeyValue("gone", "{{setup.response.body.data.gid}}"),
    )
    async with serving(_answer({"id": "h1"})) as peer:
        changes = SetupChanges(request=factories.REQUEST, keep=keep)
        made = await _trigger(space, peer, changes)
        row = await send_setup_request(space.context, space.caller, made.id)

    assert row.state == "ERRORED"
    assert "persisted.gone: setup.response.body.data.gid: " in row.reason
    assert "persisted.there" not in row.reason
    assert (await PersistedValue.get()).name == "there"
    assert (await Trigger.get(id=made.id)).setup_fingerprint is None


async def test_registration_is_on_disk_with_an_open_window_before_the_provider_is_called(
    space: Workspace,
) -> None:
    seen: list[tuple[str, bool]] = []

    async def look(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        row = await Registration.get()
        seen.append((row.state, row.window_ms >= row.created_ms + 60_000))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        await writer.drain()

    async with serving(look) as peer:
        made = await _trigger(space, peer, SetupChanges(request=factories.REQUEST))
        await send_setup_request(space.context, space.caller, made.id)

    assert seen == [("PENDING", True)]


async def test_sending_again_makes_a_new_window_and_replaces_what_was_kept(
    space: Workspace,
) -> None:
    numbers = iter((b"1111", b"2222"))

    async def number(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + next(numbers))
        await writer.drain()

    keep = (KeyValue("hook", "{{setup.response.body}}"),)
    async with serving(number) as peer:
        changes = SetupChanges(request=factories.REQUEST, keep=keep)
        made = await _trigger(space, peer, changes, Level.APP)
        first = await send_setup_request(space.context, space.caller, made.id)
        second = await send_setup_request(space.context, space.caller, made.id)

    kept = await PersistedValue.get()
    assert (kept.scope, kept.window) == ("test", second.window)
    assert await persisted_values(space.context.vault, made.id, "test") == {"hook": "2222"}
    assert first.id != second.id
    assert second.credential_id is None

    await clear_persisted_values(space.context, space.caller, made.id)
    assert await PersistedValue.all().count() == 0


async def test_what_cannot_be_sent_yet_says_why_and_calls_nobody(space: Workspace) -> None:
    where = await factories.integration(space, "http://127.0.0.1:9")
    made = await factories.trigger(space, where)

    async def refusal() -> str:
        with pytest.raises(Invalid) as caught:
            await send_setup_request(space.context, space.caller, made.id)
        assert [each.path for each in caught.value.problems] == [("triggerId",)]
        return caught.value.problems[0].message

    assert await refusal() == "describe the setup request first, with creation API_REQUEST"
    keep = (KeyValue("x", "{{setup.response.body.id}}"),)
    changes = SetupChanges(request=RequestTemplate("/h/{{persisted.x}}"), keep=keep)
    await update_webhook_setup(space.context, space.caller, made.id, changes)
    assert (await refusal()).startswith("connect a sandbox account first")
    await connect_account(space.context, space.caller, where.id, Account("u", is_sandbox=True))
    assert (await refusal()).startswith("the setup request cannot be filled in: persisted.x: ")
    assert await Registration.all().count() == 0


async def test_receivers_plan_sees_the_open_window_and_the_kept_secret(space: Workspace) -> None:
    from domain.addresses import Target  # noqa: PLC0415  used here alone

    keep = (KeyValue("hook", "{{setup.response.body.id}}"),)
    async with serving(_answer({"id": "h1"})) as peer:
        changes = SetupChanges(request=factories.REQUEST, keep=keep)
        made = await _trigger(space, peer, changes)
        row = await send_setup_request(space.context, space.caller, made.id)
    target = Target(made.project_id, made.integration_id, made.id, is_test=True)

    async with keyring.opened(space.context.outbound) as ring:
        plans = Plans(space.context.vault, "https://hooks.example.com", ring, space.context.bus)
        plan = await plans.load(target, None)

    assert plan is not None
    (candidate,) = plan.candidates
    assert candidate.scope["persisted"] == {"hook": "h1"}
    assert candidate.kept == {"hook": row.window}
