"""Saving the steps: merged, validated whole, one draft for two editors."""

import asyncio

import pytest

from domain.connections.callers import Caller, CallerKind
from domain.connections.secrets import set_secret
from domain.errors import Forbidden, Invalid, NotFound
from domain.models import Trigger
from domain.registrations.requests import (
    Authorization,
    AuthorizationKind,
    Body,
    BodyKind,
    KeyValue,
    Renewal,
    RequestTemplate,
)
from domain.wizard import updates
from domain.wizard.creating import NewTrigger, create_trigger
from domain.wizard.description import (
    Creation,
    Level,
    ResponseKind,
    SecretTemplate,
    decode,
)
from domain.wizard.progress import target_url, trigger_wizard, user_target_url, variables
from domain.wizard.steps import Step
from domain.wizard.updates import (
    BasicChanges,
    EnteredVerification,
    HandlingChanges,
    ResponseChanges,
    SetupChanges,
)
from tests.connections.workspace import Workspace
from tests.wizard import factories


def _paths(error: Invalid) -> list[tuple[str, str]]:
    return [(each.code.value, ".".join(each.path)) for each in error.problems]


async def test_new_trigger_is_a_draft_with_its_addresses(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where, name="  Task created ")

    base = f"https://hooks.example.com/triggers/connect/{where.project_id}/{where.id}"
    settings = space.context.settings
    own = f"{base}/custom-triggers/{made.id}"
    assert (made.status, decode(made.draft).basic.name) == ("DRAFT", "Task created")
    assert target_url(settings, made) == f"{own}/test"
    assert user_target_url(settings, made, "crd_1") == f"{own}?id=crd_1"
    shared = await factories.trigger(space, where, name="App", level=Level.APP)
    assert target_url(settings, shared) == f"{base}/test"
    assert user_target_url(settings, shared, "crd_1") is None


async def test_every_problem_of_a_new_trigger_is_said_at_once(space: Workspace) -> None:
    where = await factories.integration(space)
    new = NewTrigger("x" * 81, "\0")
    with pytest.raises(Invalid) as caught:
        await create_trigger(space.context, space.caller, where.id, new)

    assert _paths(caught.value) == [
        ("TOO_LONG", "name"),
        ("INVALID", "description"),
        ("REQUIRED", "creation"),
        ("REQUIRED", "level"),
    ]
    assert await Trigger.all().count() == 0


async def test_name_is_unique_across_drafts_and_live(space: Workspace) -> None:
    where = await factories.integration(space)
    first = await factories.trigger(space, where, name="First")
    stored = (first.draft or "").replace("First", "Old name")
    await Trigger.filter(id=first.id).update(live=stored)
    second = await factories.trigger(space, where, name="Second")

    for name in ("first", "Old name"):
        with pytest.raises(Invalid) as caught:
            await updates.update_basic_info(
                space.context, space.caller, second.id, BasicChanges(name=name)
            )
        assert _paths(caught.value) == [("TAKEN", "name")]
    await updates.update_basic_info(
        space.context, space.caller, second.id, BasicChanges(name="second")
    )


async def test_absent_stays_and_null_clears(space: Workspace) -> None:
    where = await factories.integration(space, "https://api.example.com")
    made = await factories.described_trigger(space, where)
    context, caller = space.context, space.caller
    keep = (KeyValue("hook", "{{setup.response.body.id}}"),)
    await updates.update_webhook_setup(context, caller, made.id, SetupChanges(keep=keep))
    await updates.update_webhook_setup(
        context, caller, made.id, SetupChanges(teardown=RequestTemplate("/w/{{persisted.hook}}"))
    )
    handling = HandlingChanges(deduplication_key="{{event.headers.x-id}}")
    await updates.update_event_handling(context, caller, made.id, handling)
    row = await updates.update_event_handling(
        context, caller, made.id, HandlingChanges(filter={"any": []})
    )

    found = decode(row.draft)
    assert found.setup is not None
    assert (found.setup.request, found.setup.keep) == (factories.REQUEST, keep)
    assert found.handling.deduplication_key == "{{event.headers.x-id}}"
    assert found.handling.verification is not None

    row = await updates.update_webhook_setup(
        context, caller, made.id, SetupChanges(keep=None, teardown=None)
    )
    changes = HandlingChanges(verification=None, filter=None)
    row = await updates.update_event_handling(context, caller, row.id, changes)
    found = decode(row.draft)
    assert found.setup is not None
    assert (found.setup.keep, found.setup.teardown) == ((), None)
    assert (found.handling.verification, found.handling.filter) == (None, None)
    row = await updates.update_webhook_setup(context, caller, made.id, SetupChanges(request=None))
    assert decode(row.draft).setup is None


