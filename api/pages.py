"""Lists as Relay connections, by keyset: a page begins after a place, so that rows added meanwhile move nothing.

Knows bounds, cursors and the types of a page; leaves out what is listed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Generic, TypeVar

import strawberry
from tortoise.models import Model
from tortoise.queryset import QuerySet

from api.described import output
from domain.errors import Invalid, Problem, ProblemCode
from domain.identity import from_cursor, to_cursor

DEFAULT_FIRST: Final = 20
MOST: Final = 100

T = TypeVar("T")
R = TypeVar("R")
M = TypeVar("M", bound=Model)

First = Annotated[
    int | None,
    strawberry.argument(description="How many at most: 1 to 100, 20 when absent."),
]
After = Annotated[
    str | None,
    strawberry.argument(description="A cursor of this list; the page begins after it."),
]


@output
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether something follows this page.")
    has_previous_page: bool = strawberry.field(
        description="Whether the page began after a cursor, so that something stands before it."
    )
    start_cursor: str | None = strawberry.field(description="The cursor of the first edge, if any.")
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last edge, if any: give it as `after` for the next page."
    )


@output
class Edge(Generic[T]):
    """One place of a list."""

    node: T = strawberry.field(description="What stands here.")
    cursor: str = strawberry.field(description="The place itself, opaque.")


@output
class Connection(Generic[T]):
    """A page of a list."""

    edges: list[Edge[T]] = strawberry.field(description="The places of this page, in order.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page is wanted. space: of the list's cursors. after: a position, not a cursor."""

    space: str
    first: int
    after: str | None


def asked(space: str, first: int | None, after: str | None) -> Asked:
    """Read the arguments of a list; UNSET is null. Raises Invalid."""
    problems = []
    size = DEFAULT_FIRST if first is None or first is strawberry.UNSET else first
    if not 1 <= size <= MOST:
        message = f"first is {size}; 1 to {MOST} are accepted"
        problems.append(Problem(ProblemCode.INVALID, message, ("first",)))
    is_given = after is not None and after is not strawberry.UNSET
    position = from_cursor(space, str(after)) if is_given else None
    if is_given and position is None:
        message = "after is not a cursor of this list; give a cursor that it returned"
        problems.append(Problem(ProblemCode.INVALID, message, ("after",)))
    if problems:
        raise Invalid(problems)
    return Asked(space, size, position)


def number(position: str | None, most_digits: int = 18) -> int | None:
    """Read a position that is a number; of 63 bits at most, unless more digits are allowed. None for what is not one."""
    if position is None or not (position.isascii() and position.isdecimal()):
        return None
    if len(position) > most_digits:
        return None
    return int(position)


async def by_id(query: QuerySet[M], wanted: Asked, *, newest_first: bool = False) -> list[M]:
    """Read one row more than the page has, in the order of ids, which is that of making."""
    if wanted.after is not None:
        query = query.filter(**{"id__lt" if newest_first else "id__gt": wanted.after})
    return await query.order_by("-id" if newest_first else "id").limit(wanted.first + 1)


def connection(
    rows: Sequence[R],
    wanted: Asked,
    node: Callable[[R], T],
    position: Callable[[R], Any] = lambda row: row.id,  # type: ignore[attr-defined]
) -> Connection[T]:
    """Make a page of rows, of which one more than the page has says that another page follows."""
    edges = [
        Edge(node=node(row), cursor=to_cursor(wanted.space, str(position(row))))
        for row in rows[: wanted.first]
    ]
    info = PageInfo(
        has_next_page=len(rows) > wanted.first,
        has_previous_page=wanted.after is not None,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
    return Connection(edges=edges, page_info=info)
