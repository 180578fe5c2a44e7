"""Finish, and the life of a trigger after it."""

import pytest

from domain import clock
from domain.errors import Invalid, NotFound
from domain.identity import Kind, new_id
from domain.models import Registration, Trigger
from domain.registrations.requests import RequestTemplate
from domain.wizard.description import decode, setup_fingerprint
from domain.wizard.finishing import FinishImpact, finish_impact, finish_trigger
from domain.wizard.lifecycle import delete_trigger, disable_trigger, enable_trigger
from domain.wizard.progress import trigger_wizard
from domain.wizard.updates import (
    BasicChanges,
    SetupChanges,
    update_basic_info,
    update_webhook_setup,
)
from tests.connections.workspace import Workspace
from tests.wizard import factories


async def _ready(space: Workspace) -> Trigger:
    where = await factories.integration(space, "https://api.example.com")
    await factories.sandbox(space, where)
    made = await factories.described_trigger(space, where)
    await Trigger.filter(id=made.id).update(setup_fingerprint=setup_fingerprint(decode(made.draft)))
    await factories.prove(made)
    return await Trigger.get(id=made.id)


async def _register(made: Trigger, *, is_test: bool, state: str = "ACTIVE") -> None:
    now = clock.now_ms()
    await Registration.create(
        id=new_id(Kind.REGISTRATION),
        trigger_id=made.id,
        project_id=made.project_id,
        is_test=is_test,
        state=state,
        is_wanted=state != "TORN_DOWN",
        created_ms=now,
        updated_ms=now,
    )


async def test_complete_trigger_goes_live(space: Workspace) -> None:
    made = await _ready(space)

    live = await finish_trigger(space.context, space.caller, made.id)

    assert (live.status, live.live_version) == ("ACTIVE", 1)
    assert (await Trigger.get(id=made.id)).live == made.draft
    assert (await trigger_wizard(space.context, live)).steps_remaining == 0


async def test_finishing_twice_is_finishing_once(space: Workspace) -> None:
    made = await _ready(space)
    await finish_trigger(space.context, space.caller, made.id)

    again = await finish_trigger(space.context, space.caller, made.id)

    assert (again.status, again.live_version) == ("ACTIVE", 1)


async def test_incomplete_trigger_says_everything_that_is_missing(space: Workspace) -> None:
    where = await factories.integration(space)
    made = await factories.trigger(space, where)

    with pytest.raises(Invalid) as caught:
        await finish_trigger(space.context, space.caller, made.id)

    assert [(each.path, each.message.partition(":")[0]) for each in caught.value.problems] == [
        (("triggerId",), "Webhook API Setup"),
        (("triggerId",), "Event Handling"),
        (("triggerId",), "Event Handling"),
    ]
    assert (await Trigger.get(id=made.id)).status == "DRAFT"


async def test_editing_a_finished_trigger_leaves_what_is_live_until_the_next_finish(
    space: Workspace,
) -> None:
    made = await _ready(space)
    live = await finish_trigger(space.context, space.caller, made.id)
    await _register(live, is_test=False)
    await _register(live, is_test=True)
    await _register(live, is_test=False, state="TORN_DOWN")

    renamed = await update_basic_info(
        space.context, space.caller, made.id, BasicChanges(name="Renamed")
    )
    assert await finish_impact(renamed) == FinishImpact()
    changed = await update_webhook_setup(
        space.context, space.caller, made.id, SetupChanges(request=RequestTemplate("/v2"))
    )

    assert decode(changed.live).basic.name == "Created"
    assert await finish_impact(changed) == FinishImpact(1, ("The setup request changed.",))
    assert changed.status == "ACTIVE"
    with pytest.raises(Invalid, match="again since the last change"):
        await finish_trigger(space.context, space.caller, made.id)


async def test_saving_the_same_makes_no_draft(space: Workspace) -> None:
    made = await _ready(space)
    await finish_trigger(space.context, space.caller, made.id)

    await update_basic_info(space.context, space.caller, made.id, BasicChanges(name="Created"))
    same = SetupChanges(request=factories.REQUEST)
    await update_webhook_setup(space.context, space.caller, made.id, same)

    assert (await Trigger.get(id=made.id)).draft is None


async def test_finished_trigger_can_be_switched_off_and_on(space: Workspace) -> None:
    made = await _ready(space)
    with pytest.raises(Invalid, match="never finished"):
        await disable_trigger(space.context, space.caller, made.id)
    await finish_trigger(space.context, space.caller, made.id)

    assert (await disable_trigger(space.context, space.caller, made.id)).status == "DISABLED"
    assert (await enable_trigger(space.context, space.caller, made.id)).status == "ACTIVE"


async def test_deleted_trigger_is_gone_and_says_what_stands_at_the_provider(
    space: Workspace,
) -> None:
    made = await _ready(space)
    await _register(made, is_test=True)
    await _register(made, is_test=True, state="TORN_DOWN")

    with space.context.bus.listen(made.id) as woken:
        deleted = await delete_trigger(space.context, space.caller, made.id)
        assert woken.is_set() is True

    assert [row.state for row in deleted.standing] == ["ACTIVE"]
    assert (await Trigger.get(id=made.id)).deleted_ms is not None
    with pytest.raises(NotFound):
        await delete_trigger(space.context, space.caller, made.id)
    again = await factories.integration(space)
    assert (await factories.trigger(space, again)).status == "DRAFT"
