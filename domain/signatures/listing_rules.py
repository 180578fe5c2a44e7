"""Which lists of values in content are possible: one kind each, with its own options."""

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from domain.errors import Problem
from domain.signatures import content, listing, references
from domain.signatures.decoding import Path
from domain.signatures.parts import ContentPart
from domain.signatures.problems import attempt, invalid, place

MAX_ENTRIES: Final = 100
MAX_WORD: Final = 200
OPTIONS: Final[Mapping[str, frozenset[str]]] = {
    "params": frozenset(
        {"params", "between", "join", "sort", "exclude", "drop_empty", "repeats", "show"}
    ),
    "fields": frozenset({"fields", "by", "lists", "absent", "format", "join"}),
    "signed_headers": frozenset({"signed_headers", "names", "split", "format", "join"}),
}


def problems(part: ContentPart, path: Path) -> Iterable[Problem]:
    """Everything that is wrong with a list, its places left to the caller."""
    kinds = [kind for kind, is_set in _kinds(part).items() if is_set]
    if len(kinds) != 1:
        told = "'params', 'fields' (or 'by' with 'lists') and 'signed_headers' (or 'names')"
        yield invalid(f"exactly one of {told} is needed", path)
        return
    for name in _given(part):
        if name not in OPTIONS[kinds[0]]:
            yield invalid(f"{name!r} does not belong to {kinds[0]!r}", (*path, name))
    if kinds[0] == "fields":
        yield from _fields(part, path)
    if kinds[0] == "signed_headers":
        yield from _headers(part, path)
    if part.format is not None:
        yield from _format(part.format, (*path, "format"))
    for name in ("between", "join", "split"):
        if len(getattr(part, name)) > MAX_WORD:
            yield invalid(f"{name!r} is at most {MAX_WORD} characters", (*path, name))


def _kinds(part: ContentPart) -> Mapping[str, bool]:
    return {
        "params": part.params is not None,
        "fields": bool(part.fields or part.by or part.lists),
        "signed_headers": bool(part.signed_headers or part.names),
    }


def _given(part: ContentPart) -> Iterable[str]:
    given: dict[str, object] = msgspec.to_builtins(part)  # defaults are left out
    return given


def _fields(part: ContentPart, path: Path) -> Iterable[Problem]:
    if bool(part.by) != bool(part.lists):
        yield invalid("'by' and 'lists' need each other", path)
    if part.fields and part.by:
        yield invalid("'fields' and 'by' cannot stand together: name one list, or choose one", path)
    lists = [(("lists", name), pairs) for name, pairs in part.lists.items()]
    for under, pairs in [(("fields",), part.fields), *lists]:
        where = (*path, *under)
        if len(pairs) > MAX_ENTRIES or (not pairs and under != ("fields",)):
            yield invalid(f"between 1 and {MAX_ENTRIES} fields are needed", where)
        for label, _ in pairs:
            if len(label) > MAX_WORD or not label.isprintable():
                yield invalid(f"a label is at most {MAX_WORD} printable characters", where)
    yield from _slots_of(part, path)


def _slots_of(part: ContentPart, path: Path) -> Iterable[Problem]:
    yield from attempt(lambda: list(content.part_slots(part)), path)[1]


def _headers(part: ContentPart, path: Path) -> Iterable[Problem]:
    if part.signed_headers and part.names:
        yield invalid("'signed_headers' and 'names' cannot stand together", path)
    if part.signed_headers and not part.split:
        yield invalid("'split' is what separates the names", (*path, "split"))
    if len(part.names) > listing.MAX_HEADERS:
        yield invalid(f"at most {listing.MAX_HEADERS} headers are allowed", (*path, "names"))
    for number, name in enumerate(part.names):
        if name.lower() != listing.REQUEST_TARGET:
            yield from place(f"header:{name}", references.KINDS, (*path, "names", str(number)))[1]
    yield from _slots_of(part, path)


def _format(text: str, path: Path) -> Iterable[Problem]:
    if len(text) > MAX_WORD:
        yield invalid(f"'format' is at most {MAX_WORD} characters", path)
        return
    yield from attempt(lambda: listing.entry(text), path)[1]
