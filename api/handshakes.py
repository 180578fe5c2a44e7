"""Handshake rules as GraphQL shows and takes them: "when this is present, answer that".

Knows the form both ways, and where in an input a problem of a rule stands; leaves out what rules do.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Self

import msgspec
import strawberry

from api.described import output
from api.transport.scalars import JSON
from api.values import KeyValue
from domain import handshakes
from domain.handshakes import READY, ReadyRule, ReplyTemplate


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

    @classmethod
    def of(cls, path: str, wanted: Any) -> Self:
        """Show one entry of a rule's conditions."""
        if isinstance(wanted, Mapping) and wanted.keys() == {"present"}:
            return cls(path=path, equals=None, is_present=bool(wanted["present"]))
        return cls(path=path, equals=JSON(wanted), is_present=None)


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
            reply=HandshakeReply.of(rule.reply),
            reject_status=rule.reject_status,
        )


@output
class ReadyHandshake:
    """A rule to start from, for the kinds that providers use."""

    name: str = strawberry.field(description="The name to give in `readyHandshakes`.")
    description: str = strawberry.field(description="What the provider sends and wants.")
    source: str = strawberry.field(description="The provider's page about it.")
    rule: HandshakeRule = strawberry.field(
        description="The rule. Secrets in it have names that you may have to replace by your own."
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
        )


def library() -> list[ReadyHandshake]:
    """Every ready rule, in the library's order."""
    return [ReadyHandshake.of(name, ready) for name, ready in READY.items()]


def place(rules: Sequence[Mapping[str, Any]], path: tuple[str, ...]) -> tuple[str, ...]:
    """Translate a problem's path in the data form to GraphQL's: names of pairs become positions.

    rules: in the data form. path: from the list of rules on; whatever is not understood stays.
    """
    match path:
        case (index, "when" | "require" | "persist" as part, name, *rest):
            return (index, part, _position(_part(rules, index, part), name), *rest)
        case (index, "reply", "headers", name, *rest):
            headers = _part(rules, index, "reply").get("headers", {})
            return (index, "reply", "headers", _position(headers, name), *rest)
        case (index, "reject_status", *rest):
            return (index, "rejectStatus", *rest)
        case _:
            return path


def _part(rules: Sequence[Mapping[str, Any]], index: str, name: str) -> Mapping[str, Any]:
    is_there = index.isdecimal() and int(index) < len(rules)
    return rules[int(index)].get(name, {}) if is_there else {}


def _position(names: Mapping[str, Any], name: str) -> str:
    return str(list(names).index(name)) if name in names else name


def _shown(pairs: Mapping[str, str]) -> list[KeyValue]:
    return [KeyValue(name=name, value=value) for name, value in pairs.items()]
