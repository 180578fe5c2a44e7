"""Where a workflow's runs go and what they are signed with, read once and again when the workflow changes."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from yarl import URL

from domain.models import Trigger, Workflow
from domain.runs import secrets
from domain.runs.queue import Claimed
from domain.runs.secrets import Secrets
from domain.vault import Vault
from domain.wizard.description import decode

_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Target:
    """endpoint: as it is stored; None when the workflow takes no more POSTs. version: as in `Claimed`."""

    endpoint: str
    url: URL
    trigger_name: str
    version: tuple[int, int]
    secrets: Secrets = field(repr=False)

    def keys(self, now_ms: int) -> list[bytes]:
        """What signs now, newest first."""
        return [each.key for each in secrets.valid(self.secrets, now_ms)]


class Targets:
    """The targets of a process."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: OrderedDict[str, Target] = OrderedDict()

    async def of(self, run: Claimed) -> Target | None:
        """Where a run goes. None: nowhere any more. Raises vault.Unreadable."""
        known = self._known.get(run.workflow_id)
        if known is not None and known.version == run.version:
            return known
        workflow = await Workflow.get_or_none(id=run.workflow_id)
        trigger = await Trigger.get_or_none(id=run.trigger_id)
        if workflow is None or trigger is None or workflow.endpoint is None:
            return None
        target = Target(
            endpoint=workflow.endpoint,
            url=URL(workflow.endpoint),
            trigger_name=decode(trigger.live or trigger.draft or "").basic.name,
            version=(workflow.updated_ms, trigger.updated_ms),
            secrets=secrets.unseal(self._vault, workflow.id, workflow.sealed),
        )
        self._known[workflow.id] = target
        if len(self._known) > _MOST:
            self._known.popitem(last=False)
        return target
