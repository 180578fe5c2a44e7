"""How much one operation may ask for, on every transport alike.

Knows the caps and refuses above them before anything runs; leaves out page sizes and lists of ids,
which the fields that take them bound themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graphql import DocumentNode, GraphQLError
from strawberry.extensions import SchemaExtension

from api.transport.cost import costs
from api.transport.documents import Document, Documents
from api.transport.errors import BAD_USER_INPUT, OPERATION_TOO_COMPLEX


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each that one operation may have; tokens are of the whole document.

    The defaults suit real clients: the standard introspection query is 15 deep.
    """

    depth: int = 15
    fields: int = 1_000
    aliases: int = 50
    directives: int = 50
    tokens: int = 2_000


class BoundedOperations(SchemaExtension):
    """Parses through the cache, and refuses what is too large or ambiguous, before validation.

    It never raises: an extension that raises while parsing loses its error over a stream.
    """

    def __init__(self, limits: Limits, documents: Documents) -> None:
        super().__init__()
        self._limits = limits
        self._documents = documents
        self._document: Document | None = None

    def on_parse(self) -> Iterator[None]:
        """Put the remembered document in place; a syntax error is left to the parser that follows."""
        context = self.execution_context
        context.parse_options["max_tokens"] = self._limits.tokens
        if context.query and context.graphql_document is None:
            self._document = self._parsed(context.query)
            context.graphql_document = self._document.node if self._document else None
        yield

    def on_validate(self) -> Iterator[None]:
        """Refuse, or let validation run once for each document."""
        context, document = self.execution_context, self._document
        if document is None or context.pre_execution_errors is not None:
            yield
            return
        if _is_ambiguous(document, context._provided_operation_name):  # noqa: SLF001  no other way
            context.pre_execution_errors = [_AMBIGUOUS]
        elif document.is_sound:
            context.pre_execution_errors = []
        elif complaint := excess(document.node, self._limits):
            context.pre_execution_errors = [_too_complex(complaint)]
        yield
        document.is_sound = document.is_sound or not context.pre_execution_errors

    def _parsed(self, query: str) -> Document | None:
        try:
            return self._documents.parse(query)
        except GraphQLError:
            return None


def excess(document: DocumentNode, limits: Limits) -> str | None:
    """Say in words by how much an operation of the document is over a limit, or None."""
    try:
        for cost in costs(document):
            for name, found in cost._asdict().items():
                allowed = getattr(limits, name)
                if found > allowed:
                    return f"{_WORDS[name]} ({_shown(found)}); at most {allowed} are answered."
    except RecursionError:
        return f"{_WORDS['depth']}; at most {limits.depth} are answered."
    return None


def _shown(number: int) -> str:
    return str(number) if number < 10**9 else "over a billion"


def _is_ambiguous(document: Document, name: str | None) -> bool:
    return name is None and len(document.operations()) > 1


def _too_complex(complaint: str) -> GraphQLError:
    return GraphQLError(complaint, extensions={"code": OPERATION_TOO_COMPLEX})


_WORDS: Final = {
    "depth": "The operation nests too many levels of fields",
    "fields": "The operation selects too many fields",
    "aliases": "The operation uses too many aliases",
    "directives": "The operation uses too many directives",
}
_AMBIGUOUS: Final = GraphQLError(
    "The document has several operations: say which one by `operationName`.",
    extensions={"code": BAD_USER_INPUT},
)
