"""How a registration stands."""

from enum import StrEnum


class RegistrationState(StrEnum):
    """PENDING: the provider is being called, or the process ended meanwhile: send again.

    ORPHANED: removing it failed; it must be removed by hand.
    """

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    ERRORED = "ERRORED"
    EXPIRED = "EXPIRED"
    TORN_DOWN = "TORN_DOWN"
    ORPHANED = "ORPHANED"
