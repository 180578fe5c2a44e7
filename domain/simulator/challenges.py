"""A handshake as the provider starts it, made of the rule that answers it. Pure.

The rule is read the other way round: what it wants of a request is put in, and what its answer reads is new each time.
An address that is to be called stands at a host that the rule names.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import orjson

from domain.errors import HookwrightError
from domain.handshakes import Answer, CompiledRule, HandshakeRule, answer, compile_rules
from domain.handshakes.conditions import Ask
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

    def address(self, request: Request) -> str | None:
        """The address that is to be called because of it, if any. request: as it is sent."""
        scope = {**self.names, "event": RequestScope(request)}
        call = answer(self.rule, scope, is_verified=True).follow_up if self.rule.follow_up else None
        return call.url if call else None

    def agreed(self, request: Request, reply: Reply) -> Answer:
        """What both sides make of it: values that are kept, shown, and the call that is to follow.

        request: as it was sent. Raises Unanswered when the reply is not the wanted one.
        """
        scope = {**self.names, "event": RequestScope(request)}
        wanted = answer(self.rule, scope, is_verified=True)
        if fault := _fault(self.rule, wanted.reply, reply):
            raise Unanswered(f"{self.rule.name}: {fault}")
        return wanted


def challenge(rule: HandshakeRule, target: str, names: Scope) -> Challenge:
    """Make up a request that meets the rule. target: where it goes. Raises TemplateError for a missing secret."""
    (compiled,) = compile_rules((rule,))
    request = empty_draft(target, compiled.method or "POST")
    # of one place the later counts: what must stand there is more than that something does
    wanted = dict((*_wanted(compiled, names), *_addresses(compiled)))
    for steps, value in wanted.items():
        request = _with(request, steps, value)
    for path in _read(compiled):
        if path.segments[0] not in _UNWRITTEN and _is_absent(path, request):
            request = _with(request, path.segments, secrets.token_hex(16))
    return Challenge(compiled, request, {**names, "settings": {"webhookURL": target}})


def _wanted(rule: CompiledRule, names: Scope) -> Iterator[tuple[tuple[Segment, ...], Any]]:
    for test in rule.tests:
        match test.ask:
            case Ask.EQUALS:
                yield test.path.segments, test.wanted
            case Ask.ONE_OF:
                yield test.path.segments, test.wanted[0]
            case Ask.PREFIX:
                yield test.path.segments, test.wanted + secrets.token_hex(16)
            case Ask.PRESENT if test.wanted:
                yield test.path.segments, secrets.token_hex(16)
    for path, template in rule.require:
        yield path.segments, template.text(names)


def _addresses(rule: CompiledRule) -> Iterator[tuple[tuple[Segment, ...], str]]:
    """Where the request holds an address that is to be called, and one that may be."""
    wanted = rule.rule.follow_up
    if wanted is None or rule.follow_up is None or not wanted.url.startswith("{{"):
        return
    host = wanted.hosts[0].replace("*", "region-1")
    for path in rule.follow_up.paths[:1]:
        yield path.segments, f"https://{host}/confirm/{secrets.token_hex(16)}"


def _read(rule: CompiledRule) -> Iterator[Path]:
    templates = [template for _, template in (*rule.headers, *rule.persist, *rule.show)]
    templates += [each for each in (rule.text, rule.follow_up) if each]
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
    if rule.rule.reply.echo and reply.body != wanted.body:
        return "the answer is not the body that was sent"
    if rule.text is not None and reply.body.strip() != wanted.body:
        return "the answer's text is not the wanted one"
    return None


def _is_same_json(given: bytes, wanted: bytes) -> bool:
    try:
        return bool(orjson.loads(given) == orjson.loads(wanted))
    except orjson.JSONDecodeError:
        return False
