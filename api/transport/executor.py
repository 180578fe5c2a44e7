"""Execution of one event of a subscription: apart from other events, and once for all who get it alike.

Knows what graphql-core's executor remembers; leaves out everything else of execution.
"""

from functools import partial
from inspect import isawaitable
from typing import Any

from graphql import ExecutionResult
from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.transport.context import Context
from api.transport.sharing import key_of


class PerEventExecutor(StrawberryGraphQLCoreExecutionContext):
    """Gives each event of a subscription bookkeeping and loaders of its own.

    graphql-core 3.3.2 shares its memo of sub-fields among all events of a subscription, keyed by lists
    that are made anew for each event: kilobytes an event, never hit, kept until the subscription ends.
    """

    def build_per_event_executor(self, payload: Any) -> Executor[Any]:
        """Copy this executor for one event, with nothing of the events before it."""
        executor: Executor[Any] = super().build_per_event_executor(payload)
        executor._relevant_sub_fields = {}  # noqa: SLF001  the memo itself
        executor._stream_usages = type(self._stream_usages)()  # noqa: SLF001
        if isinstance(executor.context_value, Context):
            executor.context_value = executor.context_value.for_event()
        return executor

    def execute_operation(self, serially: bool | None = None) -> Any:
        """Execute, or take what an equal execution for another listener gave."""
        context, event = self.context_value, getattr(self.root_value, "shared_as", None)
        if event is None or not isinstance(context, Context) or context.frames is None:
            return super().execute_operation(serially)
        document = (self.operation, tuple(self.fragment_definitions.values()))
        key = key_of(context.viewer, event, document, self.variable_values.coerced)
        if key is None:
            return super().execute_operation(serially)
        return context.frames.shared(key, partial(self._executed, serially))

    async def _executed(self, serially: bool | None) -> ExecutionResult:
        found: Any = super().execute_operation(serially)
        result: ExecutionResult = await found if isawaitable(found) else found
        return result
