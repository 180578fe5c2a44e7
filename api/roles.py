"""What a process is for. One process is for everything; on PostgreSQL each may be for one thing, any number of times."""

from enum import StrEnum
from typing import Final

from domain import database
from domain.errors import Misconfigured
from domain.settings import Settings


class Role(StrEnum):
    """RECEIVER takes deliveries, API answers people and engines, DISPATCHER does what is due."""

    RECEIVER = "receiver"
    API = "api"
    DISPATCHER = "dispatcher"


EVERY: Final = frozenset(Role)


def check(settings: Settings, roles: frozenset[Role]) -> None:
    """Whether the settings are enough for these roles. Raises Misconfigured, with everything that is missing."""
    if roles == EVERY:
        return
    if not database.is_shared(settings.database):
        raise Misconfigured(
            f"`serve {' '.join(sorted(roles))}` is one of several processes, and SQLite serves one: name a "
            "PostgreSQL by HOOKWRIGHT_DATABASE_URL=postgres://…, or run `serve` alone"
        )
    needed = {
        "HOOKWRIGHT_PUBLIC_URL": settings.public_url,
        "HOOKWRIGHT_SECRET_KEY": settings.secret_key,
    }
    if missing := [name for name, value in needed.items() if not value]:
        raise Misconfigured(
            f"{' and '.join(missing)} must be set, the same for every process: none can make them up alone"
        )
