"""Handshake rules as GraphQL takes them: they become the data form of `domain.handshakes`.

Leaves out what rules do, and what is wrong with them save what the data form cannot hold.
"""

from collections.abc import Iterator
from typing import Any

import strawberry
from strawberry import Maybe

from api.described import entry
from api.transport.scalars import JSON
from api.values import KeyValueInput
from domain.errors import Problem, ProblemCode


@entry
class HandshakeConditionInput:
    """One thing that a request must have to be this handshake: a value, or presence."""

    path: str = strawberry.field(
        description="`method`, or a path into the event such as `event.body.type`."
    )
    equals: Maybe[JSON] = strawberry.field(description="The value that must stand there.")
    is_present: Maybe[bool] = strawberry.field(
        description="Whether something must stand there, or nothing."
    )

    def data(self) -> Any:
        """Convert to the value of a rule's `when`; None when nothing is asked for."""
        if self.equals is not None:
            return self.equals.value
        return None if self.is_present is None else {"present": self.is_present.value}


@entry
class HandshakeReplyInput:
    """The answer that a handshake wants. At most one of text, json and echo."""

    status: Maybe[int] = strawberry.field(description="The HTTP status; 200 when absent.")
    headers: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Headers; values are templates."
    )
    text: Maybe[str] = strawberry.field(description="A body of plain text, a template.")
    json: Maybe[JSON] = strawberry.field(description="A body of JSON, templates in its texts.")
    echo: Maybe[bool] = strawberry.field(description="True: the body is the request's own.")

    def data(self) -> dict[str, Any]:
        """Convert to the data form."""
        given = {
            "status": self.status,
            "headers": _pairs(self.headers),
            "text": self.text,
            "json": self.json,
            "echo": self.echo,
        }
        return {name: maybe.value for name, maybe in given.items() if maybe is not None}


@entry
class HandshakeRuleInput:
    """How one kind of challenge is recognised, answered, and what of it is kept."""

    name: str = strawberry.field(description="What it is called; unique in the trigger.")
    when: list[HandshakeConditionInput] = strawberry.field(
        description="What a request must have, all of it, to be this handshake."
    )
    reply: Maybe[HandshakeReplyInput] = strawberry.field(
        description="What is answered; an empty 200 when absent."
    )
    signed: Maybe[bool] = strawberry.field(
        description="True: the request must be verified first, if the trigger says how."
    )
    require: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Paths whose value must equal a template, compared in constant time; "
        "otherwise the request is refused."
    )
    persist: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Names of values to keep, and the templates that give them."
    )
    reject_status: Maybe[int] = strawberry.field(
        description="The status of a refusal, 400 to 599; 401 when absent."
    )

    def data(self) -> dict[str, Any]:
        """Convert to the data form of `domain.handshakes`."""
        given = {
            "signed": self.signed,
            "require": _pairs(self.require),
            "persist": _pairs(self.persist),
            "reject_status": self.reject_status,
        }
        data = {name: maybe.value for name, maybe in given.items() if maybe is not None}
        if self.reply is not None:
            data["reply"] = self.reply.value.data()
        return {"name": self.name, "when": {one.path: one.data() for one in self.when}, **data}

    def repeated(self) -> Iterator[Problem]:
        """Find what the data form cannot hold: a name given twice, a condition that is none."""
        replied = self.reply.value.headers if self.reply else None
        for place, names in (
            (("when",), [one.path for one in self.when]),
            (("require",), _names(self.require)),
            (("persist",), _names(self.persist)),
            (("reply", "headers"), _names(replied)),
        ):
            for index, name in enumerate(names):
                if name in names[:index]:
                    message = f"{name} is given twice; once is accepted"
                    yield Problem(ProblemCode.TAKEN, message, (*place, str(index)))
        for index, one in enumerate(self.when):
            if (one.equals is None) == (one.is_present is None):
                message = "give exactly one of equals and isPresent"
                yield Problem(ProblemCode.INVALID, message, ("when", str(index)))


def _pairs(maybe: Maybe[list[KeyValueInput]]) -> Maybe[dict[str, str]]:
    return strawberry.Some({one.name: one.value for one in maybe.value}) if maybe else None


def _names(maybe: Maybe[list[KeyValueInput]]) -> list[str]:
    return [one.name for one in maybe.value] if maybe else []
