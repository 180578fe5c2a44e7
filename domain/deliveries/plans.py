"""Plans in memory: loaded when an address is first met, dropped when anything they were made of changes.

Where several processes share a database, the bus says what changed. What it says may be late or lost: so a plan is not
used beyond an age, and before a delivery is turned away by one, it is read again.
"""

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from domain import addresses
from domain.addresses import Target
from domain.bus import PLANS, Bus
from domain.connections.credentials import IN_USE
from domain.database import engine
from domain.deliveries.compiling import Owner, compile_candidate, secrets_in_clear
from domain.deliveries.plan import Accounts, Candidate, Enabled, Known, Plan
from domain.deliveries.record import Address
from domain.errors import Busy
from domain.keyring import Keyring
from domain.models import Credential, Integration, Trigger, WorkflowAccount
from domain.vault import Vault
from domain.wizard.description import Description, Level, decode

_MOST_PLANS: Final = 20_000
_MOST_ACCOUNTS: Final = 50_000
_MOST_AGE: Final = 15.0
_MOST_AGE_UNTOLD: Final = 1.0
_MOST_SECONDS: Final = 4.0
_NEW: Final = 0.1
"""Seconds: that a plan is used, that it is while the bus is down, that a reading may take, and that a plan is not read
again for a refusal."""

Key = tuple[str, str, str | None, str | None, bool]


class Gone(Exception):
    """There was a trigger at this address; it was removed."""


@dataclass(frozen=True, slots=True)
class _Read:
    plan: Plan
    at: float


