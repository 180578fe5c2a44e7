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
from domain.handshakes import Acknowledgement


@entry
class HandshakeConditionInput:
    """One thing that a request must have to be this handshake: exactly one of the fields beside the path."""

    path: str = strawberry.field(
        description="`method`, or a path into the event such as `event.body.type`."
    )
    equals: Maybe[JSON] = strawberry.field(description="The value that must stand there.")
    is_present: Maybe[bool] = strawberry.field(
        description="Whether something must stand there, or nothing."
    )
    one_of: Maybe[list[JSON]] = strawberry.field(
        description="The values of which one must stand there, 1 to 50."
    )
    prefix: Maybe[str] = strawberry.field(description="How the text that stands there must begin.")

    def data(self) -> Any:
        """Convert to the value of a rule's `when`; None when nothing is asked for."""
        if self.equals is not None:
            return self.equals.value
        asked = {"present": self.is_present, "one_of": self.one_of, "prefix": self.prefix}
        given = {name: maybe.value for name, maybe in asked.items() if maybe is not None}
        return given or None

    def is_clear(self) -> bool:
        """Whether exactly one thing is asked."""
        asked = (self.equals, self.is_present, self.one_of, self.prefix)
        return sum(maybe is not None for maybe in asked) == 1


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
class HandshakeFollowUpInput:
    """A request of ours that the provider wants after its own. Only in a rule that is signed."""

    url: str = strawberry.field(description="The address to call, a template; `https` only.")
    hosts: list[str] = strawberry.field(
        description="Hosts that the address may be at, such as `sns.*.amazonaws.com`: a `*` is one "
        "label or a part of one, and the last two labels are written out."
    )
    method: Maybe[str] = strawberry.field(description="GET or POST; GET when absent.")

    def data(self) -> dict[str, Any]:
        """Convert to the data form."""
        method = {"method": self.method.value} if self.method else {}
        return {"url": self.url, "hosts": list(self.hosts), **method}


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
    show: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Names of one-off values for a person to see in the wizard, and the templates "
        "that give them; at most 5."
    )
    follow_up: Maybe[HandshakeFollowUpInput] = strawberry.field(
        description="A request of ours that follows, such as a visit to an address in the body."
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
            "show": _pairs(self.show),
            "reject_status": self.reject_status,
        }
        data = {name: maybe.value for name, maybe in given.items() if maybe is not None}
        if self.reply is not None:
            data["reply"] = self.reply.value.data()
        if self.follow_up is not None:
            data["follow_up"] = self.follow_up.value.data()
        return {"name": self.name, "when": {one.path: one.data() for one in self.when}, **data}

    def names(self) -> dict[str, list[str]]:
        """The names of each list of pairs, in order, repeated ones too: as `api.handshakes.place` wants them."""
        replied = self.reply.value.headers if self.reply else None
        return {
            "when": [one.path for one in self.when],
            "require": _names(self.require),
            "persist": _names(self.persist),
            "show": _names(self.show),
            "headers": _names(replied),
        }

    def unheld(self) -> Iterator[Problem]:
        """Find what the data form cannot hold: a name given twice, a condition that is none or several.

        Everything else that is wrong is left to the domain: both are to be told together.
        """
        for part, names in self.names().items():
            where = ("reply", part) if part == "headers" else (part,)
            yield from (problem.under(*where) for problem in repeated(names))
        for index, one in enumerate(self.when):
            if not one.is_clear():
                message = "give exactly one of equals, isPresent, oneOf and prefix"
                yield Problem(ProblemCode.INVALID, message, ("when", str(index)))


def repeated(names: list[str]) -> Iterator[Problem]:
    """Find each name that stands there a second time, by its position."""
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f"{name} is given twice; once is accepted"
            yield Problem(ProblemCode.TAKEN, message, (str(index),))


@entry
class AcknowledgementInput:
    """What an ordinary verified delivery is answered. At most one of text and json."""

    status: Maybe[int] = strawberry.field(
        description="The HTTP status, 200 to 299; 200 when absent."
    )
    headers: Maybe[list[KeyValueInput]] = strawberry.field(
        description="Headers; values are templates."
    )
    text: Maybe[str] = strawberry.field(description="A body of plain text, a template.")
    json: Maybe[JSON] = strawberry.field(description="A body of JSON, templates in its texts.")

    def stored(self) -> Acknowledgement:
        """Convert to the domain's form."""
        headers = {one.name: one.value for one in self.headers.value} if self.headers else {}
        return Acknowledgement(
            status=self.status.value if self.status else 200,
            headers=headers,
            text=self.text.value if self.text else None,
            json=self.json.value if self.json else None,
        )

    def names(self) -> list[str]:
        """The names of the headers, in order, repeated ones too."""
        return _names(self.headers)


def _pairs(maybe: Maybe[list[KeyValueInput]]) -> Maybe[dict[str, str]]:
    return strawberry.Some({one.name: one.value for one in maybe.value}) if maybe else None


def _names(maybe: Maybe[list[KeyValueInput]]) -> list[str]:
    return [one.name for one in maybe.value] if maybe else []
