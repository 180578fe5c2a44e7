"""Values put into JSON, whatever is there already. Pure."""

from collections.abc import Sequence
from typing import Any

from domain.templates.segments import Every, Segment


def put(tree: Any, steps: Sequence[Segment], value: Any) -> Any:
    """Give the tree with the value at the end of the steps; objects and lists on the way are made."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        items = list(tree) if isinstance(tree, list) else []
        items += [None] * (step + 1 - len(items))
        items[step] = put(items[step], rest, value)
        return items
    fields = tree if isinstance(tree, dict) else {}
    return {**fields, name_of(step): put(fields.get(name_of(step)), rest, value)}


def get(tree: Any, steps: Sequence[Segment]) -> Any:
    """What stands at the end of the steps; None when nothing does."""
    for step in steps:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def name_of(step: Segment) -> str:
    """The name that a step stands for."""
    return step.name if isinstance(step, Every) else str(step)
