"""Account parameters: the parts of an integration's addresses that only a customer knows, such as a shop's name. Pure.

An address declares one by naming it: `https://{{credential.shop}}.myshopify.com`. A value is one DNS label, and the
end of a host is written out, so no value leads to another host than one of the provider's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from domain import text
from domain.connections.urls import url_fault
from domain.errors import Problem, ProblemCode
from domain.registrations.requests import KeyValue

MOST: Final = 20
WRITTEN_OUT: Final = 2
"""How many labels at the end of a host no parameter stands in."""

_READ: Final = re.compile(r"\{\{\s*credential\.([A-Za-z_][A-Za-z0-9_]{0,63})\s*\}\}", re.ASCII)
_LABEL: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?", re.ASCII)
_OTHERS: Final = frozenset({"id", "providerId", "accessToken", "username", "password"})
_MARK: Final = "0-parameter-0"
_ACCEPTED: Final = (
    "accepted: one name of 1 to 63 letters, digits and hyphens, beginning and ending with a letter or digit; "
    "no dots and no address"
)


def names(*addresses: str | None) -> tuple[str, ...]:
    """The parameters that addresses declare, in order, each once."""
    found = [name for each in addresses for name in _READ.findall(each or "")]
    return tuple(dict.fromkeys(found))


def address_fault(url: str, *, allows_http: bool) -> str | None:
    """What is wrong with an address that may hold parameters; None when nothing is."""
    shape = _READ.sub(_MARK, url)
    if "{{" in shape or "}}" in shape:
        return "the only template in an address is a part of a host or path, such as {{credential.shop}}"
    if taken := _OTHERS.intersection(names(url)):
        return f"credential.{min(taken)} is no part of an address: choose another name"
    if fault := url_fault(shape, allows_http=allows_http):
        return fault
    if any(_MARK in label for label in urlsplit(shape).netloc.split(".")[-WRITTEN_OUT:]):
        return "the end of a host is written out, such as {{credential.shop}}.example.com"
    return None


def filled(address: str, values: Mapping[str, str]) -> str:
    """The address with the values that there are; `names` of it then tells what is missing."""
    return _READ.sub(lambda found: values.get(found[1], found[0]), address)


def problems(
    given: tuple[KeyValue, ...], *, declared: tuple[str, ...], needed: tuple[str, ...]
) -> Iterator[Problem]:
    """Find what is wrong with given parameters: `parameters`, `parameters.0.name`, `parameters.0.value`."""
    if len(given) > MOST:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MOST} are accepted", ("parameters",))
        return
    seen: set[str] = set()
    for index, entry in enumerate(given):
        where = ("parameters", str(index))
        if entry.name not in declared:
            accepted = ", ".join(declared) or "none, for the integration's addresses declare none"
            yield Problem(ProblemCode.INVALID, f"accepted: {accepted}", (*where, "name"))
        elif entry.name in seen:
            yield Problem(ProblemCode.TAKEN, "it is given twice", (*where, "name"))
        if not _LABEL.fullmatch(entry.value):
            yield Problem(ProblemCode.INVALID, _ACCEPTED, (*where, "value"))
        seen.add(entry.name)
    if missing := [name for name in needed if name not in seen]:
        message = f"the integration's addresses read {listed(missing)}: give a value for each"
        yield Problem(ProblemCode.REQUIRED, message, ("parameters",))


def listed(missing: Iterable[str]) -> str:
    """Names as a person writes them."""
    return text.shorten(", ".join(f"credential.{name}" for name in missing), 200)
