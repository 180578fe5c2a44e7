"""Which handshake rule a request meets. Compiled once; a request that meets none costs next to nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from domain.errors import Invalid
from domain.handshakes.rules import HandshakeRule, faults
from domain.request import Request
from domain.templates.comparison import is_same, show
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.segments import ABSENT
from domain.templates.template import Template
from domain.templates.tree import Tree, compile_tree

# cheap parts first: the body is parsed only when everything else fits
_COST: Final = {"method": 0, "headers": 1, "query": 2, "body": 3, "rawBody": 3}


@dataclass(frozen=True, slots=True)
class Test:
    """is_present: None compares with `expected`; true or false asks only whether a value other than null is there."""

    __test__ = False  # not one of pytest's, whatever the name says

    path: Path
    expected: Any
    is_present: bool | None

    def holds(self, scope: Scope) -> bool:
        """Whether the event is as the rule says."""
        value = self.path.lookup(scope)
        if self.is_present is None:
            return value is not ABSENT and is_same(value, self.expected)
        return (value is not ABSENT and value is not None) is self.is_present


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with everything parsed. reveals_secret: only a verified sender may get this answer."""

    rule: HandshakeRule
    method: str | None
    tests: tuple[Test, ...]
    require: tuple[tuple[Path, Template], ...]
    persist: tuple[tuple[str, Template], ...]
    headers: tuple[tuple[str, Template], ...]
    text: Template | None
    json: Tree | None
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
    if failed is None:
        return None
    value = failed.path.lookup(scope)
    if value is ABSENT:
        return failed.path.absence(scope).sentence
    if failed.is_present is not None:
        return f"{failed.path.text} is {'null' if value is None else 'present'}"
    return f"{failed.path.text} is {show(value)}, not {show(failed.expected)}"


def _compile(rule: HandshakeRule) -> CompiledRule:
    tests = [_test(text, value) for text, value in rule.when.items() if text != "method"]
    text = None if rule.reply.text is None else Template.parse(rule.reply.text)
    json = None if rule.reply.json is None else compile_tree(rule.reply.json)
    headers = _pairs({name.lower(): value for name, value in rule.reply.headers.items()})
    parts: list[Template | Tree] = [template for _, template in headers]
    parts += [part for part in (text, json) if part is not None]
    return CompiledRule(
        rule=rule,
        method=rule.when.get("method"),
        tests=tuple(sorted(tests, key=_cost)),
        require=tuple(
            (Path.parse(path), Template.parse(value)) for path, value in rule.require.items()
        ),
        persist=_pairs(rule.persist),
        headers=headers,
        text=text,
        json=json,
        reveals_secret=any(part.reveals_secret for part in parts),
    )


def _test(text: str, value: Any) -> Test:
    is_present = value["present"] if isinstance(value, dict) else None
    return Test(Path.parse(text), None if isinstance(value, dict) else value, is_present)


def _cost(test: Test) -> int:
    return _COST.get(str(test.path.segments[0]), 0)


def _pairs(templates: dict[str, str]) -> tuple[tuple[str, Template], ...]:
    return tuple((name, Template.parse(text)) for name, text in templates.items())