class Plans:
    """The plans of one process. public_url: where providers reach us."""

    def __init__(self, vault: Vault, public_url: str, keyring: Keyring, bus: Bus) -> None:
        self._vault = vault
        self._bus = bus
        self._is_shared = engine.current().is_shared
        bus.hear(PLANS, self._forget)
        self._public_url = public_url
        self._keyring = keyring
        self._plans: OrderedDict[Key, _Read] = OrderedDict()
        self._readings: dict[Key, asyncio.Task[Plan | None]] = {}

    def drop(self, integration_id: str) -> None:
        """Have every process forget what it knows of an integration's addresses: something about them changed."""
        self._bus.wake([PLANS + integration_id])

    def _forget(self, integration_id: str) -> None:
        known: tuple[dict[Key, Any], ...] = (self._plans, self._readings)
        for found in known:
            for key in [key for key in found if not integration_id or key[0] == integration_id]:
                del found[key]

    def known(self, target: Target, credential_id: str | None) -> Plan | None:
        """The plan of an address, if it is in memory."""
        found = self._plans.get(_key(target, credential_id))
        if found is None or (self._is_shared and self._is_old(found)):
            return None
        return found.plan

    async def newer(self, plan: Plan) -> Plan | None:
        """What would be judged by if this one had just been read. None: it is as new as can be. Raises Gone."""
        if not self._is_shared:
            return None
        address = plan.address
        target = Target(
            address.project_id, address.integration_id, address.trigger_id, is_test=address.is_test
        )
        asked = None if address.is_test or address.trigger_id is None else address.credential_id
        found = self._plans.get(_key(target, asked))
        if found is not None and found.plan is not plan:
            return found.plan
        if found is not None:
            if time.monotonic() - found.at < _NEW:
                return None
            del self._plans[_key(target, asked)]
        return await self.load(target, asked)

    def _is_old(self, found: _Read) -> bool:
        most = _MOST_AGE if self._bus.is_whole else _MOST_AGE_UNTOLD
        return time.monotonic() - found.at > most

    async def load(self, target: Target, credential_id: str | None) -> Plan | None:
        """Read the plan of an address. None when nobody owns it; raises Gone when its trigger was removed.

        Those who ask at the same time share one reading, unless something changed in between.
        """
        key = _key(target, credential_id)
        reading = self._readings.get(key)
        if reading is None:
            reading = asyncio.create_task(self._read(target, credential_id))
            self._readings[key] = reading
        try:
            async with _in_time():
                return await asyncio.shield(reading)
        finally:
            if reading.done() and self._readings.get(key) is reading:
                del self._readings[key]

    async def _read(self, target: Target, credential_id: str | None) -> Plan | None:
        key, now = _key(target, credential_id), time.monotonic()
        integration = await Integration.get_or_none(
            id=target.integration_id, project_id=target.project_id
        )
        if integration is None:
            return None
        plan = await self._build(target, integration, credential_id)
        is_current = self._readings.get(key) is asyncio.current_task()
        if plan and not plan.problem and is_current:
            self._plans[key] = _Read(plan, now)
            if len(self._plans) > _MOST_PLANS:
                self._plans.popitem(last=False)
        return plan

    async def accounts(self, plan: Plan, provider_ids: Sequence[str]) -> Accounts:
        """Who has these Provider IDs. It is looked up once, and remembered in the plan."""
        known = {each: plan.accounts[each] for each in provider_ids if each in plan.accounts}
        unknown = [each for each in provider_ids if each not in known]
        if not unknown:
            return known
        async with _in_time():
            return {**known, **await self._find_accounts(plan, unknown)}

    async def _find_accounts(self, plan: Plan, provider_ids: Sequence[str]) -> Accounts:
        found: dict[str, tuple[str, ...]] = dict.fromkeys(provider_ids, ())
        query = Credential.filter(
            integration_id=plan.address.integration_id,
            provider_id__in=list(found),
            status__in=IN_USE,
        ).order_by("created_ms", "id")
        for identifier, provider_id in await query.values_list("id", "provider_id"):
            if not plan.address.is_test or identifier == plan.credential_id:
                found[provider_id] += (identifier,)
        if len(plan.accounts) > _MOST_ACCOUNTS:
            plan.accounts.clear()
        plan.accounts.update(found)
        return found

    async def look_up(self, plan: Plan, provider_ids: Sequence[str]) -> Known:
        """What concluding about a delivery needs. provider_ids: that its judgement names."""
        accounts = await self.accounts(plan, provider_ids)
        return Known(accounts, await self.enabled(plan, accounts))

    async def enabled(self, plan: Plan, accounts: Accounts) -> Enabled:
        """Which workflows are enabled for whoever an event here may concern. It is remembered in the plan."""
        if not plan.starts_any:
            return {}
        named = [each for found in accounts.values() for each in found]
        whose = [*named, plan.credential_id] if plan.credential_id else named
        unknown = {each for each in whose if each not in plan.enabled}
        if not unknown:
            return plan.enabled
        async with _in_time():
            return await self._find_enabled(plan, unknown)

    async def _find_enabled(self, plan: Plan, credential_ids: set[str]) -> Enabled:
        found: dict[str, set[str]] = {each: set() for each in credential_ids}
        query = WorkflowAccount.filter(credential_id__in=list(found))
        for credential_id, workflow_id in await query.values_list("credential_id", "workflow_id"):
            found[credential_id].add(workflow_id)
        if len(plan.enabled) > _MOST_ACCOUNTS:
            plan.enabled.clear()
        plan.enabled.update({each: frozenset(workflows) for each, workflows in found.items()})
        return plan.enabled

    async def of_description(
        self, target: Target, credential_id: str | None, trigger: Trigger, description: Description
    ) -> Plan:
        """The plan of an address where one trigger alone listens, described so. It is kept nowhere."""
        integration = await Integration.get(id=target.integration_id)
        account, problem = await self._account(target, credential_id)
        owner = self._owner(target, integration, account, credential_id)
        candidate = await compile_candidate(self._vault, owner, trigger, description)
        address = _address(target, account)
        return Plan(address, (replace(candidate, is_enabled=True),), address.credential_id, problem)

    def _owner(
        self,
        target: Target,
        integration: Integration,
        account: Credential | None,
        credential_id: str | None,
    ) -> Owner:
        url = self._public_url + addresses.path_of(target) + _suffix(target, credential_id)
        ring = self._keyring.of(target.project_id)
        return Owner(integration, account, target.is_test, url, ring)

    async def _build(
        self, target: Target, integration: Integration, credential_id: str | None
    ) -> Plan | None:
        triggers = await self._triggers(target)
        if triggers is None:
            return None
        account, problem = await self._account(target, credential_id)
        owner = self._owner(target, integration, account, credential_id)
        level = Level.USER if target.trigger_id else Level.APP
        candidates: list[Candidate] = []
        for trigger in triggers if not problem else ():
            text = (trigger.draft or trigger.live) if target.is_test else trigger.live
            if text and decode(text).basic.level is level:
                candidates.append(
                    await compile_candidate(self._vault, owner, trigger, decode(text))
                )
        address = _address(target, account)
        if candidates:
            return Plan(address, tuple(candidates), address.credential_id)
        in_clear = [
            each
            for trigger in triggers
            for each in await secrets_in_clear(self._vault, owner, trigger, credential_id)
        ]
        missing = problem or _nobody(target)
        return Plan(address, (), address.credential_id, missing, tuple(in_clear))

    async def _triggers(self, target: Target) -> list[Trigger] | None:
        if target.trigger_id is None:
            query = Trigger.filter(integration_id=target.integration_id, deleted_ms=None)
            return await query.order_by("created_ms", "id")
        trigger = await Trigger.get_or_none(
            id=target.trigger_id, integration_id=target.integration_id
        )
        if trigger is None:
            return None
        if trigger.deleted_ms is not None:
            raise Gone
        return [trigger]

    async def _account(
        self, target: Target, credential_id: str | None
    ) -> tuple[Credential | None, str]:
        connected = Credential.filter(integration_id=target.integration_id, status__in=IN_USE)
        if target.is_test:
            account = await connected.filter(is_sandbox=True).first()
            missing = "There is no sandbox account yet: connect one to test with."
            return account, "" if account or target.trigger_id is None else missing
        if target.trigger_id is None:
            return None, ""
        account = await connected.filter(id=credential_id).first() if credential_id else None
        return account, "" if account else (
            "No connected account has this id."
            if credential_id
            else "The address of one account ends in ?id= and the account's id, once."
        )


@contextlib.asynccontextmanager
async def _in_time() -> AsyncIterator[None]:
    """Bound a reading: a provider hangs up before a database that stands still is given up. Raises Busy."""
    try:
        async with asyncio.timeout(_MOST_SECONDS):
            yield
    except TimeoutError:
        raise Busy("the database does not answer") from None


def _key(target: Target, credential_id: str | None) -> Key:
    owner = (target.integration_id, target.project_id)
    return (*owner, target.trigger_id, credential_id, target.is_test)


def _suffix(target: Target, credential_id: str | None) -> str:
    return f"?id={credential_id}" if target.trigger_id and not target.is_test else ""


def _address(target: Target, account: Credential | None) -> Address:
    return Address(
        target.project_id,
        target.integration_id,
        target.trigger_id,
        account.id if account else None,
        target.is_test,
    )


def _nobody(target: Target) -> str:
    if target.is_test:
        return "No trigger listens at this test address."
    return "No finished trigger listens at this address; a draft listens at the same with /test."
