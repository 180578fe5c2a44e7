"""A Strawberry schema that is safe to serve, and its canonical text.

Knows bounds, scalars, masking and printing; leaves out every type of the product.
"""

from collections.abc import AsyncGenerator, Callable, Iterable
from functools import partial
from typing import Any, cast

import strawberry
from graphql import (
    GraphQLError,
    build_schema,
    lexicographic_sort_schema,
    print_schema,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext, ExecutionResult
from strawberry.types.graphql import OperationType

from api.transport.context import Context, request_id_of
from api.transport.documents import Documents, operation_type
from api.transport.errors import presentable
from api.transport.executor import PerEventExecutor
from api.transport.limits import BoundedOperations, Limits
from api.transport.request import GraphQLRequest
from api.transport.scalars import SCALARS


class Schema(strawberry.Schema):
    """The one schema of the process: bounded, with our scalars, every error fit for its client."""

    def __init__(  # noqa: PLR0913  the parts of a schema
        self,
        query: type,
        mutation: type | None = None,
        subscription: type | None = None,
        *,
        types: Iterable[type] = (),
        extensions: Iterable[type[SchemaExtension] | Callable[[], SchemaExtension]] = (),
        limits: Limits | None = None,
    ) -> None:
        limits = limits or Limits()
        self.documents = Documents(limits.tokens)
        super().__init__(
            query,
            mutation,
            subscription,
            types=types,
            extensions=[partial(BoundedOperations, limits, self.documents), *extensions],
            execution_context_class=PerEventExecutor,
            config=StrawberryConfig(scalar_map=SCALARS),
        )

    def operation_type(self, query: str, name: str | None) -> OperationType | None:
        """Say what a request would run. None when that is not known; execution then says why."""
        try:
            return operation_type(self.documents.parse(query), name)
        except GraphQLError:
            return None

    async def results(
        self, asked: GraphQLRequest, context: Context[Any, Any]
    ) -> AsyncGenerator[ExecutionResult, None]:
        """Run an operation of any type: its results; closing the generator cancels it."""
        results = await self.stream(
            asked.query,
            variable_values=asked.variables,
            context_value=context,
            operation_name=asked.operation_name,
            operation_extensions=asked.extensions,
        )
        # incremental delivery is off, so every result is a whole one
        return cast("AsyncGenerator[ExecutionResult, None]", results)

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Make the errors of one result presentable, in place: every path of execution comes by here."""
        known = execution_context
        request_id = request_id_of(known.context if known else None)
        errors[:] = presentable(errors, request_id, known.operation_name if known else None)


def canonical_sdl(schema: strawberry.Schema) -> str:
    """Print a schema sorted, with all it describes, ending in a newline: the text of schema.graphql."""
    # from as_str(): printing the inner schema loses @oneOf; sorting the served one breaks its unions
    return print_schema(lexicographic_sort_schema(build_schema(schema.as_str()))) + "\n"
