"""The words of a call: what is asked, what came back, and why nothing did."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.request import Request


class Mode(StrEnum):
    """What the code is for: `respond` makes a reply, `verify` judges a payload."""

    RESPOND = "respond"
    VERIFY = "verify"


class FailureKind(StrEnum):
    """Why a call gave no value. Stable codes."""

    JS_ERROR = "JS_ERROR"
    SYNTAX = "SYNTAX"
    CPU = "CPU"
    TIMEOUT = "TIMEOUT"
    MEMORY = "MEMORY"
    INPUT_TOO_LARGE = "INPUT_TOO_LARGE"
    RESULT_TOO_LARGE = "RESULT_TOO_LARGE"
    BLOCKED_SYSCALL = "BLOCKED_SYSCALL"
    CRASH = "CRASH"
    PROTOCOL = "PROTOCOL"
    BUSY = "BUSY"
    UNAVAILABLE = "UNAVAILABLE"


@dataclass(frozen=True, slots=True)
class Call:
    """One run of a customer's code. parameters: templates already resolved; nothing else of ours goes in."""

    project_id: str
    code: str
    mode: Mode
    parameters: Mapping[str, str]
    request: Request


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no value. line, column: from 1, in the customer's text. hint: what to do, or empty."""

    kind: FailureKind
    message: str
    line: int | None = None
    column: int | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ConsoleLine:
    """level: debug, log, info, warn or error."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended.

    value: what the code returned, as JSON values, with bytes where it returned a Buffer (at the top, or as `body`);
    to be judged by `read_response` or `read_verdict`. None, too, when failure is there. cpu_ms is what the child
    says of itself unless the kernel ended it.
    """

    value: Any = None
    failure: Failure | None = None
    console: tuple[ConsoleLine, ...] = ()
    cpu_ms: float = 0.0
    wall_ms: float = 0.0
    queue_ms: float = 0.0
