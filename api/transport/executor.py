"""Execution of one event of a subscription: apart from other events, and once for all who get it alike.

Knows what graphql-core's executor remembers; leaves out everything else of execution.
"""

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from functools import partial
from inspect import isawaitable
from typing import Any, cast

from graphql import ExecutionResult
from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.transport.context import Context
from api.transport.sharing import Frames, Key, asked_by


class PerEventExecutor(StrawberryGraphQLCoreExecutionContext):
    """Gives each event of a subscription bookkeeping and loaders of its own.

    graphql-core 3.3.2 shares its memo of sub-fields among all events of a subscription, keyed by lists
    that are made anew for each event: kilobytes an event, never hit, kept until the subscription ends.
    """

    _asked: Key | None = None

    def build_per_event_executor(self, payload: Any) -> Executor[Any]:
        """Copy this executor for one event, with nothing of the events before it; or take what an equal one gave."""
        key = self._key_of(getattr(payload, "shared_as", None))
        if key is None:
            return self._fresh(payload)
        return cast(
            "Executor[Any]",
            _Shared(self.context_value.frames, key, partial(self._executed, payload)),
        )

    def _fresh(self, payload: Any) -> Executor[Any]:
        executor: Executor[Any] = super().build_per_event_executor(payload)
        executor._relevant_sub_fields = {}  # noqa: SLF001  the memo itself
        executor._stream_usages = type(self._stream_usages)()  # noqa: SLF001
        if isinstance(executor.context_value, Context):
            executor.context_value = executor.context_value.for_event()
        return executor

    def _key_of(self, event: Hashable | None) -> Key | None:
        context = self.context_value
        if event is None or not isinstance(context, Context) or context.frames is None:
            return None
        if self._asked is None:
            document = (self.operation, tuple(self.fragment_definitions.values()))
            self._asked = asked_by(context.viewer, document, self.variable_values.coerced) or ()
        return (event, *self._asked) if self._asked else None

    async def _executed(self, payload: Any) -> ExecutionResult:
        found: Any = self._fresh(payload).execute_operation()
        result: ExecutionResult = await found if isawaitable(found) else found
        return result


@dataclass(frozen=True, slots=True)
class _Shared:
    """In an executor's place, for an event that others may have had executed."""

    frames: Frames
    key: Key
    execute: Callable[[], Awaitable[ExecutionResult]]

    def execute_operation(
        self, serially: bool | None = None
    ) -> ExecutionResult | Awaitable[ExecutionResult]:
        """Execute, or take what an equal execution for another listener gave."""
        del serially
        return self.frames.ready(self.key) or self.frames.shared(self.key, self.execute)
