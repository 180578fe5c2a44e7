"""Which accounts an event is about: the provider's ids found in it, for routing."""

from collections.abc import Sequence
from typing import Any, Final

from domain.errors import HookwrightError
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.values import kind_of, shorten

MAX_IDS: Final = 1_000
MAX_LENGTH: Final = 256
_EXACT: Final = 2**53


class NoIdentifier(HookwrightError):
    """No id can be taken from the event: the message says what each path met."""


def ids(paths: Sequence[Path], scope: Scope) -> tuple[str, ...]:
    """The ids found by the first path that finds any, in order, each once; null and empty text count as absent.

    Text is kept, whole numbers become decimal text. Raises NoIdentifier when no path yields ids.
    """
    faults: dict[Path, str] = {}
    for path in paths:
        try:
            if found := _ids_at(path, scope):
                return found
        except ValueError as error:
            faults[path] = f"{path.text} {error}"
    reasons = [faults.get(path) or _missing(path, scope) for path in paths]
    raise NoIdentifier("; ".join(reasons) or "no path to an id is configured")


def _ids_at(path: Path, scope: Scope) -> tuple[str, ...]:
    values = path.values(scope)
    if len(values) > MAX_IDS:
        raise ValueError(f"gives {len(values)} values; at most {MAX_IDS} are taken")
    return tuple(dict.fromkeys(text for value in values if (text := _id(value))))


def _id(value: Any) -> str:
    if value is None:
        return ""
    if type(value) is float and value.is_integer() and abs(value) < _EXACT:
        value = int(value)
    text = str(value) if type(value) is int else value
    if type(text) is float:
        raise ValueError("is a number that is not whole or too large to be exact, not an id")
    if type(text) is not str:
        raise ValueError(f"is {kind_of(value)}, not an id")
    if len(text) > MAX_LENGTH or not text.isprintable():
        raise ValueError(f"is longer than {MAX_LENGTH} characters or holds control characters")
    return text


def _missing(path: Path, scope: Scope) -> str:
    if path.values(scope):
        return f"{path.text} is null or empty"
    absence = path.absence(scope)
    if absence.name is None or not absence.has:
        return f"{path.text}: {absence.sentence}"
    has = ", ".join(shorten(name, 40) for name in absence.has)
    return f"{absence.place} has no {absence.name}; it has: {has}"
