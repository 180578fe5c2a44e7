"""Everything wrong with rules that does not depend on which names exist. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from domain.errors import Problem, ProblemCode
from domain.handshakes.conditions import value_faults
from domain.handshakes.headers import header_fault
from domain.handshakes.rules import Acknowledgement, FollowUp, HandshakeRule, ReplyTemplate
from domain.outbound.hosts import MAX_PATTERNS, pattern_fault
from domain.templates.names import check, check_path
from domain.templates.tree import compile_tree

MAX_RULES: Final = 50
MAX_ENTRIES: Final = 20
MAX_SHOWN: Final = 5
MAX_NAME: Final = 80

_METHOD: Final = re.compile(r"[A-Z]{1,20}", re.ASCII)
_KEPT: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_EVENT_METHODS: Final = frozenset({"POST", "PUT", "PATCH"})
_BODILESS: Final = frozenset({204, 205, 304})

Place = tuple[str, ...]


def faults(rules: Sequence[HandshakeRule], path: Place = ()) -> list[Problem]:
    """Find everything wrong with rules, each problem by its path."""
    problems: list[Problem] = []
    if len(rules) > MAX_RULES:
        problems.append(Problem(ProblemCode.TOO_LONG, f"at most {MAX_RULES} rules are read", path))
    seen: set[str] = set()
    for index, rule in enumerate(rules[:MAX_RULES]):
        where = (*path, str(index))
        if rule.name in seen:
            message = f'another rule is named "{rule.name}"'
            problems.append(Problem(ProblemCode.TAKEN, message, (*where, "name")))
        seen.add(rule.name)
        problems += [problem.under(*where) for problem in _rule(rule)]
    return problems


def acknowledgement_faults(found: Acknowledgement) -> Iterator[Problem]:
    """Find everything wrong with an acknowledgement."""
    if not 200 <= found.status <= 299:
        yield Problem(ProblemCode.INVALID, "a status is 200 to 299", ("status",))
    yield from _answer(found, [found.text is not None, found.json is not None], "text and json")
    for value, where in answer_templates(found):
        yield from _template(value, where, "a secret may leave only under hmac or hash")


def templates(rule: HandshakeRule) -> Iterator[tuple[Any, Place]]:
    """Every template of a rule, or JSON value of templates, with its path."""
    for part in ("require", "persist", "show"):
        for name, text in getattr(rule, part).items():
            yield text, (part, name)
    for value, where in answer_templates(rule.reply):
        yield value, ("reply", *where)
    if rule.follow_up is not None:
        yield rule.follow_up.url, ("follow_up", "url")


def answer_templates(found: ReplyTemplate | Acknowledgement) -> Iterator[tuple[Any, Place]]:
    """The same of an answer alone."""
    for name, text in found.headers.items():
        yield text, ("headers", name)
    if found.text is not None:
        yield found.text, ("text",)
    if found.json is not None:
        yield found.json, ("json",)


def _rule(rule: HandshakeRule) -> Iterator[Problem]:
    if not 0 < len(rule.name.strip()) <= MAX_NAME:
        yield Problem(ProblemCode.INVALID, f"a name has 1 to {MAX_NAME} characters", ("name",))
    if not 400 <= rule.reject_status <= 599:
        yield Problem(ProblemCode.INVALID, "a refusal's status is 400 to 599", ("reject_status",))
    for part, most in (
        ("when", MAX_ENTRIES),
        ("require", MAX_ENTRIES),
        ("persist", MAX_ENTRIES),
        ("show", MAX_SHOWN),
    ):
        if len(getattr(rule, part)) > most:
            yield Problem(ProblemCode.TOO_LONG, f"at most {most} entries", (part,))
    yield from _when(rule)
    yield from _require(rule)
    yield from _names(rule)
    yield from _reply(rule.reply)
    if rule.follow_up is not None:
        yield from _follow_up(rule.follow_up, is_signed=rule.signed)
    for value, where in templates(rule):
        yield from _template(value, where, _secrecy(rule, where[0]))


def _template(value: Any, where: Place, secrecy: str) -> Iterator[Problem]:
    """Problems of one template. secrecy: why it may not reveal a secret; empty when it may."""
    syntax = check(value, None, where)
    yield from syntax
    if not syntax and secrecy and compile_tree(value).reveals_secret:
        yield Problem(ProblemCode.NOT_ALLOWED, secrecy, where)


def _secrecy(rule: HandshakeRule, part: str) -> str:
    if part == "show":
        return "a secret is never shown; only under hmac or hash it may be used here"
    if part == "reply" and not rule.signed:
        return "a secret may leave only under hmac or hash, or in a rule with signed = true"
    return ""


def _when(rule: HandshakeRule) -> Iterator[Problem]:
    method = rule.when.get("method")
    if "method" in rule.when and not (isinstance(method, str) and _METHOD.fullmatch(method)):
        message = "a method is a text in upper case, like POST"
        yield Problem(ProblemCode.INVALID, message, ("when", "method"))
    conditions = {text: value for text, value in rule.when.items() if text != "method"}
    if not conditions and (not isinstance(method, str) or method in _EVENT_METHODS):
        # every delivery would be taken for a handshake: no event would ever arrive
        message = (
            "name something that only the handshake has, such as a header or a field of the body"
        )
        yield Problem(ProblemCode.INCOMPLETE, message, ("when",))
    for text, value in conditions.items():
        where = ("when", text)
        yield from _event_path(text, where)
        for problem in value_faults(text, value):
            yield problem.under(*where)


def _require(rule: HandshakeRule) -> Iterator[Problem]:
    for text, template in rule.require.items():
        yield from _event_path(text, ("require", text))
        if not template:
            # an empty expectation is met by an empty field: anyone can send that
            yield Problem(ProblemCode.REQUIRED, "the expected value is empty", ("require", text))


def _names(rule: HandshakeRule) -> Iterator[Problem]:
    for part, kind in (("persist", "kept"), ("show", "shown")):
        for name in getattr(rule, part):
            if not _KEPT.fullmatch(name):
                message = f"a {kind} value's name is letters, digits and _, at most 64, and does not begin with a digit"
                yield Problem(ProblemCode.INVALID, message, (part, name))


def _reply(reply: ReplyTemplate) -> Iterator[Problem]:
    if not 200 <= reply.status <= 599:
        yield Problem(ProblemCode.INVALID, "a status is 200 to 599", ("reply", "status"))
    bodies = [reply.text is not None, reply.json is not None, reply.echo]
    for problem in _answer(reply, bodies, "text, json and echo"):
        yield problem.under("reply")


def _answer(
    found: ReplyTemplate | Acknowledgement, bodies: list[bool], which: str
) -> Iterator[Problem]:
    if sum(bodies) > 1:
        yield Problem(ProblemCode.INVALID, f"choose one of {which}")
    if any(bodies) and found.status in _BODILESS:
        message = f"an answer with status {found.status} has no body; use 200"
        yield Problem(ProblemCode.INVALID, message, ("status",))
    if len(found.headers) > MAX_ENTRIES:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_ENTRIES} headers", ("headers",))
    for name in found.headers:
        if fault := header_fault(name):
            yield Problem(ProblemCode.NOT_ALLOWED, fault, ("headers", name))


def _follow_up(found: FollowUp, *, is_signed: bool) -> Iterator[Problem]:
    if not is_signed:
        # anyone could have us call an address of their choice
        message = "only a verified request is followed up: set signed = true"
        yield Problem(ProblemCode.NOT_ALLOWED, message, ("follow_up",))
    if not found.url.startswith(("https://", "{{")):
        message = "an address begins with https://, or with the template that gives it"
        yield Problem(ProblemCode.INVALID, message, ("follow_up", "url"))
    if not 0 < len(found.hosts) <= MAX_PATTERNS:
        message = (
            f"name the 1 to {MAX_PATTERNS} hosts that may be called, such as sns.*.amazonaws.com"
        )
        yield Problem(ProblemCode.INVALID, message, ("follow_up", "hosts"))
    for index, pattern in enumerate(found.hosts[:MAX_PATTERNS]):
        if fault := pattern_fault(pattern):
            yield Problem(ProblemCode.INVALID, fault, ("follow_up", "hosts", str(index)))


def _event_path(text: str, where: Place) -> Iterator[Problem]:
    syntax = check_path(text, None, where)
    yield from syntax
    if not syntax and not text.startswith("event."):
        yield Problem(ProblemCode.INVALID, f"a path into the event, like event.body.{text}", where)
    if "[*]" in text:
        yield Problem(
            ProblemCode.INVALID, "[*] gives several values; write a position, as in [0]", where
        )
