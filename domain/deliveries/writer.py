"""Writing a batch of records in one transaction. Runs in the journal's own thread; knows no event loop."""

import itertools
import sqlite3
from collections.abc import Sequence
from typing import Final

import orjson

from domain.deliveries import rows
from domain.deliveries.record import NewEvent, Record, ReplayStep, TriggerVerdict
from domain.reply import Reply
from domain.vault import Unreadable, Vault
from domain.verdict import Outcome, RejectionCause

_MOST_ROWS: Final = 64
_UNAUTHORIZED: Final = Reply(status=401)
_LATE: Final = (
    "This handshake would replace a value that is already kept. Values are written once while the "
    "webhook is being registered; clear the kept value first to register again."
)

_UNPROVEN: Final = "This handshake would replace a value that a verified sender showed by one of a sender that is not verified."
_UNDER_WAY: Final = (
    " The same follow-up of an earlier delivery is still under way: there is no second one."
)


def write(connection: sqlite3.Connection, batch: Sequence[Record], vault: Vault) -> None:
    """Commit all of a batch, or none of it. Raises what sqlite3 raises, with nothing written."""
    # what is found out while writing is true only once it is committed: it goes to copies first
    found = [(record, record.copy()) for record in batch if not record.is_plain]
    connection.execute("BEGIN IMMEDIATE")
    try:
        _write_plain(connection, [record for record in batch if record.is_plain])
        for _, copy in found:
            _write_special(connection, copy, vault)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    for record, copy in found:
        record.become(copy)


def _write_plain(connection: sqlite3.Connection, records: Sequence[Record]) -> None:
    deliveries: list[rows.Row] = []
    verdicts: list[rows.Row] = []
    events: list[rows.Row] = []
    unrouted: list[rows.Row] = []
    runs: list[rows.Row] = []
    changes: list[rows.Row] = []
    for record in records:
        deliveries.append(rows.delivery_row(record))
        for verdict in record.verdicts:
            verdicts.append(rows.verdict_row(record, verdict))
            for event in verdict.events:
                events.append(rows.event_row(record, verdict, event))
                runs.extend(rows.run_row(record, verdict, event, run) for run in event.runs)
            unrouted += rows.unrouted_rows(record, verdict)
            _prove(connection, record, verdict)
        changes.extend(rows.change_row(record, run) for run in record.runs)
    _insert_all(connection, "delivery", rows.DELIVERY_COLUMNS, deliveries)
    _insert_all(connection, "verdict", rows.VERDICT_COLUMNS, verdicts)
    _insert_all(connection, "event", rows.EVENT_COLUMNS, events)
    _insert_all(connection, "unrouted", rows.UNROUTED_COLUMNS, unrouted)
    _insert_all(connection, "run", rows.RUN_COLUMNS, runs)
    _insert_all(connection, "run_change", rows.CHANGE_COLUMNS, changes)


def _insert_all(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], found: list[rows.Row]
) -> None:
    """Insert rows in few statements.

    `executemany` gives up and takes back the interpreter's lock for every row, and waits each time for the
    busy event loop to hand it over. Sizes are powers of two, so that a handful of statements stay prepared.
    """
    start = 0
    while start < len(found):
        count = min(_MOST_ROWS, 1 << (len(found) - start).bit_length() - 1)
        values = list(itertools.chain.from_iterable(found[start : start + count]))
        connection.execute(rows.insert(table, columns, count), values)
        start += count


def _write_special(connection: sqlite3.Connection, record: Record, vault: Vault) -> None:
    if record.step is not None and not _take(connection, record, record.step):
        record.is_void = True
        return
    if record.is_late:
        _route_late(connection, record)
        return
    _keep_values(connection, record, vault)
    _follow(connection, record, vault)
    for verdict in record.verdicts:
        _deduplicate(connection, record, verdict)
    if record.duplicate_of and not any(v.outcome is Outcome.EVENT for v in record.verdicts):
        _reply_as_the_first(connection, record)
    connection.execute(rows.INSERT_DELIVERY, rows.delivery_row(record))
    for verdict in record.verdicts:
        connection.execute(rows.INSERT_VERDICT, rows.verdict_row(record, verdict))
        _insert_all(
            connection, "unrouted", rows.UNROUTED_COLUMNS, rows.unrouted_rows(record, verdict)
        )
        _prove(connection, record, verdict)
        _start(connection, record, verdict)


def _start(connection: sqlite3.Connection, record: Record, verdict: TriggerVerdict) -> None:
    """Write the runs of what is left of a verdict's events once repetitions are gone."""
    for event in verdict.events:
        for run in event.runs:
            connection.execute(rows.INSERT_RUN, rows.run_row(record, verdict, event, run))
            connection.execute(rows.INSERT_CHANGE, rows.change_row(record, run))


def _take(connection: sqlite3.Connection, record: Record, step: ReplayStep) -> bool:
    """Move a bulk replay on. False when it is there already, or was cancelled."""
    has_failed = int(not any(verdict.outcome is Outcome.EVENT for verdict in record.verdicts))
    now = rows.received_ms(record)
    parameters = (step.position, has_failed, now, step.replay_id, step.position)
    return connection.execute(rows.TAKE_STEP, parameters).fetchone() is not None


