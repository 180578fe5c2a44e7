"""Handshake rules as data: the same form in provider files, in JSON and in GraphQL.

when: `method`, and paths into the event with the value each must have, or {"present": true | false}.
require: paths that must equal a rendered template, compared in constant time.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes.headers import header_fault
from domain.templates.comparison import is_json
from domain.templates.names import KnownNames, check, check_path
from domain.templates.structs import read
from domain.templates.tree import compile_tree

MAX_RULES: Final = 50
MAX_ENTRIES: Final = 20
MAX_NAME: Final = 80

_METHOD: Final = re.compile(r"[A-Z]{1,20}", re.ASCII)
_KEPT: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)
_EVENT_METHODS: Final = frozenset({"POST", "PUT", "PATCH"})
_BODILESS: Final = frozenset({204, 205, 304})
_TEXT_PARTS: Final = ("event.headers", "event.query")


class ReplyTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """At most one of text, json and echo; none is an empty body. Texts hold templates.

    headers: names in any case; the content type is set by the kind of body, not by the rule.
    """

    status: int = 200
    headers: dict[str, str] = {}
    text: str | None = None
    json: Any = None
    echo: bool = False


class HandshakeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """signed: the request must verify if the trigger has a verification. reject_status: 400-599.

    persist: names of values to keep, and the templates that fill them.
    """

    name: str
    when: dict[str, Any]
    reply: ReplyTemplate = ReplyTemplate()
    signed: bool = False
    require: dict[str, str] = {}
    persist: dict[str, str] = {}
    reject_status: int = 401


def read_rules(data: Any, path: tuple[str, ...] = ()) -> tuple[HandshakeRule, ...]:
    """Read rules from their data form. Raises Invalid with every problem but unknown template names."""
    problems: list[Problem] = []
    rules = read(data, tuple[HandshakeRule, ...], path, problems)
    if rules is not None and not problems:
        problems += faults(rules, path)
    if problems or rules is None:
        raise Invalid(problems)
    return rules


def check_rules(
    rules: Sequence[HandshakeRule], known: KnownNames, path: tuple[str, ...] = ()
) -> list[Problem]:
    """Find every name in the rules' templates and paths that does not exist, with the nearest valid one."""
    problems: list[Problem] = []
    for index, rule in enumerate(rules):
        where = (*path, str(index))
        for text in (text for text in rule.when if text != "method"):
            problems += check_path(text, known, (*where, "when", text))
        for text in rule.require:
            problems += check_path(text, known, (*where, "require", text))
        for value, part in _templates(rule):
            problems += check(value, known, (*where, *part))
    return problems


def faults(rules: Sequence[HandshakeRule], path: tuple[str, ...] = ()) -> list[Problem]:
    """Find everything wrong with rules that does not depend on which names exist."""
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
        problems += [problem.under(*where) for problem in _rule_faults(rule)]
    return problems


def _rule_faults(rule: HandshakeRule) -> Iterator[Problem]:
    if not 0 < len(rule.name.strip()) <= MAX_NAME:
        yield Problem(ProblemCode.INVALID, f"a name has 1 to {MAX_NAME} characters", ("name",))
    if not 400 <= rule.reject_status <= 599:
        yield Problem(ProblemCode.INVALID, "a refusal's status is 400 to 599", ("reject_status",))
    for part in ("when", "require", "persist"):
        if len(getattr(rule, part)) > MAX_ENTRIES:
            yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_ENTRIES} entries", (part,))
    yield from _when_faults(rule)
    yield from _require_faults(rule)
    yield from _persist_faults(rule)
    yield from _reply_faults(rule.reply)
    for value, where in _templates(rule):
        syntax = check(value, None, where)
        yield from syntax
        if (
            not syntax
            and not rule.signed
            and where[0] == "reply"
            and compile_tree(value).reveals_secret
        ):
            message = "a secret may leave only under hmac or hash, or in a rule with signed = true"
            yield Problem(ProblemCode.NOT_ALLOWED, message, where)


