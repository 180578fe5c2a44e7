"""Which handshake rule a request meets. Compiled once; a request that meets none costs next to nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from domain.errors import Invalid
from domain.handshakes.conditions import Test, read_test
from domain.handshakes.faults import faults
from domain.handshakes.rules import HandshakeRule
from domain.request import Request
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.template import Template
from domain.templates.tree import Tree, compile_tree

# cheap parts first: the body is parsed only when everything else fits
_COST: Final = {"method": 0, "headers": 1, "query": 2, "body": 3, "rawBody": 3}

Pairs: TypeAlias = tuple[tuple[str, Template], ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with everything parsed. reveals_secret: only a verified sender may get this answer."""

    rule: HandshakeRule
    method: str | None
    tests: tuple[Test, ...]
    require: tuple[tuple[Path, Template], ...]
    persist: Pairs
    show: Pairs
    headers: Pairs
    text: Template | None
    json: Tree | None
    follow_up: Template | None
    reveals_secret: bool

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    @property
    def signed(self) -> bool:
        """Whether the request must verify if the trigger has a verification."""
        return self.rule.signed


CompiledRules: TypeAlias = tuple[CompiledRule, ...]


def compile_rules(rules: Sequence[HandshakeRule]) -> CompiledRules:
    """Prepare rules, in their order. Raises Invalid with every problem."""
    if problems := faults(rules):
        raise Invalid(problems)
    return tuple(map(_compile, rules))


def match(
    rules: Sequence[CompiledRule], request: Request, scope: Scope | None = None
) -> CompiledRule | None:
    """Find the first rule that the request meets. Total: an unreadable body meets no rule that reads it.

    scope: one whose `event` is the request, where the caller has it already.
    """
    for rule in rules:
        if rule.method is not None and rule.method != request.method:
            continue
        if scope is None:
            scope = {"event": RequestScope(request)}
        for test in rule.tests:
            if not test.holds(scope):
                break
        else:
            return rule
    return None


def explain(rules: Sequence[CompiledRule], request: Request) -> tuple[str, ...]:
    """Say for each rule, up to the first one met, why the request meets it or not. For people."""
    scope: Scope = {"event": RequestScope(request)}
    sentences = []
    for rule in rules:
        reason = _why_not(rule, request, scope)
        sentences.append(f"{rule.name}: {reason or 'answered'}")
        if reason is None:
            break
    return tuple(sentences)


def _why_not(rule: CompiledRule, request: Request, scope: Scope) -> str | None:
    if rule.method is not None and rule.method != request.method:
        return f"the method is {request.method}, not {rule.method}"
    failed = next((test for test in rule.tests if not test.holds(scope)), None)
    return failed.failure(scope) if failed else None


def _compile(rule: HandshakeRule) -> CompiledRule:
    tests = [read_test(text, value) for text, value in rule.when.items() if text != "method"]
    text = None if rule.reply.text is None else Template.parse(rule.reply.text)
    json = None if rule.reply.json is None else compile_tree(rule.reply.json)
    headers = parsed({name.lower(): value for name, value in rule.reply.headers.items()})
    parts: list[Template | Tree] = [template for _, template in headers]
    parts += [part for part in (text, json) if part is not None]
    return CompiledRule(
        rule=rule,
        method=rule.when.get("method"),
        tests=tuple(sorted(tests, key=_cost)),
        require=tuple(
            (Path.parse(path), Template.parse(value)) for path, value in rule.require.items()
        ),
        persist=parsed(rule.persist),
        show=parsed(rule.show),
        headers=headers,
        text=text,
        json=json,
        follow_up=Template.parse(rule.follow_up.url) if rule.follow_up else None,
        reveals_secret=any(part.reveals_secret for part in parts),
    )


def parsed(templates: dict[str, str]) -> Pairs:
    """Names with their templates, in order."""
    return tuple((name, Template.parse(text)) for name, text in templates.items())


def _cost(test: Test) -> int:
    return _COST.get(str(test.path.segments[0]), 0)
