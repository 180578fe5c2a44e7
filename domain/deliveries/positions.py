"""Positions in a log of rows: where a reader by cursor stands. They are in commit order.

Where one writes at a time, numbers are taken in the order of commits, and a position is a row's number. Where several
do, a number may be taken early and committed late: there a position is the transaction's id, then the number, and only
what lies before the oldest transaction under way may be read, because nothing can come to lie before that any more.
Transaction ids begin anew after a restore into another cluster: the epoch, in front, tells.
"""

from typing import Any, Final, Protocol, TypeVar

from tortoise import connections
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from domain.database import engine

M = TypeVar("M", bound=Model)

_BITS: Final = 64
_MASK: Final = (1 << _BITS) - 1
_HORIZON: Final = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon"
_NEWEST: Final = "SELECT last_value AS seq FROM {table}_seq_seq"
_NEWEST_HERE: Final = "SELECT seq FROM sqlite_sequence WHERE name = '{table}'"


class Logged(Protocol):
    """A row of a log. xid: of the transaction that wrote it, 0 where one writes at a time."""

    xid: Any
    seq: Any


def most_digits() -> int:
    """How long a position may be, in decimal."""
    return 58 if engine.current().is_shared else 18


def of(row: Logged) -> int:
    """The position after a row."""
    return at(row.xid, row.seq)


def at(xid: int, seq: int) -> int:
    """The position after a transaction's row."""
    return engine.current().epoch << 2 * _BITS | xid << _BITS | seq


async def horizon() -> int | None:
    """The oldest transaction under way: what it and later ones write is not to be read yet. None: everything is."""
    if not engine.current().is_shared:
        return None
    found = await connections.get("default").execute_query_dict(_HORIZON)
    return int(found[0]["horizon"])


async def end(model: type[Model], limit: int | None) -> int:
    """The position after all rows that may be read. limit: the horizon."""
    # the newest row itself may have been pruned: the number that was given last counts
    sql = _NEWEST_HERE if limit is None else _NEWEST
    table = model._meta.db_table  # noqa: SLF001  Tortoise says it nowhere else
    found = await connections.get("default").execute_query_dict(sql.format(table=table))
    newest = int(found[0]["seq"]) if found else 0
    return newest if limit is None else at(limit - 1, newest)


def number(position: int) -> int:
    """The number of the row that a position is after."""
    return _parts(position)[1]


def after(query: QuerySet[M], position: int, limit: int | None) -> QuerySet[M]:
    """The rows of a query behind a position, in commit order. limit: the horizon."""
    if limit is None:
        return query.filter(seq__gt=position).order_by("seq")
    xid, seq = _parts(position)
    return query.filter(_behind(xid, seq), xid__gte=xid, xid__lt=limit).order_by("xid", "seq")


def before(query: QuerySet[M], limit: int | None) -> QuerySet[M]:
    """The rows of a query that may be read, newest first. limit: the horizon."""
    return (
        query.order_by("-seq")
        if limit is None
        else query.filter(xid__lt=limit).order_by("-xid", "-seq")
    )


async def is_held_back(query: QuerySet[M], position: int) -> bool:
    """Whether something behind a position is committed and only waits for an older transaction to end."""
    if not engine.current().is_shared:
        return False
    xid, seq = _parts(position)
    return await query.filter(_behind(xid, seq), xid__gte=xid).exists()


def is_known(position: int, limit: int | None, end: int) -> bool:
    """Whether this database handed a position out. limit: the horizon; end: the newest position."""
    if limit is None:
        return position <= end
    is_of_now = position >> 2 * _BITS == engine.current().epoch
    return is_of_now and _parts(position)[0] <= limit


def _behind(xid: int, seq: int) -> Q:
    return Q(xid__gt=xid) | Q(seq__gt=seq)


def _parts(position: int) -> tuple[int, int]:
    return position >> _BITS & _MASK, position & _MASK
