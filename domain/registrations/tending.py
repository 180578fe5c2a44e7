"""What a person may do with one registration: have it tried again now, or say that they removed the webhook themselves."""

from domain import clock
from domain.connections.callers import Caller, CallerKind, require_editor
from domain.connections.credentials import own_accounts
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, ProblemCode
from domain.identity import Kind, is_id
from domain.models import Credential, Registration
from domain.registrations.aligning import TOPIC
from domain.registrations.concluding import let_others_on
from domain.registrations.naming import may_be_cleared
from domain.registrations.states import Happening, RegistrationState, after

BY_A_PERSON = "A person said that it was removed by hand."


async def retry_registration(
    context: Context, caller: Caller, registration_id: str
) -> Registration:
    """Try now what failed, or what is waiting for its time. A connected user may do so for their own accounts.

    Raises Invalid (`registrationId`) when there is nothing to try; NotFound.
    """

    async def unit() -> Registration:
        row = await find_registration(caller, registration_id)
        if not _can_be_tried(row):
            message = "there is nothing to try: it stands as it should"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "registrationId")
        row.due_ms, row.attempts, row.updated_ms = clock.now_ms(), 0, clock.now_ms()
        if not may_be_cleared(row):
            row.called_ms = None  # a person has looked
        await row.save(update_fields=["due_ms", "attempts", "updated_ms", "called_ms"])
        return row

    row = await atomically(unit)
    context.bus.wake([TOPIC])
    return row


async def mark_removed(context: Context, caller: Caller, registration_id: str) -> Registration:
    """Believe that a webhook was removed at the provider by hand. Raises Invalid (`registrationId`), NotFound, Forbidden."""
    require_editor(caller)

    async def unit() -> Registration:
        row = await find_registration(caller, registration_id)
        if row.state != RegistrationState.ORPHANED:
            message = f"it is {row.state}; accepted: one that is ORPHANED"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "registrationId")
        changes = {
            "state": after(RegistrationState(row.state), Happening.REMOVED),
            "reason": BY_A_PERSON,
            "due_ms": None,
            "lease_ms": None,
            "fence": row.fence + 1,  # an attempt under way concludes nothing any more
            "updated_ms": clock.now_ms(),
        }
        await row.update_from_dict(changes).save(update_fields=list(changes))
        await let_others_on(context, row)
        return row

    row = await atomically(unit)
    context.bus.wake([TOPIC])
    return row


async def find_registration(caller: Caller, registration_id: str) -> Registration:
    """A registration of the caller's project; a connected user finds those of their own accounts. Raises NotFound."""
    row = None
    if is_id(registration_id, Kind.REGISTRATION):
        row = await Registration.get_or_none(id=registration_id, project_id=caller.project_id)
    if row is not None and caller.kind is not CallerKind.EDITOR:
        own = Credential.filter(id=row.credential_id, **own_accounts(caller))
        row = row if row.credential_id and await own.exists() else None
    if row is None:
        raise NotFound("there is no such registration")
    return row


def _can_be_tried(row: Registration) -> bool:
    if row.state == RegistrationState.TORN_DOWN or (row.is_test and row.is_wanted):
        return False
    is_well = row.state == RegistrationState.ACTIVE and not row.attempts
    return not is_well or not row.is_wanted
