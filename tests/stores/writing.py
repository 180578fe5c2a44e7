"""Records as the receiver makes them, for tests that write them from several sides."""

from typing import Any

from domain import clock
from domain.deliveries.record import Address, NewEvent, Record, TriggerVerdict
from domain.identity import Kind, new_id
from domain.reply import Reply
from domain.request import Request
from domain.verdict import Outcome


def record(
    trigger_id: str,
    key: str | None = None,
    body: bytes = b"{}",
    method: str = "POST",
    **changes: Any,
) -> Record:
    """An event of one trigger for one account. key: of its de-duplication."""
    now = clock.now()
    event = NewEvent(new_id(Kind.EVENT), "crd_1", key)
    given = {
        "id": new_id(Kind.DELIVERY),
        "address": Address("prj_1", "int_1", None, None, is_test=False),
        "request": Request(
            method=method, public_url="", path="/", query_string="", headers=(("a", "b"),), body=body,
            received_at=now,
        ),
        "outcome": Outcome.EVENT,
        "explanation": "Accepted.",
        "reply": Reply(body=body),
        "received_at": now,
        "verdicts": [TriggerVerdict(trigger_id, Outcome.EVENT, "", "0" * 32, events=[event])],
    }  # fmt: skip
    return Record(**{**given, **changes})
