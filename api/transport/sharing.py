"""One event for many listeners: executed once, serialised once.

Knows when two executions must come out the same: the same document, the same variables where they count, the same event,
and the same viewer. Leaves out who listens to what. Only what has no errors is shared, and only for a moment.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, Final

from graphql import (
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    Node,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    visit,
)
from prometheus_client import Counter

from api.transport.encoding import encode

SECONDS: Final = 1.0
_MOST: Final = 512

EXECUTIONS: Final = Counter(
    "hookwright_live_executions", "Events executed for listeners; equal listeners share one."
)

Key = tuple[Hashable, ...]

_names: dict[tuple[str, str | None], tuple[str, ...]] = {}


class SharedData(dict[str, Any]):
    """Data that several listeners get. text: the whole payload as JSON, written when it is first wanted."""

    __slots__ = ("_text",)

    @property
    def text(self) -> str:
        """The payload of a frame."""
        try:
            return self._text
        except AttributeError:
            self._text: str = encode({"data": self})
            return self._text


class Frames:
    """The executions of the last moment, by what they depend on."""

    def __init__(self) -> None:
        self._held: OrderedDict[Key, tuple[float, asyncio.Future[ExecutionResult]]] = OrderedDict()

    def ready(self, key: Key) -> ExecutionResult | None:
        """The result of an equal execution of the last moment, if it is there and may be shared."""
        found = self._held.get(key)
        if found is None or found[0] < time.monotonic() - SECONDS or not found[1].done():
            return None
        if found[1].cancelled() or found[1].exception() is not None:
            return None
        result = found[1].result()
        return None if result.errors else result

    async def shared(
        self, key: Key, execute: Callable[[], Awaitable[ExecutionResult]]
    ) -> ExecutionResult:
        """The result of an equal execution of the last moment, or of this one."""
        now = time.monotonic()
        found = self._held.get(key)
        if found is None or found[0] < now - SECONDS:
            # a task of its own: whoever came first may leave before it is done
            found = now, asyncio.ensure_future(_for_many(execute))
            self._held[key] = found
            self._held.move_to_end(key)
            self._forget(now)
            return await asyncio.shield(found[1])
        result = await asyncio.shield(found[1])
        return await execute() if result.errors else result

    def _forget(self, now: float) -> None:
        while self._held:
            at, _ = next(iter(self._held.values()))
            if at >= now - SECONDS and len(self._held) <= _MOST:
                return
            self._held.popitem(last=False)


async def _for_many(execute: Callable[[], Awaitable[ExecutionResult]]) -> ExecutionResult:
    EXECUTIONS.inc()
    result = await execute()
    if not result.errors:
        result.data = SharedData(result.data or {})
    return result


def _names_inside(
    operation: OperationDefinitionNode, fragments: tuple[FragmentDefinitionNode, ...]
) -> tuple[str, ...]:
    """The variables that count for an event: not those of the root field, which say where to listen."""
    found = _Variables()
    for root in operation.selection_set.selections:
        if not isinstance(root, FieldNode):
            visit(root, found)
            continue
        for directive in root.directives or ():
            visit(directive, found)
        if root.selection_set is not None:
            visit(root.selection_set, found)
    for fragment in fragments:
        visit(fragment, found)
    return tuple(sorted(found.names))


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: VariableNode, *_: Node) -> None:
        self.names.add(node.name.value)


def asked_by(
    viewer: Hashable | None,
    document: tuple[OperationDefinitionNode, tuple[FragmentDefinitionNode, ...]],
    values: dict[str, Any],
) -> Key | None:
    """What an execution depends on, but for the event. None: it is not to be shared."""
    if viewer is None:
        return None
    operation, fragments = document
    if operation.loc is None:
        return None
    text = operation.loc.source.body
    name = operation.name.value if operation.name else None
    names = _names.get((text, name))
    if names is None:
        if len(_names) >= _MOST:
            _names.clear()
        names = _names[text, name] = _names_inside(operation, fragments)
    inside = encode({each: values.get(each) for each in names}) if names else ""
    return viewer, text, name, inside
