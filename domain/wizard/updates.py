"""Saving a step. A step's input replaces that step's values: what is absent stays, null clears.

Each is validated as a whole; what an earlier step's change makes wrong in another step is not refused here but
said by the wizard.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes import Acknowledgement
from domain.models import Integration, Trigger
from domain.registrations.requests import KeyValue, Listing, Renewal, RequestTemplate, Setup
from domain.registrations.triggers import described, find_trigger
from domain.wizard import custom_code
from domain.wizard.checks import (
    Surroundings,
    basic_problems,
    handling_problems,
    response_problems,
    setup_problems,
)
from domain.wizard.description import (
    Creation,
    CustomCode,
    Description,
    Handling,
    Level,
    Response,
    ResponseKind,
    Verification,
)
from domain.wizard.drafts import Editing, edit
from domain.wizard.surroundings import surroundings
from domain.wizard.uniqueness import name_problems
from domain.wizard.verification import CODE, from_form


class BasicChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Step 1. Only the description can be cleared."""

    name: str | UnsetType | None = UNSET
    description: str | UnsetType | None = UNSET
    creation: Creation | UnsetType | None = UNSET
    level: Level | UnsetType | None = UNSET


class SetupChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Step 2, the requests. request: null removes the whole setup."""

    request: RequestTemplate | UnsetType | None = UNSET
    keep: tuple[KeyValue, ...] | UnsetType | None = UNSET
    teardown: RequestTemplate | UnsetType | None = UNSET
    renewal: Renewal | UnsetType | None = UNSET
    listing: Listing | UnsetType | None = UNSET


class ResponseChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Step 2, the reply. handshakes: rules in the data form of `domain.handshakes`.

    acknowledgement, code: of the kinds that are called so.
    """

    kind: ResponseKind | UnsetType | None = UNSET
    handshakes: tuple[Any, ...] | UnsetType | None = UNSET
    acknowledgement: Acknowledgement | UnsetType | None = UNSET
    rejected_status: int | UnsetType | None = UNSET
    code: CustomCode | UnsetType | None = UNSET


class EnteredVerification(msgspec.Struct, frozen=True):
    """form: none, provider, hmac, … or code. entered: its fields, in the names of GraphQL."""

    form: str
    entered: Any


class HandlingChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Step 3. routing: paths. filter: the data form of `domain.templates.conditions`."""

    routing: tuple[str, ...] | UnsetType | None = UNSET
    verification: EnteredVerification | UnsetType | None = UNSET
    filter: Any = UNSET
    deduplication_key: str | UnsetType | None = UNSET
    event_type: str | UnsetType | None = UNSET


async def update_basic_info(
    context: Context, caller: Caller, trigger_id: str, changes: BasicChanges
) -> Trigger:
    """Step 1. Raises Invalid (`name`, `description`, `creation`, `level`), NotFound, Forbidden."""

    async def change(editing: Editing) -> Description:
        given = _given(changes)
        problems = [
            Problem(ProblemCode.REQUIRED, f"{name} cannot be cleared", (name,))
            for name in ("creation", "level")
            if given.get(name, ...) is None
        ]
        if problems:
            raise Invalid(problems)
        for name in ("name", "description"):
            if name in given:
                given[name] = (given[name] or "").strip()
        basic = replace(editing.description.basic, **given)
        taken = await name_problems(editing.integration.id, basic.name, editing.trigger.id)
        _refuse([*basic_problems(basic), *taken])
        return replace(editing.description, basic=basic)

    return await edit(context, caller, trigger_id, change)


async def update_webhook_setup(
    context: Context, caller: Caller, trigger_id: str, changes: SetupChanges
) -> Trigger:
    """Step 2, the requests. Raises Invalid (`request.…`, `keep.0.…`, `teardown.…`, `renewal.…`, `listing.…`), NotFound, Forbidden."""

    async def change(editing: Editing) -> Description:
        setup = _merged(editing.description.setup, changes)
        after = replace(editing.description, setup=setup)
        if setup is not None:
            _refuse(setup_problems(setup, await _around(editing, after)))
        return after

    return await edit(context, caller, trigger_id, change)


async def update_webhook_response(
    context: Context,
    caller: Caller,
    trigger_id: str,
    changes: ResponseChanges,
    *,
    problems: Sequence[Problem] = (),
) -> Trigger:
    """Step 2, the reply. Raises Invalid, NotFound, Forbidden.

    Invalid: `handshakes.0.…`, `response.acknowledgement.…`, `response.code.…`, `rejectedStatus`. problems: what whoever read the input
    knows to be wrong with it; it is refused together with the others.
    """
    code = None if isinstance(changes.code, UnsetType) else changes.code
    wrong = await custom_code.syntax_problems(context, caller, code, ("response", "code"))

    async def change(editing: Editing) -> Description:
        response = _merge(editing.description.response, Response(), changes)
        after = replace(editing.description, response=response)
        found = response_problems(response, await _around(editing, after))
        _refuse([*problems, *found, *wrong])
        return after

    return await edit(context, caller, trigger_id, change)


async def update_event_handling(
    context: Context, caller: Caller, trigger_id: str, changes: HandlingChanges
) -> Trigger:
    """Step 3. Raises Invalid (`routing.0`, `verification.<form>.…`, `filter.…`, `deduplicationKey`, `eventType`), NotFound, Forbidden."""
    wrong = await _syntax(context, caller, changes.verification)
    return await edit(
        context, caller, trigger_id, lambda editing: _handled(editing, changes, wrong)
    )


async def handling_as_given(
    context: Context, caller: Caller, trigger_id: str, changes: HandlingChanges
) -> tuple[Trigger, Description]:
    """What `update_event_handling` would make of a trigger's description. Nothing is saved. Raises the same."""
    require_editor(caller)
    wrong = await _syntax(context, caller, changes.verification)
    trigger = await find_trigger(caller, trigger_id)
    integration = await Integration.get(id=trigger.integration_id)
    editing = Editing(context, trigger, integration, described(trigger))
    return trigger, await _handled(editing, changes, wrong)