async def test_every_problem_of_the_setup_is_said_at_its_place(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where)
    changes = SetupChanges(
        request=RequestTemplate(
            url="/webhooks",
            method="FETCH",
            headers=(KeyValue("A B", "x\r\ny"), KeyValue("X", "{{secrets.NOPE}}")),
            query=(KeyValue("", "{{event.body.id}}"),),
            body=Body(BodyKind.JSON, json={"a": [{"b": "{{setup.response.body}}"}], "c": "{{"}),
            authorization=Authorization(AuthorizationKind.BEARER),
        ),
        keep=(KeyValue("a b", "{{setup.response.body.id}}"), KeyValue("b", "{{event.body}}")),
        renewal=Renewal(RequestTemplate("https://{{user.id}}.example.com/"), every=1),
    )
    with pytest.raises(Invalid) as caught:
        await updates.update_webhook_setup(space.context, space.caller, made.id, changes)

    assert _paths(caught.value) == [
        ("INVALID", "request.method"),
        ("INVALID", "request.url"),
        ("INVALID", "request.headers.0.name"),
        ("INVALID", "request.headers.0.value"),
        ("UNKNOWN_NAME", "request.headers.1.value"),
        ("REQUIRED", "request.query.0.name"),
        ("UNKNOWN_NAME", "request.query.0.value"),
        ("UNKNOWN_NAME", "request.body.json.a.0.b"),
        ("INVALID", "request.body.json.c"),
        ("REQUIRED", "request.authorization.bearer.token"),
        ("INVALID", "keep.0.name"),
        ("UNKNOWN_NAME", "keep.1.value"),
        ("INVALID", "renewal.every"),
    ]
    assert (await Trigger.get(id=made.id)).draft == made.draft


async def test_every_problem_of_the_handling_is_said_at_its_place(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where)
    changes = HandlingChanges(
        routing=("body.team", "event.body.team"),
        verification=EnteredVerification("hmac", {"header": "X", "secret": "plain"}),
        filter={"any": [{"all": [{"path": "secrets.A", "operator": "EXISTS"}]}]},
        deduplication_key="{{persisted.x}}",
    )
    with pytest.raises(Invalid) as caught:
        await updates.update_event_handling(space.context, space.caller, made.id, changes)

    assert _paths(caught.value) == [
        ("UNKNOWN_NAME", "routing.0"),
        ("UNKNOWN_NAME", "filter.any.0.all.0.path"),
        ("UNKNOWN_NAME", "deduplicationKey"),
        ("NOT_ALLOWED", "verification.hmac.secret"),
    ]


async def test_handshake_may_not_read_the_accounts_token(space: Workspace) -> None:
    where = await factories.integration(space)
    await factories.sandbox(space, where)
    made = await factories.trigger(space, where)
    rule = {
        "name": "Leak",
        "when": {"method": "GET"},
        "signed": True,
        "reply": {"text": "{{credential.accessToken}}"},
    }
    with pytest.raises(Invalid) as caught:
        await updates.update_webhook_response(
            space.context, space.caller, made.id, ResponseChanges(handshakes=(rule,))
        )
    assert _paths(caught.value) == [("UNKNOWN_NAME", "handshakes.0.reply.text")]


async def test_value_that_a_handshake_keeps_may_be_the_signing_secret(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where)
    rule = {
        "name": "Hook secret",
        "when": {"event.headers.x-hook-secret": {"present": True}},
        "persist": {"hook_secret": "{{event.headers.x-hook-secret}}"},
    }
    changes = ResponseChanges(kind=ResponseKind.ECHO_BODY, handshakes=(rule,))
    await updates.update_webhook_response(space.context, space.caller, made.id, changes)
    entered = EnteredVerification("hmac", {"header": "X", "secret": "{{persisted.hook_secret}}"})

    row = await updates.update_event_handling(
        space.context, space.caller, made.id, HandlingChanges(verification=entered)
    )

    assert decode(row.draft).response.kind is ResponseKind.ECHO_BODY
    assert decode(row.draft).handling.verification is not None


async def test_two_editors_lose_nothing_of_each_others_steps(space: Workspace) -> None:
    where = await factories.integration(space, "https://api.example.com")
    made = await factories.trigger(space, where)
    context, caller = space.context, space.caller

    await asyncio.gather(
        updates.update_basic_info(context, caller, made.id, BasicChanges(description="words")),
        updates.update_webhook_setup(
            context, caller, made.id, SetupChanges(request=factories.REQUEST)
        ),
        updates.update_webhook_response(
            context, caller, made.id, ResponseChanges(kind=ResponseKind.ECHO_BODY)
        ),
        updates.update_event_handling(
            context, caller, made.id, HandlingChanges(routing=("event.body.team",))
        ),
    )

    found = decode((await Trigger.get(id=made.id)).draft)
    assert found.basic.description == "words"
    assert found.setup is not None
    assert found.response.kind is ResponseKind.ECHO_BODY
    assert found.handling.routing == ("event.body.team",)


