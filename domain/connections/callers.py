"""Who calls, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import Forbidden


class CallerKind(StrEnum):
    """EDITOR: may do everything in the project. USER: a connected user, sees their own accounts only."""

    EDITOR = "EDITOR"
    USER = "USER"


@dataclass(frozen=True, slots=True)
class Caller:
    """A known caller. user_id: of a connected user."""

    project_id: str
    kind: CallerKind
    user_id: str | None = None


def require_editor(caller: Caller) -> str:
    """The project's id. Raises Forbidden for anyone but an editor."""
    if caller.kind is not CallerKind.EDITOR:
        raise Forbidden("this needs an editor token")
    return caller.project_id
