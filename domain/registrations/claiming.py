"""Taking a registration in hand: a lease, and a fence that tells whoever concludes too late."""

from typing import Final

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from domain.database import atomically
from domain.models import Registration
from domain.settings import Settings

_MOST_CALLS: Final = 3
_MARGIN_MS: Final = 5_000


def lease_ms(settings: Settings) -> int:
    """How long a row is in one's hands: long enough to ask for a list, to remove and to make."""
    return _MOST_CALLS * settings.outbound_seconds * 1_000 + _MARGIN_MS


def free(now_ms: int) -> QuerySet[Registration]:
    """Rows that have something to be done and are in nobody's hands."""
    is_free = Q(lease_ms=None) | Q(lease_ms__lte=now_ms)
    return Registration.filter(is_free, due_ms__not_isnull=True)


async def take(row: Registration, now_ms: int, until_ms: int) -> bool:
    """Claim a row inside a unit of work; False when somebody else was quicker."""
    changes = {"fence": row.fence + 1, "lease_ms": until_ms}
    taken = await free(now_ms).filter(id=row.id, fence=row.fence).update(**changes)
    row.update_from_dict(changes)
    return bool(taken)


async def release(row: Registration) -> None:
    """Give a row back as it is."""
    mine = Registration.filter(id=row.id, fence=row.fence)
    await atomically(lambda: mine.update(lease_ms=None))
