"""How a trigger stands."""

from enum import StrEnum


class TriggerStatus(StrEnum):
    """DRAFT: never finished. ACTIVE: its events start workflows. DISABLED: finished, and switched off."""

    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    DISABLED = "DISABLED"
