"""The variable menu: what can be written at a place, with samples from a real event."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from domain.request import Malformed, Request
from domain.templates.comparison import as_json_or_kind
from domain.templates.names import KnownNames
from domain.templates.scope import Pairs, RequestScope, Scope
from domain.templates.segments import Segment, spell
from domain.templates.values import shorten

MAX_VARIABLES: Final = 200
MAX_DEPTH: Final = 10
MAX_SAMPLE: Final = 120
MAX_KEY: Final = 200

_LABELS: Final = MappingProxyType(
    {
        "settings": "Settings",
        "secrets": "Secrets",
        "integration": "Integration",
        "credential": "Connected account",
        "user": "Connected user",
        "persisted": "Persisted values",
    }
)
_SECRET_ROOTS: Final = frozenset({"secrets", "persisted"})
_SECRET_NAMES: Final = frozenset({"accessToken", "authorization", "proxy-authorization", "cookie"})
_PUBLIC_CREDENTIAL: Final = frozenset({"id", "providerId"})


@dataclass(frozen=True, slots=True)
class Variable:
    """path: what to write between the braces. sample: shortened text, None when secret or unknown."""

    path: str
    label: str
    sample: str | None = None
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class VariableGroup:
    """name: stable, a root or a part of the event. label: for a person."""

    name: str
    label: str
    variables: tuple[Variable, ...]


def menu(
    known: KnownNames,
    sample: Request | None = None,
    values: Scope = MappingProxyType({}),
) -> list[VariableGroup]:
    """Every group of variables that can be used where `known` holds, at most MAX_VARIABLES in each.

    sample: the newest event. values: what the closed roots hold, and `setup.response`, where that is known;
    only what is not secret is shown. Of a deep root, what else `values` hold is named too, and never shown.
    """
    groups = [
        _closed(root, names, values, is_deep=root in known.deep)
        for root, names in known.closed.items()
        if names
    ]
    if known.has_answer:
        groups.append(_answer(values.get("setup", {}).get("response")))
    if known.has_event:
        groups += _event(sample)
    return groups


def _closed(
    root: str, names: frozenset[str], values: Scope, *, is_deep: bool = False
) -> VariableGroup:
    known: Mapping[str, Any] = values.get(root, {})
    variables = []
    for name in sorted(names)[:MAX_VARIABLES]:
        is_secret = root in _SECRET_ROOTS or (
            root == "credential" and name not in _PUBLIC_CREDENTIAL
        )
        # a lazily read mapping would decrypt here: secrets are not even looked up
        shown = None if is_secret or name not in known else _sample(known[name])
        variables.append(Variable(spell(root, (name,)), name, shown, is_secret))
    others = {name: known[name] for name in known if name not in names} if is_deep else {}
    for segments, _ in _walk((), others, MAX_DEPTH) if others else ():
        variables.append(Variable(spell(root, segments), str(segments[-1]), None, is_secret=True))
    return VariableGroup(root, _LABELS.get(root, root), tuple(variables[:MAX_VARIABLES]))


def _answer(answer: Mapping[str, Any] | None) -> VariableGroup:
    before = ("response",)
    known = answer or {}
    found = [_variable("setup", (*before, "status"), known.get("status"))]
    found += _named("setup", (*before, "headers"), known.get("headers", {}))
    found += _leaves("setup", (*before, "body"), known.get("body"))
    return VariableGroup("setup.response", "Answer of the provider", tuple(found[:MAX_VARIABLES]))


def _event(sample: Request | None) -> list[VariableGroup]:
    event = RequestScope(sample) if sample else None
    whole = [
        _variable("event", ("method",), sample.method if sample else None),
        _variable("event", ("rawBody",), _part(event, "rawBody")),
    ]
    body = _leaves("event", ("body",), _part(event, "body"))
    headers = _named("event", ("headers",), _part(event, "headers") or {})
    query = _named("event", ("query",), _part(event, "query") or {})
    return [
        VariableGroup("event.body", "Body of the event", tuple(body)),
        VariableGroup("event.headers", "Headers of the event", tuple(headers)),
        VariableGroup("event.query", "Query of the event", tuple(query)),
        VariableGroup("event", "The whole request", tuple(whole)),
    ]


def _part(event: RequestScope | None, name: str) -> Any:
    try:
        return event[name] if event else None
    except Malformed:
        return None


def _named(root: str, before: tuple[Segment, ...], pairs: Mapping[str, Any]) -> list[Variable]:
    names = [name for name in pairs if _is_writable(name)][:MAX_VARIABLES]
    return [_variable(root, (*before, name), pairs[name]) for name in names]


def _leaves(root: str, before: tuple[Segment, ...], value: Any) -> list[Variable]:
    found: list[Variable] = []
    for segments, leaf in _walk(before, value, MAX_DEPTH):
        found.append(_variable(root, segments, leaf))
        if len(found) == MAX_VARIABLES:
            break
    return found


def _walk(
    before: tuple[Segment, ...], value: Any, depth: int
) -> Iterator[tuple[tuple[Segment, ...], Any]]:
    """Leaves in document order; of a list only the first item, which stands for the others."""
    if depth and isinstance(value, dict) and value:
        for key, each in value.items():
            if _is_writable(key):
                yield from _walk((*before, key), each, depth - 1)
    elif depth and isinstance(value, list) and value:
        yield from _walk((*before, 0), value[0], depth - 1)
    else:
        yield before, value


def _is_writable(name: str) -> bool:
    return len(name) <= MAX_KEY


def _variable(root: str, segments: tuple[Segment, ...], value: Any) -> Variable:
    is_secret = root == "event" and segments[-1] in _SECRET_NAMES and segments[0] == "headers"
    label = str(segments[-1])
    return Variable(spell(root, segments), label, None if is_secret else _sample(value), is_secret)


def _sample(value: Any) -> str | None:
    if value is None or isinstance(value, Pairs):
        return None
    return shorten(value if isinstance(value, str) else as_json_or_kind(value), MAX_SAMPLE)
