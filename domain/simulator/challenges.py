"""A handshake as the provider starts it, made of the rule that answers it. Pure.

The rule is read the other way round: what it wants of a request is put in, and what its answer reads is new each time.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import orjson

from domain.errors import HookwrightError
from domain.handshakes import CompiledRule, HandshakeRule, answer, compile_rules
from domain.reply import Reply
from domain.request import Request
from domain.simulator import trees
from domain.simulator.examples import empty_draft
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.segments import ABSENT, Segment

_UNWRITTEN: Final = frozenset({"method", "rawBody"})


class Unanswered(HookwrightError):
    """The handshake was not answered as the provider wants it: the message says how not."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """request: unsigned. names: what the rule's templates may read beside it."""

    rule: CompiledRule
    request: Request
    names: Scope

    def persisted(self, request: Request, reply: Reply) -> Mapping[str, str]:
        """What both sides keep of it. request: as it was sent. Raises Unanswered when the reply is not the wanted one."""
        scope = {**self.names, "event": RequestScope(request)}
        wanted = answer(self.rule, scope, is_verified=True)
        if fault := _fault(self.rule, wanted.reply, reply):
            raise Unanswered(f"{self.rule.name}: {fault}")
        return wanted.persist


def challenge(rule: HandshakeRule, target: str, names: Scope) -> Challenge:
    """Make up a request that meets the rule. target: where it goes. Raises TemplateError for a missing secret."""
    (compiled,) = compile_rules((rule,))
    request = empty_draft(target, compiled.method or "POST")
    for steps, value in _wanted(compiled, names):
        request = _with(request, steps, value)
    for path in _read(compiled):
        if path.segments[0] not in _UNWRITTEN and _is_absent(path, request):
            request = _with(request, path.segments, secrets.token_hex(16))
    return Challenge(compiled, request, {**names, "settings": {"webhookURL": target}})


def _wanted(rule: CompiledRule, names: Scope) -> Iterator[tuple[tuple[Segment, ...], Any]]:
    for test in rule.tests:
        if test.is_present is None:
            yield test.path.segments, test.expected
        elif test.is_present:
            yield test.path.segments, secrets.token_hex(16)
    for path, template in rule.require:
        yield path.segments, template.text(names)


def _read(rule: CompiledRule) -> Iterator[Path]:
    templates = [template for _, template in (*rule.headers, *rule.persist)]
    templates += [rule.text] if rule.text else []
    templates += rule.json.templates if rule.json else []
    yield from (path for each in templates for path in each.paths if path.root == "event")


def _is_absent(path: Path, request: Request) -> bool:
    return path.lookup({"event": RequestScope(request)}) is ABSENT


def _with(request: Request, steps: tuple[Segment, ...], value: Any) -> Request:
    headers, query, body = request.headers, request.query_string, request.body
    if steps[0] == "headers":
        headers = (*headers, (trees.name_of(steps[1]), str(value)))
    elif steps[0] == "query":
        pair = f"{quote(trees.name_of(steps[1]), safe='')}={quote(str(value), safe='')}"
        query = f"{query}&{pair}" if query else pair
    else:
        body = orjson.dumps(trees.put(orjson.loads(body) if body else None, steps[1:], value))
        kept = tuple(pair for pair in headers if pair[0] != "content-type")
        headers = (*kept, ("content-type", "application/json"))
    return Request(
        method=request.method,
        public_url=request.public_url,
        path=request.path,
        query_string=query,
        headers=headers,
        body=body,
        received_at=request.received_at,
    )


def _fault(rule: CompiledRule, wanted: Reply, reply: Reply) -> str | None:
    if not 200 <= reply.status < 300:
        return f"it was answered {reply.status}; wanted: {wanted.status}"
    given = dict(reply.headers)
    for name, _ in rule.headers:
        if given.get(name) != dict(wanted.headers)[name]:
            return f"the answer's header {name} is not the one that was sent"
    if rule.json is not None and not _is_same_json(reply.body, wanted.body):
        return "the answer's JSON is not the wanted one"
    if rule.text is not None and reply.body.strip() != wanted.body:
        return "the answer's text is not the wanted one"
    return None


def _is_same_json(given: bytes, wanted: bytes) -> bool:
    try:
        return bool(orjson.loads(given) == orjson.loads(wanted))
    except orjson.JSONDecodeError:
        return False
