"""Execution of one event of a subscription, apart from all others.

Knows what graphql-core's executor remembers; leaves out everything else of execution.
"""

from typing import Any

from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.transport.context import Context


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
