"""The signature doctor at a stored delivery: reads the secrets, asks the rule (signatures.doctor), keeps nothing.

Typed secrets live as long as the call. One diagnosis at a time runs in a process, in a thread of its own.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakKeyDictionary

from domain import catalog, clock
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.deliveries.masking import MASK
from domain.deliveries.stored import account_of, as_request
from domain.errors import Busy, Invalid, ProblemCode
from domain.models import Credential, Delivery, Integration, Trigger, Verdict
from domain.registrations.scope import persisted_values
from domain.registrations.triggers import described, find_trigger
from domain.signatures import read_scheme
from domain.signatures.doctor import Budget, Case, Diagnosis, Held, Known, diagnose
from domain.templates.errors import TemplateError
from domain.templates.template import Template
from domain.verdict import Outcome, RejectionCause
from domain.wizard.description import Description, Level
from domain.wizard.trying import test_scope

MAX_SECRETS: Final = 20
MAX_WAITING: Final = 8
_BREATH: Final = 0.000_2
"""Seconds in which others run, after each millisecond or so of searching."""

_UNREAD: Final = (
    RejectionCause.BODY_TOO_LARGE.value,
    RejectionCause.HEADERS_TOO_LARGE.value,
    RejectionCause.BODY_TOO_SLOW.value,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """delivery_id: None is the newest that was rejected. At most one of secret, persisted and value.

    secret, persisted: names of what is stored. value: typed in. None of them: whatever the trigger may read.
    """

    delivery_id: str | None = None
    secret: str | None = None
    persisted: str | None = None
    value: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """The delivery, its trigger as it was, and what the doctor says."""

    delivery: Delivery
    trigger: Trigger
    integration: Integration
    diagnosis: Diagnosis


async def diagnose_signature(
    context: Context, caller: Caller, trigger_id: str, asked: Asked
) -> Diagnosed:
    """Find out how a delivery is signed. Raises Invalid (`deliveryId`, `secret.…`), NotFound, Forbidden, Busy."""
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    integration = await Integration.get(id=trigger.integration_id)
    description = described(trigger)
    delivery = await _delivery(trigger, asked.delivery_id)
    scope = await _scope(context, trigger, description, delivery)
    present = _present(description, delivery, scope)
    verification = description.handling.verification
    has_scheme = verification is not None and verification.code is None
    case = Case(
        as_request(context.settings, delivery),
        tuple(_distinct(_secrets(asked, present, scope))),
        read_scheme(verification.scheme) if verification and has_scheme else None,
        present if asked.secret is asked.persisted is asked.value is None else {},
        tuple(_known(description.provider_slug or integration.provider_slug)),
        MASK,
    )
    return Diagnosed(delivery, trigger, integration, await _in_turn(case))


async def _in_turn(case: Case) -> Diagnosis:
    room = _rooms.setdefault(asyncio.get_running_loop(), _Room())
    if room.waiting >= MAX_WAITING:
        raise Busy("too many signatures are being diagnosed")
    room.waiting += 1
    try:
        async with room.lock:
            return await asyncio.to_thread(diagnose, case, Budget(_breathe))
    finally:
        room.waiting -= 1


def _breathe() -> None:
    # a sleep of zero would take the interpreter back before anyone who waits for it wakes up
    time.sleep(_BREATH)


async def _delivery(trigger: Trigger, delivery_id: str | None) -> Delivery:
    found: str | None = delivery_id
    judged = Verdict.filter(trigger_id=trigger.id).order_by("-seq")
    if delivery_id is None:
        rejected = judged.filter(outcome=Outcome.REJECTED.value)
        verdict = await rejected.exclude(cause__in=_UNREAD).first()
        found = verdict.delivery_id if verdict else None
    delivery = await Delivery.get_or_none(id=found, project_id=trigger.project_id)
    # one that no account is connected for has no verdict, only the trigger's address
    if delivery is not None and delivery.trigger_id != trigger.id:
        is_its_own = await judged.filter(delivery_id=delivery.id).exists()
        delivery = delivery if is_its_own else None
    if delivery is not None and delivery.cause in _UNREAD:
        message = "what arrived was not read to its end and is not kept: choose another delivery"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "deliveryId")
    if delivery is not None:
        return delivery
    if delivery_id is None:
        message = "no delivery of this trigger was rejected: name the one to look at"
        raise Invalid.one(ProblemCode.REQUIRED, message, "deliveryId")
    raise Invalid.one(ProblemCode.NOT_FOUND, "this trigger has no such delivery", "deliveryId")


async def _scope(
    context: Context, trigger: Trigger, description: Description, delivery: Delivery
) -> dict[str, Any]:
    """What the trigger's templates could read when the delivery came: of its account, test or live."""
    names = await test_scope(context, trigger, description)
    if delivery.is_test:
        return names
    kept_in = "live"
    if description.basic.level is Level.USER:
        account = await Credential.get_or_none(
            id=account_of(delivery), integration_id=trigger.integration_id
        )
        kept_in = account.id if account else ""
        names["credential"] = {"id": kept_in, "providerId": account and account.provider_id}
    names["persisted"] = await persisted_values(context.vault, trigger.id, kept_in)
    return names


def _present(
    description: Description, delivery: Delivery, scope: dict[str, Any]
) -> dict[str, tuple[Held, ...]]:
    """The secrets of the trigger's verification that counted when the delivery came."""
    verification = description.handling.verification
    found: dict[str, tuple[Held, ...]] = {}
    for entry in verification.secrets if verification else ():
        if entry.until is not None and entry.until <= clock.from_ms(delivery.received_ms):
            continue
        try:
            text = Template.parse(entry.value).text(scope)
        except TemplateError:
            continue
        found[entry.name] = (*found.get(entry.name, ()), Held(entry.value, text))
    return found


def _secrets(
    asked: Asked, present: dict[str, tuple[Held, ...]], scope: dict[str, Any]
) -> Iterator[Held]:
    if asked.value is not None:
        yield Held("", asked.value)
        return
    for root, name in (("secrets", asked.secret), ("persisted", asked.persisted)):
        if name is not None:
            yield _named(root, name, scope)
            return
    for values in present.values():
        yield from values
    for root in ("secrets", "persisted"):
        for name, text in list(scope[root].items())[:MAX_SECRETS]:
            yield Held(f"{{{{{root}.{name}}}}}", text)


def _named(root: str, name: str, scope: dict[str, Any]) -> Held:
    if name not in scope[root]:
        field_name = "name" if root == "secrets" else root
        known = ", ".join(sorted(scope[root])) or "none is kept"
        message = f"there is no such value; accepted: {known}"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, "secret", field_name)
    return Held(f"{{{{{root}.{name}}}}}", scope[root][name])


def _distinct(found: Iterable[Held]) -> Iterator[Held]:
    seen: set[str] = set()
    for held in found:
        if held.text.strip() and held.text not in seen:
            seen.add(held.text)
            yield held


def _known(own: str | None) -> Iterator[Known]:
    """Every scheme of the catalog, the integration's own provider first."""
    for provider in sorted(catalog.load().providers.values(), key=lambda one: one.slug != own):
        for named in provider.schemes:
            yield Known(provider.slug, provider.name, named.slug, named.scheme)


class _Room:
    """Where one is looked at while the others wait."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


_rooms: WeakKeyDictionary[asyncio.AbstractEventLoop, _Room] = WeakKeyDictionary()