def _when_faults(rule: HandshakeRule) -> Iterator[Problem]:
    method = rule.when.get("method")
    if "method" in rule.when and not (isinstance(method, str) and _METHOD.fullmatch(method)):
        message = "a method is a text in upper case, like POST"
        yield Problem(ProblemCode.INVALID, message, ("when", "method"))
    conditions = {text: value for text, value in rule.when.items() if text != "method"}
    if not conditions and (method is None or method in _EVENT_METHODS):
        # every delivery would be taken for a handshake: no event would ever arrive
        message = (
            "name something that only the handshake has, such as a header or a field of the body"
        )
        yield Problem(ProblemCode.INCOMPLETE, message, ("when",))
    for text, value in conditions.items():
        where = ("when", text)
        yield from _event_path_faults(text, where)
        if fault := _expected_fault(text, value):
            yield Problem(ProblemCode.INVALID, fault, where)


def _expected_fault(text: str, value: Any) -> str | None:
    if isinstance(value, dict):
        is_fine = value.keys() == {"present"} and isinstance(value["present"], bool)
        return None if is_fine else 'expected a value, or {"present": true} or {"present": false}'
    if value is None or not is_json(value, 8):
        return 'expected a text, number, true, false or list; {"present": false} for what must be absent'
    if text.startswith(_TEXT_PARTS) and not isinstance(value, str):
        return "a header or a query field is always a text: write the value in quotes"
    return None


def _require_faults(rule: HandshakeRule) -> Iterator[Problem]:
    for text, template in rule.require.items():
        yield from _event_path_faults(text, ("require", text))
        if not template:
            # an empty expectation is met by an empty field: anyone can send that
            yield Problem(ProblemCode.REQUIRED, "the expected value is empty", ("require", text))


def _persist_faults(rule: HandshakeRule) -> Iterator[Problem]:
    for name in rule.persist:
        if not _KEPT.fullmatch(name):
            message = "a kept value's name is letters, digits and _, at most 64, and does not begin with a digit"
            yield Problem(ProblemCode.INVALID, message, ("persist", name))


def _reply_faults(reply: ReplyTemplate) -> Iterator[Problem]:
    if not 200 <= reply.status <= 599:
        yield Problem(ProblemCode.INVALID, "a status is 200 to 599", ("reply", "status"))
    bodies = [reply.text is not None, reply.json is not None, reply.echo]
    if sum(bodies) > 1:
        yield Problem(ProblemCode.INVALID, "choose one of text, json and echo", ("reply",))
    if any(bodies) and reply.status in _BODILESS:
        message = f"an answer with status {reply.status} has no body; use 200"
        yield Problem(ProblemCode.INVALID, message, ("reply", "status"))
    if len(reply.headers) > MAX_ENTRIES:
        yield Problem(ProblemCode.TOO_LONG, f"at most {MAX_ENTRIES} headers", ("reply", "headers"))
    for name in reply.headers:
        if fault := header_fault(name):
            yield Problem(ProblemCode.NOT_ALLOWED, fault, ("reply", "headers", name))


def _event_path_faults(text: str, where: tuple[str, ...]) -> Iterator[Problem]:
    syntax = check_path(text, None, where)
    yield from syntax
    if not syntax and not text.startswith("event."):
        yield Problem(ProblemCode.INVALID, f"a path into the event, like event.body.{text}", where)
    if "[*]" in text:
        yield Problem(
            ProblemCode.INVALID, "[*] gives several values; write a position, as in [0]", where
        )


def _templates(rule: HandshakeRule) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for name, text in rule.require.items():
        yield text, ("require", name)
    for name, text in rule.persist.items():
        yield text, ("persist", name)
    for name, text in rule.reply.headers.items():
        yield text, ("reply", "headers", name)
    if rule.reply.text is not None:
        yield rule.reply.text, ("reply", "text")
    if rule.reply.json is not None:
        yield rule.reply.json, ("reply", "json")
