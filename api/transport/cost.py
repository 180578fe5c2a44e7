"""How large the operations of a document are. Pure; each fragment is walked once.

Knows syntax only: cycles, unknown fragments and unknown fields are validation's to report.
"""

from collections.abc import Iterator
from typing import NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)


class Cost(NamedTuple):
    """The size of a selection with its fragments spread out.

    depth: nested fields, a leaf is 1. fields, aliases, directives: how many there are.
    """

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def beside(self, other: "Cost") -> "Cost":
        """Add what is selected beside this: counts add up, the deeper one counts."""
        return Cost(
            max(self.depth, other.depth),
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
        )


def costs(document: DocumentNode) -> Iterator[Cost]:
    """Measure every operation of a document. Raises RecursionError on absurd nesting."""
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    memo: dict[str, Cost] = {}
    for each in document.definitions:
        if isinstance(each, OperationDefinitionNode):
            own = Cost(directives=len(each.directives or ()))
            yield own.beside(_selected(each.selection_set, fragments, memo))


def _selected(
    selection_set: SelectionSetNode | None,
    fragments: dict[str, FragmentDefinitionNode],
    memo: dict[str, Cost],
) -> Cost:
    total = Cost()
    for node in selection_set.selections if selection_set else ():
        total = total.beside(_cost(node, fragments, memo))
    return total


def _cost(
    node: SelectionNode, fragments: dict[str, FragmentDefinitionNode], memo: dict[str, Cost]
) -> Cost:
    own = Cost(directives=len(node.directives or ()))
    if isinstance(node, FieldNode):
        below = _selected(node.selection_set, fragments, memo)
        depth, aliases = below.depth + 1, 1 if node.alias else 0
        return below._replace(depth=depth).beside(own).beside(Cost(depth, 1, aliases))
    if isinstance(node, InlineFragmentNode):
        return own.beside(_selected(node.selection_set, fragments, memo))
    if isinstance(node, FragmentSpreadNode):
        return own.beside(_spread(node.name.value, fragments, memo))
    return own


def _spread(name: str, fragments: dict[str, FragmentDefinitionNode], memo: dict[str, Cost]) -> Cost:
    if name not in memo:
        memo[name] = Cost()  # written first: a cycle ends here
        if fragment := fragments.get(name):
            own = Cost(directives=len(fragment.directives or ()))
            memo[name] = own.beside(_selected(fragment.selection_set, fragments, memo))
    return memo[name]
