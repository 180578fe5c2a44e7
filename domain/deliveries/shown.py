"""One-off values that a person in the wizard has to see, such as a token to paste back at the provider."""

from dataclasses import dataclass
from datetime import datetime

from domain import clock
from domain.deliveries.rows import shown_purpose
from domain.models import ShownValue
from domain.vault import Vault


@dataclass(frozen=True, slots=True)
class Shown:
    """value: as it came, one printable line. replaced: how many other values stood here before it."""

    name: str
    value: str
    at: datetime
    is_verified: bool
    replaced: int
    delivery_id: str


async def shown_values(vault: Vault, trigger_id: str) -> list[Shown]:
    """Those of a trigger, by name. Raises vault.Unreadable."""
    rows = await ShownValue.filter(trigger_id=trigger_id).order_by("name")
    return [opened(vault, row) for row in rows]


def opened(vault: Vault, row: ShownValue) -> Shown:
    """One of them in the clear. Raises vault.Unreadable."""
    return Shown(
        name=row.name,
        value=vault.open(row.sealed, shown_purpose(row.trigger_id, row.name)),
        at=clock.from_ms(row.created_ms),
        is_verified=row.is_verified,
        replaced=row.replaced,
        delivery_id=row.delivery_id,
    )
