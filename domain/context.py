"""What deeds need beside their arguments, made once by the composition and handed to each."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.bus import Bus
from domain.outbound import Outbound
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault


@dataclass(frozen=True, slots=True)
class Context:
    """drop_plans: forgets what the receiver knows of an integration; called after each commit that changes it."""

    settings: Settings
    vault: Vault
    bus: Bus
    outbound: Outbound
    drop_plans: Callable[[str], None]
    sandbox: Sandbox
