"""Read a scheme from data and write it back.

Knows which combinations are impossible, so that a scheme that was read can always be compiled.
Leaves out what the parts do.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

import msgspec

from domain.errors import Invalid, Problem, ProblemCode
from domain.signatures import content, keys, references
from domain.signatures.content import Slot
from domain.signatures.decoding import Path, decode
from domain.signatures.references import Reference
from domain.signatures.schemes import (
    AnyOf,
    Basic,
    Binding,
    FirstOf,
    Hmac,
    NoSignature,
    Params,
    Scheme,
    Signature,
    Timestamp,
    Token,
)

MAX_TEXT: Final = 2_000
MAX_SCHEMES: Final = 10
MAX_NESTING: Final = 3

T = TypeVar("T")


def read_scheme(data: object, path: Path = ()) -> Scheme:
    """Build a scheme. Raises Invalid with every problem, each path starting with `path`."""
    scheme: Scheme = decode(data, Scheme, path)
    problems = list(_scheme(scheme, path, nesting=0))
    if problems:
        raise Invalid(problems)
    return scheme


def to_data(scheme: Scheme) -> dict[str, object]:
    """The data that reads back as the same scheme: texts, whole numbers, lists and tables only."""
    data: dict[str, object] = msgspec.to_builtins(scheme)
    return data


def _scheme(scheme: Scheme, path: Path, *, nesting: int) -> Iterable[Problem]:
    match scheme:
        case Hmac():
            yield from _hmac(scheme, path)
        case Token():
            yield from _place(scheme.source, references.KINDS, (*path, "from"))[1]
            yield from _names(path, secret=scheme.secret)
        case Basic():
            yield from _names(path, username=scheme.username, password=scheme.password)
        case AnyOf():
            schemes = [(one, ("schemes", str(n))) for n, one in enumerate(scheme.schemes)]
            yield from _inner(schemes, path, nesting)
        case FirstOf():
            cases = [
                (one.scheme, ("cases", str(n), "scheme")) for n, one in enumerate(scheme.cases)
            ]
            yield from _inner(cases, path, nesting)
            yield from _conditions(scheme, path)
        case NoSignature():
            pass


def _inner(schemes: Sequence[tuple[Scheme, Path]], path: Path, nesting: int) -> Iterable[Problem]:
    if not 1 <= len(schemes) <= MAX_SCHEMES:
        yield _invalid(f"between 1 and {MAX_SCHEMES} schemes are needed", path)
        return
    if nesting == MAX_NESTING:
        yield _invalid(f"schemes may stand in each other {MAX_NESTING} deep", path)
        return
    for scheme, place in schemes:
        if isinstance(scheme, NoSignature):
            yield _invalid(
                "'none' beside other schemes would accept every payload", (*path, *place)
            )
        yield from _scheme(scheme, (*path, *place), nesting=nesting + 1)


def _conditions(scheme: FirstOf, path: Path) -> Iterable[Problem]:
    for number, case in enumerate(scheme.cases):
        place = (*path, "cases", str(number), "when")
        if case.when is not None:
            yield from _place(case.when, references.KINDS, place)[1]
        elif number != len(scheme.cases) - 1:
            yield _invalid(
                "only the last case may go without 'when': it hides those after it", place
            )


def _hmac(scheme: Hmac, path: Path) -> Iterable[Problem]:
    yield from _names(path, secret=scheme.secret)
    signature, problems = _place(
        scheme.signature.source, references.KINDS, (*path, "signature", "from")
    )
    yield from problems
    yield from _grammar(scheme.signature, (*path, "signature"))
    if scheme.timestamp:
        yield from _timestamp(scheme.timestamp, scheme.signature, (*path, "timestamp"))
    if (wrong := keys.problem(scheme.key)) is not None:
        yield _invalid(wrong, (*path, "key"))
    yield from _content(scheme, signature, path)
    for number, binding in enumerate(scheme.bind):
        yield from _binding(binding, scheme, (*path, "bind", str(number)))


def _grammar(rule: Signature, path: Path) -> Iterable[Problem]:
    if rule.kv and not (rule.split and rule.pick):
        yield _invalid(
            "'kv' needs 'split' and 'pick': what separates items, and whose value to take", path
        )
    if rule.pick and not rule.kv:
        yield _invalid("'pick' needs 'kv': what separates a key from its value", path)
    if rule.kv and rule.pick and (rule.kv in rule.pick or rule.split in rule.pick):
        yield _invalid("'pick' cannot hold 'kv' or 'split'", (*path, "pick"))
    if rule.kv and rule.kv == rule.split:
        yield _invalid("'kv' and 'split' cannot be the same", (*path, "kv"))
    for name in ("strip", "split", "kv", "pick"):
        if not getattr(rule, name).isascii() or len(getattr(rule, name)) > 100:
            yield _invalid(f"{name!r} must be short plain ASCII text", (*path, name))


def _timestamp(rule: Timestamp, signature: Signature, path: Path) -> Iterable[Problem]:
    place, problems = _place(rule.source, content.LOCATED, (*path, "from"))
    yield from problems
    if place and place.kind == "sig":
        yield from _field(place, signature, (*path, "from"))
    for name in ("tolerance", "future"):
        value = getattr(rule, name)
        if isinstance(value, int) and not 0 <= value <= 604_800:
            yield _invalid(f'{name!r} is 0 to 604800 seconds (a week), or "any"', (*path, name))


def _content(scheme: Hmac, signature: Reference | None, path: Path) -> Iterable[Problem]:
    where = (*path, "content")
    if not scheme.content:
        yield _invalid("content is empty: every payload would have the same signature", where)
    slots: list[Slot] = []
    for number, part in enumerate(content.parts(scheme)):
        if isinstance(part, Params):
            slots.append(Slot("body" if part.params == "form" else "url", ()))
            continue
        found, problems = _template(
            part, where if isinstance(scheme.content, str) else (*where, str(number))
        )
        yield from problems
        slots += found
    yield from _covered(slots, scheme, signature, where)


def _covered(
    slots: list[Slot], scheme: Hmac, signature: Reference | None, path: Path
) -> Iterable[Problem]:
    yield from _slots(slots, scheme, path)
    plain = {slot.what for slot in slots}
    inside = {"query": {"url", "path_query"}, "form": {"body"}, "json": {"body"}}
    if signature and plain & inside.get(signature.kind, set()):
        yield _invalid(f"{signature.words} is inside what it signs", path)


def _slots(slots: list[Slot], scheme: Hmac, path: Path) -> Iterable[Problem]:
    for slot in slots:
        if slot.what == "timestamp" and scheme.timestamp is None:
            yield _invalid(
                "{timestamp} is signed, but 'timestamp' does not say where it stands", path
            )
        if isinstance(slot.what, Reference) and slot.what.kind == "sig":
            yield from _field(slot.what, scheme.signature, path)


def _binding(binding: Binding, scheme: Hmac, path: Path) -> Iterable[Problem]:
    yield from _place(binding.value, references.KINDS, (*path, "value"))[1]
    slots, problems = _template(binding.equals, (*path, "equals"))
    yield from problems
    yield from _slots(slots, scheme, (*path, "equals"))


def _field(place: Reference, signature: Signature, path: Path) -> Iterable[Problem]:
    if not signature.kv:
        yield _invalid(
            f"'sig:{place.name}' needs a signature of keys and values: set 'split' and 'kv'", path
        )
    elif place.name == signature.pick:
        yield _invalid(f"'sig:{place.name}' is the signature itself", path)


def _template(text: str, path: Path) -> tuple[list[Slot], list[Problem]]:
    if len(text) > MAX_TEXT:
        return [], [
            Problem(ProblemCode.TOO_LONG, f"at most {MAX_TEXT} characters are allowed", path)
        ]
    found, problems = _try(lambda: content.parse(text), path)
    return [part for part in found or () if isinstance(part, Slot)], problems


def _place(text: str, kinds: Iterable[str], path: Path) -> tuple[Reference | None, list[Problem]]:
    return _try(lambda: references.parse(text, tuple(kinds)), path)


def _try(read: Callable[[], T], path: Path) -> tuple[T | None, list[Problem]]:
    try:
        return read(), []
    except ValueError as error:
        return None, [_invalid(str(error), path)]


def _names(path: Path, **names: str) -> Iterable[Problem]:
    for key, name in names.items():
        if not name.isidentifier() or not name.isascii() or len(name) > 100:
            yield _invalid(f"{key!r} is the name of a secret: letters, digits and _", (*path, key))


def _invalid(message: str, path: Path) -> Problem:
    return Problem(ProblemCode.INVALID, message, path)