async def test_template_of_a_provider_fills_in_everything(space: Workspace) -> None:
    where = await factories.integration(space, "https://app.asana.com/api/1.0")
    new = NewTrigger("Task changed", template="asana")
    made = await create_trigger(space.context, space.caller, where.id, new)

    found = decode(made.draft)
    assert (found.basic.creation, found.basic.level) == (Creation.API_REQUEST, Level.USER)
    assert found.setup is not None
    assert [entry.name for entry in found.setup.keep] == ["webhook_id"]
    assert found.response.handshakes[0]["name"] == "X-Hook-Secret"
    assert found.handling.verification is not None
    assert found.handling.verification.secrets == (
        SecretTemplate("secret", "{{persisted.hook_secret}}"),
    )
    state = await trigger_wizard(space.context, made)
    assert [[each.path for each in step.missing] for step in state.steps] == [[], [()], [()]]


async def test_template_says_which_secret_is_still_to_be_set(space: Workspace) -> None:
    where = await factories.integration(space)
    await factories.sandbox(space, where)
    new = NewTrigger("Message", template="slack")
    made = await create_trigger(space.context, space.caller, where.id, new)

    before = await trigger_wizard(space.context, made)
    await set_secret(space.context, space.caller, "SLACK_SIGNING_SECRET", "s3cret")
    after = await trigger_wizard(space.context, made)

    assert [each.path for each in before.steps[2].missing] == [("verification", "provider"), ()]
    assert [each.path for each in after.steps[2].missing] == [()]


async def test_menu_lists_what_the_step_may_read_and_no_secret_value(space: Workspace) -> None:
    where = await factories.integration(space)
    await factories.sandbox(space, where)
    await set_secret(space.context, space.caller, "KEY", "planted-secret")
    made = await factories.trigger(space, where)

    setup = await variables(space.context, space.caller, made.id, Step.WEBHOOK_SETUP)
    handling = await variables(space.context, space.caller, made.id, Step.EVENT_HANDLING)

    shown = {each.path: each.sample for group in setup for each in group.variables}
    assert shown["credential.accessToken"] is None
    assert shown["secrets.KEY"] is None
    assert shown["user.id"] == "editor"
    assert "planted" not in repr((setup, handling))
    assert await variables(space.context, space.caller, made.id, Step.BASIC_INFO) == []
    assert "credential.accessToken" not in {v.path for g in handling for v in g.variables}


async def test_stranger_finds_nothing_and_user_may_not_edit(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where)

    stranger = Caller("prj_other", CallerKind.EDITOR)
    user = Caller(space.caller.project_id, CallerKind.USER, "u")
    with pytest.raises(NotFound):
        await updates.update_basic_info(space.context, stranger, made.id, BasicChanges(name="x"))
    with pytest.raises(Forbidden):
        await updates.update_basic_info(space.context, user, made.id, BasicChanges(name="x"))
    assert (await Trigger.get(id=made.id)).draft == made.draft


_HOSTILE = ("\ud800", "a\0b", "", "{{", "{{secrets}}", "\r\n", "x" * 70_000, "trg_\u0130")


@pytest.mark.parametrize("text", _HOSTILE)
async def test_hostile_text_anywhere_ends_in_problems_by_name(space: Workspace, text: str) -> None:
    where = await factories.integration(space, "https://api.example.com")
    made = await factories.trigger(space, where)
    pair = KeyValue(text, text)
    request = RequestTemplate(
        text,
        text,
        (pair,),
        (pair,),
        Body(BodyKind.JSON, json={text: [text]}),
        Authorization(AuthorizationKind.HEADERS, entries=(pair,)),
    )
    entered = EnteredVerification(text, {text: text})
    rule = {"name": text, "when": {text: text}, "persist": {text: text}, text: text}
    context, caller = space.context, space.caller

    for attempt in (
        updates.update_webhook_setup(
            context, caller, made.id, SetupChanges(request=request, keep=(pair,))
        ),
        updates.update_webhook_response(
            context, caller, made.id, ResponseChanges(handshakes=(rule,))
        ),
        updates.update_event_handling(
            context,
            caller,
            made.id,
            HandlingChanges(
                routing=(text,),
                verification=entered,
                filter={text: text},
                deduplication_key=text,
            ),
        ),
    ):
        with pytest.raises(Invalid):
            await attempt
    with pytest.raises(NotFound):
        await updates.update_basic_info(context, caller, text, BasicChanges())
    assert (await Trigger.get(id=made.id)).draft == made.draft


async def test_key_of_a_body_that_cannot_be_stored_is_refused(space: Workspace) -> None:
    where = await factories.integration(space, "https://api.example.com")
    made = await factories.trigger(space, where)
    body = Body(BodyKind.JSON, json={"\ud800": 1})

    with pytest.raises(Invalid, match="not valid Unicode"):
        await updates.update_webhook_setup(
            space.context,
            space.caller,
            made.id,
            SetupChanges(request=RequestTemplate("/hooks", body=body)),
        )
