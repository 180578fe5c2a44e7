"""Custom code as GraphQL shows it: as it was entered, what it wrote, and what came of running it."""

from enum import Enum
from typing import Self

import orjson
import strawberry

from api.deliveries import DeliveryBody, Reply
from api.described import field, output
from api.enums import describe
from api.transport.encoding import is_plain
from api.transport.scalars import JSON, MAX_DEPTH, Base64
from api.values import KeyValue, shown, shown_pairs
from domain.sandbox import Failure, FailureKind, Mode
from domain.sandbox import Outcome as Ending
from domain.verdict import RejectionCause
from domain.wizard import description
from domain.wizard.trying import Tried


class ConsoleLevel(Enum):
    """The method of `console` that was called."""

    DEBUG = "debug"
    LOG = "log"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"


describe(
    ConsoleLevel,
    "ConsoleLevel",
    "The method of `console` that was called.",
    {
        ConsoleLevel.DEBUG: "`console.debug`.",
        ConsoleLevel.LOG: "`console.log`.",
        ConsoleLevel.INFO: "`console.info`.",
        ConsoleLevel.WARN: "`console.warn`.",
        ConsoleLevel.ERROR: "`console.error`.",
    },
)
describe(
    Mode,
    "CodePurpose",
    "What custom code is for.",
    {
        Mode.RESPOND: "It makes the reply to a delivery.",
        Mode.VERIFY: "It says whether a delivery is genuine.",
    },
)
describe(
    FailureKind,
    "CodeFailure",
    "Why custom code gave no result. More values may come.",
    {
        FailureKind.JS_ERROR: "It threw an error, or what it returned cannot be written as JSON.",
        FailureKind.SYNTAX: "It is not JavaScript.",
        FailureKind.CPU: "It computed longer than it may.",
        FailureKind.TIMEOUT: "It took longer than it may.",
        FailureKind.MEMORY: "It used more memory than it may.",
        FailureKind.INPUT_TOO_LARGE: "The delivery, the code or its parameters are larger than may be given to it.",
        FailureKind.RESULT_TOO_LARGE: "What it returned is larger than may be taken.",
        FailureKind.BLOCKED_SYSCALL: "It tried what the sandbox forbids.",
        FailureKind.CRASH: "The sandbox ended without an answer.",
        FailureKind.PROTOCOL: "The sandbox gave an answer that cannot be read.",
        FailureKind.BUSY: "Too much custom code runs now: try again.",
        FailureKind.UNAVAILABLE: "Custom code does not run here.",
    },
)


@output
class CustomCode:
    """JavaScript with the parameters that it reads."""

    code: str = strawberry.field(description="The code.")
    parameters: list[KeyValue] = strawberry.field(
        description="What it reads as `parameters`; values are templates."
    )
    digest_header: str | None = strawberry.field(
        description="Of a verification: the header that a returned digest is compared with."
    )

    @classmethod
    def of(cls, code: description.CustomCode) -> Self:
        """Show what was entered."""
        return cls(
            code=code.code, parameters=shown(code.parameters), digest_header=code.digest_header
        )


@output
class ConsoleLine:
    """A line that custom code wrote with `console`."""

    level: ConsoleLevel = strawberry.field(description="The method that was called.")
    text: str = strawberry.field(description="The line, at most 4096 characters.")


@output
class DeliveryConsoleLine:
    """A line that custom code wrote while it handled a delivery."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger whose code it is.")
    purpose: Mode = strawberry.field(description="Which of its codes wrote it.")
    level: ConsoleLevel = strawberry.field(description="The method of `console`.")
    text: str = strawberry.field(description="The line, secrets masked.")

    @classmethod
    def all(cls, stored: str | None) -> list[Self]:
        """Read what is stored with a delivery."""
        return [
            cls(
                trigger_id=strawberry.ID(trigger),
                purpose=Mode(mode),
                level=ConsoleLevel(level),
                text=text,
            )
            for trigger, mode, level, text in (orjson.loads(stored) if stored else ())
        ]


@output
class CodeError:
    """Why custom code gave no result."""

    failure: FailureKind = strawberry.field(description="What kind of failure it is.")
    message: str = strawberry.field(description="The error, in words.")
    line: int | None = strawberry.field(description="Where in the code, counted from 1.")
    column: int | None = strawberry.field(description="Where in the line, counted from 1.")
    hint: str = strawberry.field(description="What to do about it; possibly empty.")

    @classmethod
    def of(cls, failure: Failure) -> Self:
        """Show a failure."""
        return cls(
            failure=failure.kind,
            message=failure.message,
            line=failure.line,
            column=failure.column,
            hint=failure.hint,
        )


@output
class CustomCodeResult:
    """What came of running custom code against a delivery."""

    tried: strawberry.Private[Tried]

    @field
    def value(self) -> JSON | None:
        """What it returned, as JSON. Null when it failed, or returned bytes or nothing."""
        value = _without_bytes(self._ending.value)
        return JSON(value) if is_plain(value, MAX_DEPTH) else None

    @field
    def bytes(self) -> Base64 | None:
        """What it returned, if that is a Buffer."""
        value = self._ending.value
        return Base64(value) if isinstance(value, bytes) else None

    @field
    def error(self) -> CodeError | None:
        """Why it failed. Null when it did not."""
        failure = self._ending.failure
        return CodeError.of(failure) if failure else None

    @field
    def is_verified(self) -> bool | None:
        """Whether the delivery would be taken for genuine. Null for a response."""
        return None if self.tried.answer else self.tried.refusal is None

    @field
    def cause(self) -> RejectionCause | None:
        """Why it would be refused. Null when it would not, and for a response."""
        return self.tried.refusal.cause if self.tried.refusal else None

    @field
    def explanation(self) -> str:
        """What a delivery would be told of it: why it is refused, or why there is no such reply. Empty when all is well."""
        if self.tried.answer:
            return self.tried.answer.fault
        return self.tried.refusal.explanation if self.tried.refusal else ""

    @field
    def reply(self) -> Reply | None:
        """The reply that it made. Null for a verification, and when what it returned cannot be sent."""
        said = self.tried.answer.reply if self.tried.answer else None
        if said is None:
            return None
        reply = said.reply
        return Reply(
            status=reply.status,
            headers=shown_pairs(reply.headers),
            body=DeliveryBody(raw=reply.body),
        )

    @field
    def persists(self) -> list[str]:
        """Names of the values that it asks to keep."""
        said = self.tried.answer.reply if self.tried.answer else None
        return sorted(said.persist) if said else []

    @field
    def is_handshake(self) -> bool | None:
        """What its `handshake` says. Null when it says nothing."""
        said = self.tried.answer.reply if self.tried.answer else None
        return said.is_handshake if said else None

    @field
    def missing_parameters(self) -> list[str]:
        """Names of parameters whose templates have no value yet: the code does not see them."""
        return list(self.tried.missing)

    @field
    def console(self) -> list[ConsoleLine]:
        """What it wrote, in order."""
        return [
            ConsoleLine(level=ConsoleLevel(line.level), text=line.text)
            for line in self._ending.console
        ]

    @field
    def cpu_milliseconds(self) -> float:
        """The CPU time it used."""
        return self._ending.cpu_ms

    @field
    def wall_milliseconds(self) -> float:
        """The time from its start to its end."""
        return self._ending.wall_ms

    @property
    def _ending(self) -> Ending:
        return self.tried.outcome


def _without_bytes(value: object) -> object:
    if isinstance(value, bytes):
        return None
    if isinstance(value, dict) and isinstance(value.get("body"), bytes):
        return {**value, "body": None}
    return value
