"""Deliveries that are written down, read again: as the request that each was, and where it arrived."""

from typing import Final
from urllib.parse import parse_qs

import orjson

from domain import addresses, clock
from domain.addresses import Target
from domain.connections.callers import Caller, require_editor
from domain.deliveries.masking import MASK
from domain.errors import NotFound
from domain.identity import Kind, is_id
from domain.models import Delivery
from domain.request import MAX_PARTS, Request
from domain.settings import Settings
from domain.verdict import RejectionCause

_CUT: Final = frozenset(
    {
        RejectionCause.BODY_TOO_LARGE.value,
        RejectionCause.HEADERS_TOO_LARGE.value,
        RejectionCause.BODY_TOO_SLOW.value,
    }
)


async def find_delivery(caller: Caller, delivery_id: str) -> Delivery:
    """A delivery of the caller's project. Raises NotFound, Forbidden."""
    project_id = require_editor(caller)
    row = None
    if is_id(delivery_id, Kind.DELIVERY):
        row = await Delivery.get_or_none(id=delivery_id, project_id=project_id)
    if row is None:
        raise NotFound("there is no such delivery, or it is not kept any more")
    return row


def as_request(settings: Settings, delivery: Delivery) -> Request:
    """A stored delivery as the request that it was, but for secrets that are masked. Its sender's address is not kept."""
    return Request(
        method=delivery.method,
        public_url=addresses.public_url(settings),
        path=delivery.path,
        query_string=delivery.query_string,
        headers=tuple((name, value) for name, value in orjson.loads(delivery.headers)),
        body=delivery.body,
        received_at=clock.from_ms(delivery.received_ms),
    )


def target_of(delivery: Delivery) -> Target:
    """Which of our addresses it arrived at."""
    return Target(
        delivery.project_id, delivery.integration_id, delivery.trigger_id, delivery.is_test
    )


def account_of(delivery: Delivery) -> str | None:
    """The account that a user-level address named, whether or not it is connected."""
    if delivery.trigger_id is None or delivery.is_test:
        return None
    try:
        named = parse_qs(delivery.query_string, max_num_fields=MAX_PARTS).get("id", [])
    except ValueError:
        return None
    return named[0] if len(named) == 1 and is_id(named[0], Kind.CREDENTIAL) else None


def is_whole(delivery: Delivery) -> bool:
    """Whether everything that was sent is kept: of what was too large or too slow some is not."""
    return delivery.cause not in _CUT


def is_masked(delivery: Delivery) -> bool:
    """Whether a secret that it brought is masked in what was stored."""
    places = (delivery.query_string, orjson.loads(delivery.headers))
    return MASK.encode() in bytes(delivery.body) or any(MASK in str(place) for place in places)