def _route_late(connection: sqlite3.Connection, record: Record) -> None:
    """Put verdicts in the place of unrouted ones, at the end of the log, where listeners find them."""
    found = []
    for verdict in record.verdicts:
        which = (record.id, verdict.trigger_id)
        if connection.execute(rows.DELETE_UNROUTED_VERDICT, which).fetchone():
            connection.execute(rows.DELETE_UNROUTED, which)
            _deduplicate(connection, record, verdict)
            connection.execute(rows.INSERT_VERDICT, rows.verdict_row(record, verdict))
            _start(connection, record, verdict)
            found.append(verdict)
    record.verdicts, record.is_void = found, not found
    if found:
        best = next((each for each in found if each.outcome is Outcome.EVENT), found[0])
        late = (best.outcome.value, best.explanation, record.duplicate_of, record.id)
        connection.execute(rows.UPDATE_LATE_DELIVERY, late)


def _prove(connection: sqlite3.Connection, record: Record, verdict: TriggerVerdict) -> None:
    if verdict.proves:
        proof = (record.id, verdict.fingerprint, verdict.trigger_id)
        connection.execute(rows.UPDATE_PROOF, proof)


def _keep_values(connection: sqlite3.Connection, record: Record, vault: Vault) -> None:
    connection.execute("SAVEPOINT kept")
    if refusal := _store(connection, record, vault) or _show(connection, record, vault):
        connection.execute("ROLLBACK TO kept")
        _refuse_handshake(record, refusal)
    connection.execute("RELEASE kept")


def _store(connection: sqlite3.Connection, record: Record, vault: Vault) -> str:
    """Write what is kept. Says why the handshake is refused after all, if it is."""
    for value in record.values:
        sealed = vault.seal(value.value, f"persisted:{value.trigger_id}:{value.scope}:{value.name}")
        parameters = (
            value.trigger_id, value.scope, value.name, sealed, value.window,
            record.id, rows.received_ms(record),
        )  # fmt: skip
        if connection.execute(rows.INSERT_VALUE, parameters).rowcount == 0:
            return _LATE
    return ""


def _show(connection: sqlite3.Connection, record: Record, vault: Vault) -> str:
    """Write what is shown. The newest counts, but a stranger's never replaces a verified one."""
    for value in record.shown:
        purpose = rows.shown_purpose(value.trigger_id, value.name)
        found = connection.execute(rows.SELECT_SHOWN, (value.trigger_id, value.name)).fetchone()
        sealed, was_verified, replaced = found or (None, False, 0)
        is_other = sealed is not None and _opened(vault, sealed, purpose) != value.value
        if is_other and was_verified and not value.is_verified:
            return _UNPROVEN
        parameters = (
            value.trigger_id, value.name, vault.seal(value.value, purpose),
            value.is_verified, replaced + is_other, record.id, rows.received_ms(record),
        )  # fmt: skip
        connection.execute(rows.INSERT_SHOWN, parameters)
    return ""


def _opened(vault: Vault, sealed: bytes, purpose: str) -> str | None:
    try:
        return vault.open(sealed, purpose)
    except Unreadable:  # its key is gone: whatever it was, this is another
        return None


def _follow(connection: sqlite3.Connection, record: Record, vault: Vault) -> None:
    if record.follow_up is None:
        return
    sealed = vault.seal(record.follow_up.url, rows.follow_up_purpose(record.id))
    row = rows.follow_up_row(record, record.follow_up, sealed)
    if connection.execute(rows.INSERT_FOLLOW_UP, row).rowcount == 0:
        record.follow_up = None
        record.explanation += _UNDER_WAY


def _refuse_handshake(record: Record, explanation: str) -> None:
    record.values.clear()
    record.shown.clear()
    record.follow_up = None
    record.outcome, record.cause = Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED
    record.explanation, record.reply = explanation, _UNAUTHORIZED
    for verdict in record.verdicts:
        verdict.outcome, verdict.cause = Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED
        verdict.explanation = explanation


def _deduplicate(connection: sqlite3.Connection, record: Record, verdict: TriggerVerdict) -> None:
    fresh: list[NewEvent] = []
    repeated: list[NewEvent] = []
    for event in verdict.events:
        row = rows.event_row(record, verdict, event)
        is_new = connection.execute(rows.INSERT_NEW_EVENT, row).rowcount
        if not is_new and record.replay_of:
            _repeat(connection, record, verdict, event)
            is_new = 1
        (fresh if is_new else repeated).append(event)
    if repeated:
        found = _original(connection, verdict, repeated[0])
        record.duplicate_of = record.duplicate_of or found
        if not fresh:
            verdict.outcome, verdict.proves = Outcome.DUPLICATE, False
            verdict.explanation = f"The same deduplication key arrived before, with {found}."
    verdict.events = fresh


def _repeat(
    connection: sqlite3.Connection, record: Record, verdict: TriggerVerdict, event: NewEvent
) -> None:
    """A replay is wanted: its event is new although its key came before."""
    found = _original(connection, verdict, event)
    event.deduplication_key = None
    connection.execute(rows.INSERT_EVENT, rows.event_row(record, verdict, event))
    verdict.explanation += (
        f" Its deduplication key arrived before, with {found}; a replay is an event all the same."
    )


def _original(connection: sqlite3.Connection, verdict: TriggerVerdict, event: NewEvent) -> str:
    parameters = (verdict.trigger_id, event.credential_id, event.deduplication_key)
    row = connection.execute(rows.SELECT_ORIGINAL, parameters).fetchone()
    return str(row[0]) if row else ""


def _reply_as_the_first(connection: sqlite3.Connection, record: Record) -> None:
    row = connection.execute(rows.SELECT_REPLY, (record.duplicate_of,)).fetchone()
    record.outcome = Outcome.DUPLICATE
    record.explanation = f"A repetition of {record.duplicate_of}: answered as that one was."
    if row:
        headers = tuple((name, value) for name, value in orjson.loads(row[1]))
        record.reply = Reply(row[0], headers, row[2])