async def _handled(
    editing: Editing, changes: HandlingChanges, wrong: Sequence[Problem]
) -> Description:
    around = await _around(editing, editing.description)
    before = editing.description.handling
    problems: list[Problem] = []
    verification = _verification(editing, changes, around, problems)
    plain = replace(changes, verification=UNSET)
    handling = replace(_merge(before, Handling(), plain), verification=None)
    _refuse([*handling_problems(handling, around), *problems, *wrong])
    return replace(editing.description, handling=replace(handling, verification=verification))


async def _syntax(
    context: Context, caller: Caller, given: EnteredVerification | UnsetType | None
) -> list[Problem]:
    if isinstance(given, UnsetType) or given is None or given.form != CODE:
        return []
    where = ("verification", CODE)
    try:
        code = custom_code.from_form(given.entered, where)
    except Invalid:  # it is said with everything else
        return []
    return await custom_code.syntax_problems(context, caller, code, where)


def _verification(
    editing: Editing, changes: HandlingChanges, around: Surroundings, problems: list[Problem]
) -> Verification | None:
    given = changes.verification
    if isinstance(given, UnsetType):
        return editing.description.handling.verification
    if given is None:
        return None
    names = around.vocabulary
    try:
        return from_form(
            given.form,
            given.entered,
            known=names.code() if given.form == CODE else names.secret(),
            provider=editing.description.provider_slug or editing.integration.provider_slug,
        )
    except Invalid as error:
        problems += error.problems
        return None


def _merged(before: Setup | None, changes: SetupChanges) -> Setup | None:
    if changes.request is None:
        return None
    given = _given(changes)
    if before is None and "request" not in given:
        if not any(given.values()):
            return None
        message = "describe the request first: the others belong to it"
        raise Invalid.one(ProblemCode.REQUIRED, message, "request")
    if "keep" in given:
        given["keep"] = given["keep"] or ()
    return replace(before, **given) if before else Setup(**given)


def _merge(before: Any, cleared: Any, changes: msgspec.Struct) -> Any:
    """Null becomes what the field is in an empty step."""
    given = _given(changes)
    return replace(
        before,
        **{
            name: getattr(cleared, name) if value is None else value
            for name, value in given.items()
        },
    )


def _given(changes: msgspec.Struct) -> dict[str, Any]:
    return {
        name: value
        for name in changes.__struct_fields__
        if not isinstance(value := getattr(changes, name), UnsetType)
    }


async def _around(editing: Editing, description: Description) -> Surroundings:
    return await surroundings(editing.context, editing.trigger, editing.integration, description)


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise Invalid(found)
