"""From what a child said and how it ended to a failure in words. Pure."""

import binascii
import signal
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from domain.sandbox import frames
from domain.sandbox.calls import Failure, FailureKind, Mode
from domain.sandbox.limits import KB, MB, MESSAGE_CHARACTERS, Limits

_BY_SIGNAL: Final[Mapping[int, FailureKind]] = MappingProxyType(
    {
        signal.SIGPROF: FailureKind.CPU,
        signal.SIGXCPU: FailureKind.CPU,
        signal.SIGALRM: FailureKind.TIMEOUT,
        signal.SIGSYS: FailureKind.BLOCKED_SYSCALL,
    }
)
_FROM_ENGINE: Final = frozenset(
    {
        FailureKind.JS_ERROR,
        FailureKind.TIMEOUT,
        FailureKind.MEMORY,
        FailureKind.RESULT_TOO_LARGE,
    }
)
_WORDS: Final[Mapping[FailureKind, str]] = MappingProxyType(
    {
        FailureKind.CPU: "the code used more than {cpu} ms of CPU",
        FailureKind.TIMEOUT: "the code took longer than {wall} ms",
        FailureKind.MEMORY: "the code used more than {heap} MB of memory",
        FailureKind.RESULT_TOO_LARGE: (
            "the result is larger than {result} KB as JSON, or nested too deeply"
        ),
        FailureKind.BLOCKED_SYSCALL: "the code tried something that the sandbox forbids",
        FailureKind.PROTOCOL: "the sandbox gave an answer that cannot be read",
        FailureKind.CRASH: "the sandbox ended without an answer",
    }
)
_LOOP: Final = "look for a loop that does not end, or an expression that backtracks"
_OUT_OF_MEMORY: Final = "out of memory"
_NO_IMPORT: Final = "module not found: "
_HINTS: Final = (
    (
        frozenset({"fetch", "XMLHttpRequest", "axios"}),
        "there is no network here; pass what the code needs as a parameter",
    ),
    (
        frozenset({"app", "express", "router", "server", "req", "res", "response", "next"}),
        "no server is behind this: look at `request`, and return true, false or the answer",
    ),
    (
        frozenset({"setInterval"}),
        "a call ends within a second: setTimeout is there, and does not wait",
    ),
)


def of_signal(number: int, limits: Limits) -> Failure:
    """Say why the kernel ended a child; 0 is a child that left without an answer."""
    return plain(_BY_SIGNAL.get(number, FailureKind.CRASH), limits)


def plain(kind: FailureKind, limits: Limits) -> Failure:
    """Word a failure that no code worded."""
    message = _WORDS[kind].format(
        cpu=limits.cpu_ms,
        wall=limits.wall_ms,
        heap=limits.heap_bytes // MB,
        result=limits.result_bytes // KB,
    )
    return Failure(kind, message, hint=_LOOP if kind is FailureKind.CPU else "")


def of_engine(content: Any, limits: Limits) -> Failure:
    """Read an `E` frame. Raises Hostile."""
    match content:
        case {"kind": str(kind), "message": str(message)} if kind in _FROM_ENGINE:
            told = FailureKind(kind)
        case _:
            raise frames.Hostile("an ending of another form")
    if told is FailureKind.JS_ERROR:
        return _thrown("", message, limits)
    return plain(told, limits)


def read_result(content: Any, mode: Mode, limits: Limits) -> Failure | Any:
    """Read an `R` frame: the value, or the Failure of what was thrown. Raises Hostile."""
    match content:
        case {"e": {"name": str(name), "message": str(message), "compiling": bool(compiling)} as e}:
            thrown = _thrown(name, message, limits, compiling=compiling)
            return replace(thrown, line=_position(e.get("line")), column=_position(e.get("col")))
        case {"v": value, "bytes": True}:
            return _with_bytes(value, mode)
        case {"v": value}:
            return value
        case _:
            raise frames.Hostile("a result of another form")


def _thrown(name: str, message: str, limits: Limits, *, compiling: bool = False) -> Failure:
    if name in {"", "InternalError"} and _OUT_OF_MEMORY in message:
        return plain(FailureKind.MEMORY, limits)
    kind = FailureKind.SYNTAX if compiling else FailureKind.JS_ERROR
    text = (f"{name}: {message}" if name else message).replace("\0", "\ufffd")
    return Failure(kind, text[:MESSAGE_CHARACTERS], hint=_hint(name, message, compiling=compiling))


def _hint(name: str, message: str, *, compiling: bool) -> str:
    if (compiling and "import" in message) or message.startswith(_NO_IMPORT):
        return "use require('crypto') or libraries.crypto instead of import"
    if "never settled" in message:
        return "await something that ends: there is no network here"
    missing = message.partition(" ")[0] if name == "ReferenceError" else ""
    return next((hint for names, hint in _HINTS if missing in names), "")


def _position(value: Any) -> int | None:
    return value if type(value) is int and 0 < value < 1_000_000 else None


def _with_bytes(value: Any, mode: Mode) -> Any:
    match mode, value:
        case Mode.VERIFY, str(text):
            return _bytes(text)
        case Mode.RESPOND, {"body": str(text), **rest}:
            return {**rest, "body": _bytes(text)}
        case _:
            raise frames.Hostile("bytes where none can be")


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise frames.Hostile("bytes that are not base64") from error
