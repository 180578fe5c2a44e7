"""What a response's code may return, and the reply it becomes. Pure; every problem at once, in words.

The same policy as for handshake rules: a reply under our address cannot become a page, set cookies or redirect.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes.headers import header_fault, value_fault
from domain.reply import Reply

MAX_HEADERS: Final = 50
MAX_HEADER_BYTES: Final = 16_384
MAX_KEPT_NAMES: Final = 20
MAX_KEPT: Final = 4_096

_KEYS: Final = ("status", "headers", "body", "persist", "handshake")
_KEPT: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_BODILESS: Final = frozenset({204, 205, 304})
_NO_SNIFFING: Final = ("x-content-type-options", "nosniff")
_NO_SCRIPTS: Final = ("content-security-policy", "default-src 'none'; sandbox")
# what no browser runs as it is; markup besides is sent with the policy that keeps it from running
_INERT: Final = frozenset(
    {
        "text/plain",
        "text/csv",
        "application/json",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
    }
)
_MARKUP: Final = frozenset({"text/xml", "application/xml"})


@dataclass(frozen=True, slots=True)
class CodeReply:
    """persist: values to keep, by name; whether they may be written is decided elsewhere.

    is_handshake: what the code says of the request, None where it says nothing.
    """

    reply: Reply
    persist: Mapping[str, str]
    is_handshake: bool | None


def read_response(value: Any) -> CodeReply:
    """Judge what a call in the mode `respond` returned.

    status: 200 when left out. headers: text, a number, or a list of texts each. body: text and bytes as they are,
    null is empty, everything else becomes JSON; with 204, 205 and 304 it is left out. Raises Invalid.
    """
    if not isinstance(value, dict):
        message = "the code must return an object such as { status: 200, body: 'ok' }"
        raise Invalid.one(ProblemCode.INVALID, message)
    problems = [*_unknown(value), *_status(value), *_handshake(value)]
    headers, header_problems = _headers(value.get("headers"))
    kept, kept_problems = _persist(value.get("persist"))
    problems += [*header_problems, *kept_problems]
    body, kind = _body(value.get("body"))
    status = value.get("status", 200)
    if status in _BODILESS:
        body, kind = b"", ""
    named = [text for name, text in headers if name == "content-type"]
    problems += _content_type(named)
    if problems:
        raise Invalid(problems)
    rest = [(name, text) for name, text in headers if name != "content-type"]
    described = _describe(named[0] if named else kind)
    reply = Reply(status, (*described, *rest), body)
    return CodeReply(reply, kept, value.get("handshake"))


def _unknown(value: Mapping[str, Any]) -> Iterator[Problem]:
    for name in [name for name in value if name not in _KEYS][:MAX_KEPT_NAMES]:
        near = difflib.get_close_matches(name[:40], _KEYS, 1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
        yield _problem(f"{name[:40]} is not a part of a reply; {hint}", name[:40])


def _status(value: Mapping[str, Any]) -> Iterator[Problem]:
    status = value.get("status", 200)
    if type(status) is not int or not 200 <= status <= 599:
        yield _problem("a status is a whole number from 200 to 599", "status")


def _handshake(value: Mapping[str, Any]) -> Iterator[Problem]:
    if not isinstance(value.get("handshake"), bool | None):
        yield _problem("it is true or false", "handshake")


def _headers(given: Any) -> tuple[list[tuple[str, str]], list[Problem]]:
    if given is None:
        return [], []
    if not isinstance(given, dict):
        return [], [_problem("headers are an object of names and texts", "headers")]
    pairs = [(name.lower(), text) for name, value in given.items() for text in _texts(value)]
    if len(pairs) > MAX_HEADERS:
        return [], [_problem(f"at most {MAX_HEADERS} headers are sent", "headers")]
    problems = [one for name, text in pairs for one in _header_faults(name, text)]
    found = [(name, text) for name, text in pairs if isinstance(text, str)]
    if sum(len(name) + len(text) for name, text in found) > MAX_HEADER_BYTES:
        problems.append(_problem(f"headers have at most {MAX_HEADER_BYTES} bytes", "headers"))
    return found, problems


def _texts(value: Any) -> list[Any]:
    values = value if isinstance(value, list) else [value]
    return [str(one) if type(one) in {int, float} else one for one in values]


def _header_faults(name: str, text: Any) -> Iterator[Problem]:
    where = ("headers", name[:100])
    fault = None if name == "content-type" else header_fault(name)
    if fault is not None:
        yield _problem(fault, *where)
    if not isinstance(text, str):
        yield _problem("a header's value is text", *where)
    elif (fault := value_fault(text)) is not None:
        yield _problem(fault, *where)


def _content_type(named: list[str]) -> Iterator[Problem]:
    if len(named) > 1:
        yield _problem("it is named more than once", "headers", "content-type")
    for text in named:
        essence = text.partition(";")[0].strip().lower()
        if essence not in _INERT | _MARKUP and not essence.endswith("+json"):
            known = ", ".join(sorted(_INERT | _MARKUP))
            yield _problem(
                f"a reply cannot be of this type; known are {known}", "headers", "content-type"
            )


def _describe(content_type: str) -> Iterator[tuple[str, str]]:
    if not content_type:
        return
    yield "content-type", content_type
    yield _NO_SNIFFING
    if content_type.partition(";")[0].strip().lower() in _MARKUP:
        yield _NO_SCRIPTS


def _body(value: Any) -> tuple[bytes, str]:
    match value:
        case None:
            return b"", ""
        case bytes():
            return value, "application/octet-stream"
        case str():
            return value.encode(), "text/plain; charset=utf-8"
        case _:
            return orjson.dumps(value), "application/json"


def _persist(given: Any) -> tuple[dict[str, str], list[Problem]]:
    if given is None:
        return {}, []
    if not isinstance(given, dict):
        return {}, [_problem("it is an object of names and texts", "persist")]
    if len(given) > MAX_KEPT_NAMES:
        return {}, [_problem(f"at most {MAX_KEPT_NAMES} values are kept", "persist")]
    kept = {name: str(one) if type(one) is int else one for name, one in given.items()}
    return kept, [one for name, text in kept.items() for one in _kept_faults(name, text)]


def _kept_faults(name: str, text: Any) -> Iterator[Problem]:
    where = ("persist", name[:64])
    if not _KEPT.fullmatch(name):
        yield _problem("a name is letters, digits and _, at most 64, not a digit first", *where)
    if not isinstance(text, str) or not text or "\0" in text or len(text.encode()) > MAX_KEPT:
        yield _problem(f"what is kept is text of 1 to {MAX_KEPT} bytes without NUL", *where)


def _problem(message: str, *path: str) -> Problem:
    return Problem(ProblemCode.INVALID, message, path)
