"""A record as rows: the order of columns, and the statements of the journal.

Plain SQL, because one delivery may cost a few microseconds here and a model's `bulk_create` costs ten times
that. A test compares the columns with the models'.
"""

import functools
import hashlib
from dataclasses import dataclass
from typing import Any, Final

import orjson

from domain.deliveries.follow_ups import FollowUpState
from domain.deliveries.masking import masked, masked_bytes
from domain.deliveries.record import NewEvent, NewFollowUp, NewRun, Record, TriggerVerdict
from domain.runs.states import RunState
from domain.verdict import Outcome

DELIVERY_COLUMNS: Final = (
    "id", "project_id", "integration_id", "trigger_id", "is_test", "received_ms", "method", "path",
    "query_string", "headers", "body", "body_size", "outcome", "cause", "explanation",
    "reply_status", "reply_headers", "reply_body", "duplicate_of", "console",
    "replay_of",
)  # fmt: skip
VERDICT_COLUMNS: Final = (
    "trigger_id", "delivery_id", "is_test", "outcome", "cause", "explanation", "is_verified",
    "fingerprint", "provider_ids", "events", "left_out",
)  # fmt: skip
EVENT_COLUMNS: Final = (
    "id", "project_id", "trigger_id", "credential_id", "delivery_id", "is_test",
    "deduplication_key", "created_ms",
)  # fmt: skip
RUN_COLUMNS: Final = (
    "id", "project_id", "workflow_id", "trigger_id", "credential_id", "event_id", "delivery_id", "state", "attempts",
    "due_ms", "status", "error", "is_ordered", "tries_from", "created_ms", "updated_ms",
)  # fmt: skip
CHANGE_COLUMNS: Final = ("project_id", "workflow_id", "run_id")
VALUE_COLUMNS: Final = (
    "trigger_id", "scope", "name", "sealed", "window", "delivery_id", "created_ms",
)  # fmt: skip

