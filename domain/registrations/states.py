"""How a registration stands, and what may happen to it. Pure: one table says it all.

    event          from                                 to
    MADE           PENDING ERRORED EXPIRED              ACTIVE
    NOT_MADE       PENDING ERRORED EXPIRED              ERRORED
    RENEWED        ACTIVE                               ACTIVE
    NOT_RENEWED    ACTIVE                               ACTIVE
    GONE           ACTIVE                               EXPIRED
    REMOVED        everything but TORN_DOWN             TORN_DOWN
    NOT_REMOVED    everything but TORN_DOWN             ORPHANED

What is done next follows from the state and from whether the webhook is wanted (`deed`); when, stands in the row.
"""

from enum import StrEnum
from typing import Final

from domain.errors import HookwrightError


class RegistrationState(StrEnum):
    """PENDING: not made yet, or the provider is being called.

    ERRORED: it could not be made. EXPIRED: it ended at the provider, and is made again. ORPHANED: it is not wanted
    any more, and removing it failed.
    """

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    ERRORED = "ERRORED"
    EXPIRED = "EXPIRED"
    TORN_DOWN = "TORN_DOWN"
    ORPHANED = "ORPHANED"


class Happening(StrEnum):
    """What came of a call, or was found out. GONE: the webhook ended, by its time or as the provider says."""

    MADE = "MADE"
    NOT_MADE = "NOT_MADE"
    RENEWED = "RENEWED"
    NOT_RENEWED = "NOT_RENEWED"
    GONE = "GONE"
    REMOVED = "REMOVED"
    NOT_REMOVED = "NOT_REMOVED"


class Deed(StrEnum):
    """What is asked of the provider."""

    CREATE = "CREATE"
    RENEW = "RENEW"
    TEAR_DOWN = "TEAR_DOWN"
    LIST = "LIST"


class Impossible(HookwrightError):
    """It cannot happen to a registration that stands so: the row was changed meanwhile."""


_State = RegistrationState
_ABSENT: Final = (_State.PENDING, _State.ERRORED, _State.EXPIRED)
_NOT_TORN_DOWN: Final = tuple(state for state in _State if state is not _State.TORN_DOWN)

STANDING: Final = _NOT_TORN_DOWN
"""States in which a webhook may exist at the provider, or is about to."""

_TABLE: Final = {
    Happening.MADE: (_ABSENT, _State.ACTIVE),
    Happening.NOT_MADE: (_ABSENT, _State.ERRORED),
    Happening.RENEWED: ((_State.ACTIVE,), _State.ACTIVE),
    Happening.NOT_RENEWED: ((_State.ACTIVE,), _State.ACTIVE),
    Happening.GONE: ((_State.ACTIVE,), _State.EXPIRED),
    Happening.REMOVED: (_NOT_TORN_DOWN, _State.TORN_DOWN),
    Happening.NOT_REMOVED: (_NOT_TORN_DOWN, _State.ORPHANED),
}


def after(state: RegistrationState, happening: Happening) -> RegistrationState:
    """The state that follows. Raises Impossible."""
    sources, target = _TABLE[happening]
    if state not in sources:
        raise Impossible(f"{happening.value} cannot happen to a registration that is {state.value}")
    return target


def deed(state: RegistrationState, *, is_wanted: bool) -> Deed | None:
    """What brings a registration nearer to what is wanted. None: nothing is left to do."""
    if state is _State.TORN_DOWN:
        return None
    if not is_wanted:
        return Deed.TEAR_DOWN
    return Deed.CREATE if state in _ABSENT else Deed.RENEW
