"""How reading tells what is wrong: places, templates and names, each with its path and words."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from domain.errors import Problem, ProblemCode
from domain.signatures import references, slots
from domain.signatures.decoding import Path
from domain.signatures.references import Reference
from domain.signatures.slots import Slot

MAX_TEXT: Final = 2_000

T = TypeVar("T")


def invalid(message: str, path: Path) -> Problem:
    """A value that means nothing here."""
    return Problem(ProblemCode.INVALID, message, path)


def attempt(read: Callable[[], T], path: Path) -> tuple[T | None, list[Problem]]:
    """What was read, or the ValueError as a problem."""
    try:
        return read(), []
    except ValueError as error:
        return None, [invalid(str(error), path)]


def place(text: str, kinds: Sequence[str], path: Path) -> tuple[Reference | None, list[Problem]]:
    """Read a place of one of these kinds."""
    return attempt(lambda: references.parse(text, kinds), path)


def template(text: str, path: Path) -> tuple[list[Slot], list[Problem]]:
    """The slots of a template."""
    if len(text) > MAX_TEXT:
        message = f"at most {MAX_TEXT} characters are allowed"
        return [], [Problem(ProblemCode.TOO_LONG, message, path)]
    found, problems = attempt(lambda: slots.parse(text), path)
    return [part for part in found or () if isinstance(part, Slot)], problems


def names(path: Path, **found: str | None) -> Iterable[Problem]:
    """Names of secrets, by the keys they stand under."""
    for key, name in found.items():
        if name is not None and not _is_name(name):
            yield invalid(f"{key!r} is the name of a secret: letters, digits and _", (*path, key))


def secret_slots(found: Iterable[Slot], path: Path, *, own: bool) -> Iterable[Problem]:
    """Slots that name secrets. own: whether `{secret}` reads one."""
    for slot in found:
        if slot.what == "secret" and not own:
            yield invalid("{secret} is no value here: name one with {secret:NAME}", path)
        if isinstance(slot.what, Reference) and is_secret(slot) and not _is_name(slot.what.name):
            message = f"'secret:{slot.what.name}' needs the name of a secret"
            yield invalid(f"{message}: letters, digits and _", path)


def only_secrets(text: str, path: Path, *, own: bool) -> Iterable[Problem]:
    """A template that may name nothing but secrets."""
    found, problems = template(text, path)
    yield from problems
    yield from secret_slots(found, path, own=own)
    for slot in found:
        if not is_secret(slot):
            yield invalid("only secrets can be named here, such as {secret:NAME}", path)


def is_secret(slot: Slot) -> bool:
    """Whether the slot reads a secret."""
    if isinstance(slot.what, Reference):
        return slot.what.kind == "secret"
    return slot.what == "secret"


def _is_name(name: str) -> bool:
    return name.isidentifier() and name.isascii() and len(name) <= 100
