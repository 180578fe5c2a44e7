"""Parsed documents, remembered.

Knows which query texts were parsed and which of them passed validation and the cost rule; leaves out
variables and operation names, which never change either.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from graphql import DocumentNode, OperationDefinitionNode, parse
from strawberry.types.graphql import OperationType

_MAX_TEXT: Final = 16_384


@dataclass(slots=True)
class Document:
    """One parsed query text. is_sound: it passed validation and the cost rule once."""

    node: DocumentNode
    is_sound: bool = False

    def operations(self) -> list[OperationDefinitionNode]:
        """List its operations, in order."""
        return [each for each in self.node.definitions if isinstance(each, OperationDefinitionNode)]


class Documents:
    """A cache of documents, the least recently used dropped first.

    max_tokens: of one document. budget: tokens of all that are kept; a token costs about a kilobyte of
    syntax tree, so the sum bounds memory where a count of documents would not.
    """

    def __init__(self, max_tokens: int, budget: int = 50_000) -> None:
        self.max_tokens = max_tokens
        self._budget = budget
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._tokens = 0

    def parse(self, text: str) -> Document:
        """Parse a query text, or remember it. Raises GraphQLError: syntax, tokens or nesting."""
        if (document := self._kept.get(text)) is not None:
            self._kept.move_to_end(text)
            return document
        document = Document(parse(text, max_tokens=self.max_tokens))
        if len(text) <= _MAX_TEXT:
            self._keep(text, document)
        return document

    def _keep(self, text: str, document: Document) -> None:
        self._kept[text] = document
        self._tokens += document.node.token_count
        while self._tokens > self._budget:
            _, dropped = self._kept.popitem(last=False)
            self._tokens -= dropped.node.token_count


def operation_type(document: Document, name: str | None) -> OperationType | None:
    """Say what an operation is. None when it is not known: no such name, or several and no name."""
    operations = document.operations()
    if name is not None:
        operations = [each for each in operations if each.name and each.name.value == name]
    return OperationType(operations[0].operation.value) if len(operations) == 1 else None