SHOWN_COLUMNS: Final = (
    "trigger_id", "name", "sealed", "is_verified", "replaced", "delivery_id", "created_ms",
)  # fmt: skip
UNROUTED_COLUMNS: Final = (
    "project_id", "integration_id", "trigger_id", "delivery_id", "provider_id",
)  # fmt: skip
FOLLOW_UP_COLUMNS: Final = (
    "delivery_id", "project_id", "trigger_id", "method", "url", "sealed", "digest", "state", "attempts", "status",
    "error", "history", "due_ms", "created_ms", "updated_ms",
)  # fmt: skip


Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the journal writes it: the columns in the order of its rows."""

    name: str
    columns: tuple[str, ...]


DELIVERY: Final = Table("delivery", DELIVERY_COLUMNS)
VERDICT: Final = Table("verdict", VERDICT_COLUMNS)
EVENT: Final = Table("event", EVENT_COLUMNS)
UNROUTED: Final = Table("unrouted", UNROUTED_COLUMNS)
RUN: Final = Table("run", RUN_COLUMNS)
RUN_CHANGE: Final = Table("run_change", CHANGE_COLUMNS)
TABLES: Final = (DELIVERY, VERDICT, EVENT, UNROUTED, RUN, RUN_CHANGE)


@functools.lru_cache(maxsize=64)
def insert(table: Table, count: int = 1) -> str:
    """The statement that inserts `count` rows at once."""
    names = ", ".join(f'"{column}"' for column in table.columns)
    marks = ", ".join(["(" + ", ".join("?" * len(table.columns)) + ")"] * count)
    return f"INSERT INTO {table.name} ({names}) VALUES {marks}"  # noqa: S608  our own constants


INSERT_EVENT: Final = insert(EVENT)
INSERT_NEW_EVENT: Final = INSERT_EVENT + " ON CONFLICT DO NOTHING RETURNING id"
# Within one window a name is written once; a new registration starts afresh, a listening never does.
INSERT_VALUE: Final = (
    insert(Table("persisted_value", VALUE_COLUMNS))
    + " ON CONFLICT (trigger_id, scope, name) DO UPDATE SET sealed = excluded.sealed,"
    ' "window" = excluded."window", delivery_id = excluded.delivery_id,'
    " created_ms = excluded.created_ms"
    ' WHERE persisted_value."window" <> excluded."window"'
    " AND excluded.\"window\" <> 'listening' RETURNING name"
)
SELECT_SHOWN: Final = (
    "SELECT sealed, is_verified, replaced FROM shown_value WHERE trigger_id = ? AND name = ?"
)
INSERT_SHOWN: Final = (
    insert(Table("shown_value", SHOWN_COLUMNS))
    + " ON CONFLICT (trigger_id, name) DO UPDATE SET sealed = excluded.sealed,"
    " is_verified = excluded.is_verified, replaced = excluded.replaced,"
    " delivery_id = excluded.delivery_id, created_ms = excluded.created_ms"
)
# one at a time for each address: a delivery that is sent again and again starts no flood of ours
INSERT_FOLLOW_UP: Final = (
    insert(Table("follow_up", FOLLOW_UP_COLUMNS)) + " ON CONFLICT DO NOTHING RETURNING delivery_id"
)
DELETE_UNROUTED_VERDICT: Final = (
    "DELETE FROM verdict WHERE delivery_id = ? AND trigger_id = ? AND outcome = 'UNROUTED'"
    " RETURNING seq"
)
DELETE_UNROUTED: Final = "DELETE FROM unrouted WHERE delivery_id = ? AND trigger_id = ?"
UPDATE_LATE_DELIVERY: Final = (
    "UPDATE delivery SET outcome = ?, explanation = ?, duplicate_of = ?"
    " WHERE id = ? AND outcome = 'UNROUTED'"
)
TAKE_STEP: Final = (
    "UPDATE replay SET position = ?, done = done + 1, failed = failed + ?, updated_ms = ?"
    " WHERE id = ? AND state = 'RUNNING' AND position < ? RETURNING id"
)
SELECT_ORIGINAL: Final = (
    "SELECT delivery_id FROM event"
    " WHERE trigger_id = ? AND credential_id = ? AND deduplication_key = ?"
)
SELECT_REPLY: Final = "SELECT reply_status, reply_headers, reply_body FROM delivery WHERE id = ?"
UPDATE_PROOF: Final = (
    "UPDATE trigger SET sample_delivery_id = ?, proven_fingerprint = ? WHERE id = ?"
)


def delivery_row(record: Record) -> Row:
    """Values in the order of DELIVERY_COLUMNS."""
    address, request, reply = record.address, record.request, record.reply
    query, headers, body = request.query_string, request.headers, request.body
    reply_headers, reply_body = reply.headers, reply.body
    if masks := record.masks:
        query, body = masked(query, masks), masked_bytes(body, masks)
        headers = tuple((name, masked(value, masks)) for name, value in headers)
        reply_headers = tuple((name, masked(value, masks)) for name, value in reply_headers)
        reply_body = masked_bytes(reply_body, masks)
    return (
        record.id,
        address.project_id,
        address.integration_id,
        address.trigger_id,
        address.is_test,
        received_ms(record),
        request.method,
        request.path,
        query,
        orjson.dumps(headers).decode(),
        body,
        len(request.body),
        record.outcome.value,
        record.cause.value if record.cause else None,
        record.explanation,
        reply.status,
        orjson.dumps(reply_headers).decode() if reply_headers else "[]",
        reply_body,
        record.duplicate_of,
        _console(record) if record.console else None,
        record.replay_of,
    )


def _console(record: Record) -> str:
    found = [
        (one.trigger_id, one.mode, one.level, masked(one.text, record.masks))
        for one in record.console
    ]
    return orjson.dumps(found).decode()


def verdict_row(record: Record, verdict: TriggerVerdict) -> Row:
    """Values in the order of VERDICT_COLUMNS."""
    events = [(event.id, event.credential_id) for event in verdict.events]
    return (
        verdict.trigger_id,
        record.id,
        record.address.is_test,
        verdict.outcome.value,
        verdict.cause.value if verdict.cause else None,
        verdict.explanation,
        verdict.is_verified,
        verdict.fingerprint,
        orjson.dumps(verdict.provider_ids).decode() if verdict.provider_ids else "[]",
        orjson.dumps(events).decode() if events else "[]",
        orjson.dumps(verdict.left_out).decode() if verdict.left_out else None,
    )


def event_row(record: Record, verdict: TriggerVerdict, event: NewEvent) -> Row:
    """Values in the order of EVENT_COLUMNS."""
    return (
        event.id,
        record.address.project_id,
        verdict.trigger_id,
        event.credential_id,
        record.id,
        record.address.is_test,
        event.deduplication_key,
        received_ms(record),
    )


def unrouted_rows(record: Record, verdict: TriggerVerdict) -> list[Row]:
    """Values in the order of UNROUTED_COLUMNS: the Provider IDs that wait for an account. None of a test."""
    if verdict.outcome is not Outcome.UNROUTED or record.address.is_test:
        return []
    address = record.address
    return [
        (address.project_id, address.integration_id, verdict.trigger_id, record.id, name)
        for name in verdict.provider_ids
    ]


def run_row(record: Record, verdict: TriggerVerdict, event: NewEvent, run: NewRun) -> Row:
    """Values in the order of RUN_COLUMNS: due at once."""
    at = received_ms(record)
    return (
        run.id,
        record.address.project_id,
        run.workflow_id,
        verdict.trigger_id,
        event.credential_id,
        event.id,
        record.id,
        RunState.PENDING.value,
        0,
        at,
        None,
        "",
        run.is_ordered,
        0,
        at,
        at,
    )


def change_row(record: Record, run: NewRun) -> Row:
    """Values in the order of CHANGE_COLUMNS."""
    return (record.address.project_id, run.workflow_id, run.id)


def key_of(row: Row) -> tuple[str, str, str]:
    """What an event row is de-duplicated by: trigger, account, key."""
    return row[2], row[3], row[6] or ""


def follow_up_row(record: Record, follow_up: NewFollowUp, sealed: bytes) -> Row:
    """Values in the order of FOLLOW_UP_COLUMNS: due at once, nothing tried yet."""
    asked = f"{follow_up.method} {follow_up.url}"
    at = received_ms(record)
    return (
        record.id,
        record.address.project_id,
        follow_up.trigger_id,
        follow_up.method,
        follow_up.shown,
        sealed,
        hashlib.sha256(asked.encode(errors="replace")).hexdigest(),
        FollowUpState.PENDING.value,
        0,
        None,
        "",
        "[]",
        at,
        at,
        at,
    )


def follow_up_purpose(delivery_id: str) -> str:
    """What the address of a follow-up is sealed for."""
    return f"follow_up:{delivery_id}"


def shown_purpose(trigger_id: str, name: str) -> str:
    """What a shown value is sealed for."""
    return f"shown:{trigger_id}:{name}"


def received_ms(record: Record) -> int:
    """When it arrived, integer milliseconds."""
    return int(record.received_at.timestamp() * 1000)
