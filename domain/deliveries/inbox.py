"""Looking at what is unrouted: the accounts that a delivery may be meant for."""

from typing import Final

from domain.connections.credentials import IN_USE
from domain.context import Context
from domain.deliveries.near_misses import (
    Account,
    NearMiss,
    is_like_an_id,
    near_misses,
    values,
    variants,
)
from domain.deliveries.stored import as_request
from domain.models import Credential, Delivery, Trigger, Verdict
from domain.templates.path import Path
from domain.templates.scope import RequestScope
from domain.verdict import Outcome
from domain.wizard.description import decode

_NEWEST: Final = 300
_MOST_NAMED: Final = 20


async def accounts_nearby(context: Context, delivery: Delivery) -> list[NearMiss]:
    """Explain an unrouted delivery by the accounts that there are; empty for any other, and when none is near."""
    query = Verdict.filter(delivery_id=delivery.id, outcome=Outcome.UNROUTED.value)
    triggers = await query.values_list("trigger_id", flat=True)
    paths = await _routing([str(each) for each in triggers], is_test=delivery.is_test)
    if not paths:
        return []
    event = RequestScope(as_request(context.settings, delivery))
    named = [
        (path.text, value)
        for path in paths
        for value in path.values({"event": event})
        if is_like_an_id(value)
    ][:_MOST_NAMED]
    found = values(event)
    wanted = variants(str(value) for _, value in named) | set(map(str, found.values()))
    accounts = await _accounts(delivery.integration_id, wanted)
    reading = [path.text for path in paths]
    return near_misses(named, found, accounts, reading=reading, is_test=delivery.is_test)


async def _routing(trigger_ids: list[str], *, is_test: bool) -> list[Path]:
    triggers = await Trigger.filter(id__in=trigger_ids, deleted_ms=None).order_by("created_ms")
    stored = [(each.draft or each.live) if is_test else each.live for each in triggers]
    texts = [path for text in stored if text for path in decode(text).handling.routing]
    return [Path.parse(text) for text in dict.fromkeys(texts)]


async def _accounts(integration_id: str, wanted: set[str]) -> list[Account]:
    """Those with one of these Provider IDs, and the newest, in case theirs is alike."""
    own = Credential.filter(integration_id=integration_id, provider_id__isnull=False)
    columns = ("id", "provider_id", "is_sandbox", "status")
    rows = await own.filter(provider_id__in=sorted(wanted)).values_list(*columns)
    rows += await own.order_by("-created_ms").limit(_NEWEST).values_list(*columns)
    found = {row[0]: row for row in rows}.values()
    return [
        Account(identifier, provider_id, is_sandbox, status in IN_USE)
        for identifier, provider_id, is_sandbox, status in found
        if provider_id
    ]
