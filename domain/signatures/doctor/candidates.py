"""The candidates of a search: what may be signatures, together with what may have been signed; bytes of a content."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from domain.errors import Invalid
from domain.request import Malformed, Request
from domain.signatures import content as signed_content
from domain.signatures.doctor.contents import Content, Parameters
from domain.signatures.doctor.evidence import (
    Mark,
    Stamp,
    Told,
    ids,
    marks,
    siblings,
    stamps,
    told,
    unit_of,
)
from domain.signatures.reading import read_scheme
from domain.signatures.schemes import Scheme
from domain.signatures.slots import Signed

_VERSION: Final = re.compile(r"v\d{1,2}")
_MOST_FIELDS: Final = 6


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that were cut out of one text alike. parameters: what may be signed beside the body."""

    marks: tuple[Mark, ...]
    parameters: Parameters
    fields: Mapping[str, str] = field(repr=False)


def groups(request: Request) -> tuple[Group, ...]:
    """Every mark of a request, in groups; those whose name promises a signature first."""
    values = told(request)
    found: dict[tuple[tuple[str, str], ...], list[Mark]] = {}
    for mark in marks(values):
        found.setdefault(tuple(mark.fields.items()), []).append(mark)
    return tuple(
        Group(tuple(alike), _parameters(request, values, alike), dict(fields))
        for fields, alike in found.items()
    )


def built(
    request: Request, group: Group, content: Content, secrets: Mapping[str, str]
) -> bytes | None:
    """The bytes of a content, None when the request has not got its parts. secrets: that `{secret}` reads."""
    parts = (content.parts,) if isinstance(content.parts, str) else content.parts
    stamp = content.stamp.text if content.stamp else ""
    own = next(iter(secrets), "")
    try:
        return signed_content.builder(parts, own)(
            Signed(request, request.url, stamp, group.fields, secrets=secrets)
        )
    except (Malformed, ValueError):
        return None


def described(method: str, mark: Mark, content: Content, **more: Any) -> Scheme | None:
    """The scheme of a hit, None when it would not be a sound one: a signature inside what it signs."""
    parts = content.parts
    data: dict[str, Any] = {
        "method": method,
        "signature": msgspec.to_builtins(mark.signature),
        "encoding": mark.encoding.value,
        "content": parts if isinstance(parts, str) else msgspec.to_builtins(parts),
        **more,
    }
    if content.stamp:
        data["timestamp"] = {"from": content.stamp.place, "unit": content.stamp.unit.value}
    try:
        return read_scheme(data)
    except Invalid:
        return None


def _parameters(request: Request, values: tuple[Told, ...], alike: list[Mark]) -> Parameters:
    own = list(_own_stamps(request, alike[0].fields))
    beside = [
        f"sig:{name}"
        for name in alike[0].fields
        if name not in {stamp.place.removeprefix("sig:") for stamp in own}
    ]
    beside += siblings(values, alike[0].signature.source)
    words = {
        word
        for mark in alike
        for text in (mark.signature.strip, mark.signature.pick)
        for word in _VERSION.findall(text)
    }
    return Parameters(
        stamps=(*own, *stamps(values, request.received_at)),
        ids=(*beside[:_MOST_FIELDS], *ids(values)),
        words=sorted(words),
    )


def _own_stamps(request: Request, fields: Mapping[str, str]) -> Iterator[Stamp]:
    for name, text in list(fields.items())[:_MOST_FIELDS]:
        if text and (unit := unit_of(text, request.received_at)) is not None:
            yield Stamp(f"sig:{name}", unit, text)
