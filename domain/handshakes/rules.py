"""Handshake rules as data: the same form in provider files, in JSON and in GraphQL. Values only.

when: `method`, and paths into the event with the value each must have, or what is asked of it (`conditions`).
require: paths that must equal a rendered template, compared in constant time.
"""

from typing import Any, Literal

import msgspec


class ReplyTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """At most one of text, json and echo; none is an empty body. Texts hold templates.

    headers: names in any case; the content type is set by the kind of body, not by the rule.
    """

    status: int = 200
    headers: dict[str, str] = {}
    text: str | None = None
    json: Any = None
    echo: bool = False


class Acknowledgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an ordinary verified delivery is answered. status: 200-299. Otherwise as a rule's reply."""

    status: int = 200
    headers: dict[str, str] = {}
    text: str | None = None
    json: Any = None


class FollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A request of ours that the provider wants after its own, such as a visit to the address in it.

    url: a template. hosts: patterns that the address's host must fit (`domain.outbound.hosts`).
    """

    url: str
    hosts: tuple[str, ...]
    method: Literal["GET", "POST"] = "GET"


class HandshakeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """signed: the request must verify if the trigger has a verification. reject_status: 400-599.

    persist: names of values to keep, and the templates that fill them. show: the same of one-off values that a
    person has to see. follow_up: only in a rule that is signed, and only for a request that verified.
    """

    name: str
    when: dict[str, Any]
    reply: ReplyTemplate = ReplyTemplate()
    signed: bool = False
    require: dict[str, str] = {}
    persist: dict[str, str] = {}
    show: dict[str, str] = {}
    follow_up: FollowUp | None = None
    reject_status: int = 401
