"""Reading rules and acknowledgements strictly: every problem at once, each with its path."""

from collections.abc import Sequence
from typing import Any

from domain.errors import Invalid, Problem
from domain.handshakes.faults import acknowledgement_faults, answer_templates, faults, templates
from domain.handshakes.rules import Acknowledgement, HandshakeRule
from domain.templates.names import KnownNames, check, check_path
from domain.templates.structs import read


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
        for value, part in templates(rule):
            problems += check(value, known, (*where, *part))
    return problems


def read_acknowledgement(data: Any, path: tuple[str, ...] = ()) -> Acknowledgement:
    """Read an acknowledgement. Raises Invalid with every problem but unknown template names."""
    problems: list[Problem] = []
    found = read(data, Acknowledgement, path, problems)
    if found is not None and not problems:
        problems += [problem.under(*path) for problem in acknowledgement_faults(found)]
    if problems or found is None:
        raise Invalid(problems)
    return found


def check_acknowledgement(
    found: Acknowledgement, known: KnownNames, path: tuple[str, ...] = ()
) -> list[Problem]:
    """Find every name in its templates that does not exist, with the nearest valid one."""
    parts = answer_templates(found)
    return [problem for value, where in parts for problem in check(value, known, (*path, *where))]
