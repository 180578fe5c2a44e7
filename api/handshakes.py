"""Handshake rules as GraphQL shows and takes them: "when this is present, answer that".

Knows the form both ways, and where in an input a problem of a rule stands; leaves out what rules do.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Self

import msgspec
import strawberry

from api.described import output
from api.transport.scalars import JSON
from api.values import KeyValue
from domain import handshakes
from domain.handshakes import READY, ReadyRule, ReplyTemplate
from domain.handshakes.conditions import Ask, asked

_PAIRS: Final = ("when", "require", "persist", "show")
_FIELDS: Final = {"one_of": "oneOf", "follow_up": "followUp", "reject_status": "rejectStatus"}


@output
class HandshakeCondition:
    """One thing that a request must have to be this handshake."""

    path: str = strawberry.field(
        description="`method`, or a path into the event such as `event.body.type`."
    )
    equals: JSON | None = strawberry.field(
        description="The value that must stand there. Null when only presence counts."
    )
    is_present: bool | None = strawberry.field(
        description="Whether something must stand there, or nothing. Null when a value is asked for."
    )
    one_of: list[JSON] | None = strawberry.field(
        description="The values of which one must stand there. Null when that is not asked."
    )
    prefix: str | None = strawberry.field(
        description="How the text that stands there must begin. Null when that is not asked."
    )

    @classmethod
    def of(cls, path: str, data: Any) -> Self:
        """Show one entry of a rule's conditions."""
        ask, wanted = asked(data)
        return cls(
            path=path,
            equals=JSON(wanted) if ask is Ask.EQUALS else None,
            is_present=wanted if ask is Ask.PRESENT else None,
            one_of=[JSON(each) for each in wanted] if ask is Ask.ONE_OF else None,
            prefix=wanted if ask is Ask.PREFIX else None,
        )


@output
class HandshakeReply:
    """The answer that a handshake wants. At most one of text, json and echo."""

    status: int = strawberry.field(description="The HTTP status.")
    headers: list[KeyValue] = strawberry.field(description="Headers; values are templates.")
    text: str | None = strawberry.field(description="A body of plain text, a template.")
    json: JSON | None = strawberry.field(description="A body of JSON, templates in its texts.")
    echo: bool = strawberry.field(description="Whether the body is the request's own.")

    @classmethod
    def of(cls, reply: ReplyTemplate) -> Self:
        """Show a reply."""
        return cls(
            status=reply.status,
            headers=_shown(reply.headers),
            text=reply.text,
            json=None if reply.json is None else JSON(reply.json),
            echo=reply.echo,
        )


@output
class Acknowledgement:
    """What an ordinary verified delivery is answered. At most one of text and json."""

    status: int = strawberry.field(description="The HTTP status, 200 to 299.")
    headers: list[KeyValue] = strawberry.field(description="Headers; values are templates.")
    text: str | None = strawberry.field(description="A body of plain text, a template.")
    json: JSON | None = strawberry.field(description="A body of JSON, templates in its texts.")

    @classmethod
    def of(cls, stored: handshakes.Acknowledgement) -> Self:
        """Show an acknowledgement."""
        return cls(
            status=stored.status,
            headers=_shown(stored.headers),
            text=stored.text,
            json=None if stored.json is None else JSON(stored.json),
        )


@output
class HandshakeFollowUp:
    """A request of ours that the provider wants after its own."""

    method: str = strawberry.field(description="The HTTP method: GET or POST.")
    url: str = strawberry.field(description="The address to call, a template.")
    hosts: list[str] = strawberry.field(
        description="Hosts that the address may be at, such as `sns.*.amazonaws.com`."
    )

    @classmethod
    def of(cls, stored: handshakes.FollowUp) -> Self:
        """Show a follow-up."""
        return cls(method=stored.method, url=stored.url, hosts=list(stored.hosts))


