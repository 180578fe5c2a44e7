"""The output that a workflow would get of the event that proved a trigger, and its shape."""

from dataclasses import dataclass
from typing import Any

import orjson

from domain.models import Credential, Delivery, Trigger, Verdict
from domain.runs import output
from domain.runs.output import Arrived, Named
from domain.runs.shapes import DIALECT, Schema, inferred
from domain.wizard.description import decode


@dataclass(frozen=True, slots=True)
class Sample:
    """value: JSON values. schema: a JSON Schema of it, as far as one sample tells."""

    value: dict[str, Any]
    schema: Schema


async def sample(trigger: Trigger) -> Sample | None:
    """Of the delivery that proved it. None until one has, or when it is not kept any more."""
    return await sample_of(trigger, trigger.sample_delivery_id)


async def sample_of(trigger: Trigger, delivery_id: str | None) -> Sample | None:
    """Of any delivery that was an event of the trigger."""
    if delivery_id is None:
        return None
    delivery = await Delivery.get_or_none(id=delivery_id)
    verdict = await Verdict.get_or_none(delivery_id=delivery_id, trigger_id=trigger.id)
    events = orjson.loads(verdict.events) if verdict else []
    if delivery is None or not events:
        return None
    event_id, account_id = events[0]
    value = output.plain(await event_output(trigger, delivery, event_id, account_id))
    return Sample(value, {"$schema": DIALECT, **inferred(value)})


async def event_output(
    trigger: Trigger, delivery: Delivery, event_id: str, account_id: str
) -> dict[str, Any]:
    """What a workflow gets of one event of a stored delivery."""
    account = await Credential.get_or_none(id=account_id)
    described = decode(trigger.live or trigger.draft or "")
    named = Named(
        event_id=event_id,
        trigger_id=trigger.id,
        trigger_name=described.basic.name,
        account_id=account_id,
        user_id=account.user_id if account else "",
        provider_id=account.provider_id if account else None,
    )
    return output.output(arrived(delivery), named)


def arrived(delivery: Delivery) -> Arrived:
    """A stored delivery as the output reads it."""
    return Arrived(
        received_ms=delivery.received_ms,
        method=delivery.method,
        headers=delivery.headers,
        query_string=delivery.query_string,
        body=bytes(delivery.body),
    )