@output
class HandshakeRule:
    """How one kind of challenge is recognised, answered, and what of it is kept."""

    name: str = strawberry.field(description="What it is called; unique in the trigger.")
    when: list[HandshakeCondition] = strawberry.field(
        description="What a request must have, all of it, to be this handshake."
    )
    require: list[KeyValue] = strawberry.field(
        description="Paths whose value must equal a template, compared in constant time; "
        "otherwise the request is refused."
    )
    signed: bool = strawberry.field(description="Whether the request must be verified first.")
    persist: list[KeyValue] = strawberry.field(
        description="Names of values to keep, and the templates that give them."
    )
    show: list[KeyValue] = strawberry.field(
        description="Names of one-off values for a person to see, and the templates that give them."
    )
    follow_up: HandshakeFollowUp | None = strawberry.field(
        description="A request of ours that follows. Null when there is none."
    )
    reply: HandshakeReply = strawberry.field(description="What is answered.")
    reject_status: int = strawberry.field(description="The status of a refusal.")

    @classmethod
    def of(cls, rule: handshakes.HandshakeRule) -> Self:
        """Show a rule."""
        return cls(
            name=rule.name,
            when=[HandshakeCondition.of(path, wanted) for path, wanted in rule.when.items()],
            require=_shown(rule.require),
            signed=rule.signed,
            persist=_shown(rule.persist),
            show=_shown(rule.show),
            follow_up=HandshakeFollowUp.of(rule.follow_up) if rule.follow_up else None,
            reply=HandshakeReply.of(rule.reply),
            reject_status=rule.reject_status,
        )


@output
class ReadyHandshakeParameter:
    """A part of a ready rule that is to be replaced by one's own."""

    name: str = strawberry.field(description="What it is, as it is written in the rule.")
    description: str = strawberry.field(description="What it stands for, and where it is found.")


@output
class ReadyHandshake:
    """A rule to start from, for the kinds that providers use."""

    name: str = strawberry.field(description="The name to give in `readyHandshakes`.")
    description: str = strawberry.field(description="What the provider sends and wants.")
    source: str = strawberry.field(description="The provider's page about it.")
    rule: HandshakeRule = strawberry.field(
        description="The rule. Secrets in it have names that you may have to replace by your own."
    )
    parameters: list[ReadyHandshakeParameter] = strawberry.field(
        description="What in the rule is to be replaced by your own."
    )

    @classmethod
    def of(cls, name: str, ready: ReadyRule) -> Self:
        """Show a rule of the library."""
        rule = msgspec.convert(ready.rule, handshakes.HandshakeRule)
        return cls(
            name=name,
            description=ready.description,
            source=ready.source,
            rule=HandshakeRule.of(rule),
            parameters=[
                ReadyHandshakeParameter(name=each, description=about)
                for each, about in ready.parameters.items()
            ],
        )


def library() -> list[ReadyHandshake]:
    """Every ready rule, in the library's order."""
    return [ReadyHandshake.of(name, ready) for name, ready in READY.items()]


Names = Mapping[str, Sequence[str]]
"""The names of each list of pairs of a rule, in order: when, require, persist, show, and headers of the reply."""


def names_of(rule: Mapping[str, Any]) -> Names:
    """The names in a rule's data form."""
    reply = rule.get("reply", {})
    return {
        "headers": list(reply.get("headers", {})),
        **{part: list(rule.get(part, {})) for part in _PAIRS},
    }


def place(rules: Sequence[Names], path: tuple[str, ...]) -> tuple[str, ...]:
    """Translate a problem's path in the data form to GraphQL's: names of pairs become positions.

    path: from the list of rules on; whatever is not understood stays. Of a name that is there twice the last
    counts, as in the data form.
    """
    match path:
        case (index, "when" | "require" | "persist" | "show" as part, name, *rest):
            rest = [_FIELDS.get(each, each) for each in rest]
            return (index, part, _position(rules, index, part, name), *rest)
        case (index, "reply", "headers", name, *rest):
            return (index, "reply", "headers", _position(rules, index, "headers", name), *rest)
        case (index, "follow_up" | "reject_status" as part, *rest):
            return (index, _FIELDS[part], *rest)
        case _:
            return path


def _position(rules: Sequence[Names], index: str, part: str, name: str) -> str:
    is_there = index.isdecimal() and int(index) < len(rules)
    names = rules[int(index)].get(part, ()) if is_there else ()
    return str(len(names) - 1 - list(names)[::-1].index(name)) if name in names else name


def _shown(pairs: Mapping[str, str]) -> list[KeyValue]:
    return [KeyValue(name=name, value=value) for name, value in pairs.items()]
