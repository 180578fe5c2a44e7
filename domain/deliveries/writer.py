"""What a batch of records asks of the database: a conversation that knows no driver.

Each step is yielded and its rows come back; `sqlite_writer` and `postgres_writer` carry it out, in one transaction.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from domain.deliveries import rows
from domain.deliveries.record import NewEvent, Record, ReplayStep, TriggerVerdict
from domain.deliveries.rows import Row, Table
from domain.reply import Reply
from domain.vault import Unreadable, Vault
from domain.verdict import Outcome, RejectionCause

_UNAUTHORIZED: Final = Reply(status=401)
_LATE: Final = (
    "This handshake would replace a value that is already kept. Values are written once while the "
    "webhook is being registered; clear the kept value first to register again."
)

_UNPROVEN: Final = "This handshake would replace a value that a verified sender showed by one of a sender that is not verified."
_UNDER_WAY: Final = (
    " The same follow-up of an earlier delivery is still under way: there is no second one."
)


@dataclass(frozen=True, slots=True)
class Insert:
    """Rows for several tables, none of which is there yet. Nothing comes back."""

    rows: Sequence[tuple[Table, Sequence[Row]]]


@dataclass(frozen=True, slots=True)
class InsertNew:
    """Rows of which some may conflict with what is there: they are left out. The ids of the others come back."""

    table: Table
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Ask:
    """One statement, with ? for its parameters. Its rows come back: RETURNING tells whether it changed any."""

    sql: str
    parameters: Row


Step = Insert | InsertNew | Ask
Steps = Generator[Step, Sequence[Any], None]


class Batch:
    """Records that are written together, or not at all."""

    def __init__(self, records: Sequence[Record], vault: Vault) -> None:
        self._vault = vault
        self._plain = [record for record in records if record.is_plain]
        # what is found out while writing is true only once it is committed: it goes to copies first
        self._found = [(record, record.copy()) for record in records if not record.is_plain]

    @property
    def is_one_statement(self) -> bool:
        """Whether its first step is its only one."""
        return not self._found and not any(map(_proves, self._plain))

    @property
    def takes_turns(self) -> bool:
        """Whether it changes what units of work read and write: on a shared database it then goes as one of them."""
        return any(map(_keeps, (record for record, _ in self._found))) or any(
            _proves(record) for record in (*self._plain, *(record for record, _ in self._found))
        )

    def steps(self) -> Steps:
        """The whole conversation."""
        yield from _write_plain(self._plain)
        keyed = [copy for _, copy in self._found if copy.is_keyed]
        if keyed:
            yield from _write_keyed(keyed)
        for _, copy in self._found:
            if not copy.is_keyed:
                yield from _write_special(copy, self._vault)

    def committed(self) -> None:
        """Hand what was found out to the records."""
        for record, copy in self._found:
            record.become(copy)


def _write_plain(records: Sequence[Record]) -> Steps:
    yield Insert((*_whole(records), (rows.EVENT, _event_rows(records))))
    for record in filter(_proves, records):
        yield from _prove(record)


def _write_keyed(records: Sequence[Record]) -> Steps:
    """Write records that de-duplication alone may change, all at once."""
    events = _event_rows(records)
    # in one order everywhere: two batches with the same keys wait for each other, never in a ring
    events.sort(key=rows.key_of)
    fresh = {row[0] for row in (yield InsertNew(rows.EVENT, events))}
    together = {record.id: record for record in records}
    for record in records:
        for verdict in record.verdicts:
            new = [event for event in verdict.events if event.id in fresh]
            repeated = [event for event in verdict.events if event.id not in fresh]
            yield from _settle(record, verdict, new, repeated)
        if _is_repetition(record):
            yield from _reply_as_the_first(record, together)
    yield Insert(_whole(records))
    for record in filter(_proves, records):
        yield from _prove(record)


def _whole(records: Sequence[Record]) -> list[tuple[Table, Sequence[Row]]]:
    """Records as they are, with what their events start, but without the events."""
    deliveries: list[Row] = []
    verdicts: list[Row] = []
    unrouted: list[Row] = []
    runs: list[Row] = []
    changes: list[Row] = []
    for record in records:
        deliveries.append(rows.delivery_row(record))
        for verdict in record.verdicts:
            verdicts.append(rows.verdict_row(record, verdict))
            unrouted += rows.unrouted_rows(record, verdict)
            runs += _run_rows(record, verdict)
        changes += [rows.change_row(record, run) for run in record.runs]
    return [
        (rows.DELIVERY, deliveries),
        (rows.VERDICT, verdicts),
        (rows.UNROUTED, unrouted),
        (rows.RUN, runs),
        (rows.RUN_CHANGE, changes),
    ]


def _event_rows(records: Sequence[Record]) -> list[Row]:
    return [
        rows.event_row(record, verdict, event)
        for record in records
        for verdict in record.verdicts
        for event in verdict.events
    ]


def _run_rows(record: Record, verdict: TriggerVerdict) -> list[Row]:
    """The runs of what is left of a verdict's events once repetitions are gone."""
    return [
        rows.run_row(record, verdict, event, run) for event in verdict.events for run in event.runs
    ]


def _write_special(record: Record, vault: Vault) -> Steps:
    if record.step is not None and not (yield _take(record, record.step)):
        record.is_void = True
        return
    if record.is_late:
        yield from _route_late(record)
        return
    if _keeps(record):
        yield from _keep_values(record, vault)
        yield from _follow(record, vault)
    for verdict in record.verdicts:
        yield from _deduplicate(record, verdict)
    if _is_repetition(record):
        yield from _reply_as_the_first(record, {})
    yield Insert(_whole([record]))
    yield from _prove(record)


def _take(record: Record, step: ReplayStep) -> Ask:
    """Move a bulk replay on. Nothing comes back when it is there already, or was cancelled."""
    has_failed = int(not any(verdict.outcome is Outcome.EVENT for verdict in record.verdicts))
    now = rows.received_ms(record)
    parameters = (step.position, has_failed, now, step.replay_id, step.position)
    return Ask(rows.TAKE_STEP, parameters)


def _route_late(record: Record) -> Steps:
    """Put verdicts in the place of unrouted ones, at the end of the log, where listeners find them."""
    found = []
    for verdict in record.verdicts:
        which = (record.id, verdict.trigger_id)
        if (yield Ask(rows.DELETE_UNROUTED_VERDICT, which)):
            yield Ask(rows.DELETE_UNROUTED, which)
            yield from _deduplicate(record, verdict)
            yield Insert(((rows.VERDICT, [rows.verdict_row(record, verdict)]),))
            yield Insert(((rows.RUN, _run_rows(record, verdict)),))
            found.append(verdict)
    record.verdicts, record.is_void = found, not found
    yield Insert(((rows.RUN_CHANGE, [rows.change_row(record, run) for run in record.runs]),))
    if found:
        best = next((each for each in found if each.outcome is Outcome.EVENT), found[0])
        late = (best.outcome.value, best.explanation, record.duplicate_of, record.id)
        yield Ask(rows.UPDATE_LATE_DELIVERY, late)


def _keeps(record: Record) -> bool:
    return bool(record.values or record.shown or record.follow_up)


def _proves(record: Record) -> bool:
    return any(verdict.proves for verdict in record.verdicts)


def _prove(record: Record) -> Steps:
    for verdict in record.verdicts:
        if verdict.proves:
            yield Ask(rows.UPDATE_PROOF, (record.id, verdict.fingerprint, verdict.trigger_id))


def _keep_values(record: Record, vault: Vault) -> Steps:
    yield Ask("SAVEPOINT kept", ())
    refusal = yield from _store(record, vault)
    if not refusal:
        refusal = yield from _show(record, vault)
    if refusal:
        yield Ask("ROLLBACK TO kept", ())
        _refuse_handshake(record, refusal)
    yield Ask("RELEASE kept", ())


def _store(record: Record, vault: Vault) -> Generator[Ask, Sequence[Any], str]:
    """Write what is kept. Says why the handshake is refused after all, if it is."""
    for value in record.values:
        sealed = vault.seal(value.value, f"persisted:{value.trigger_id}:{value.scope}:{value.name}")
        parameters = (
            value.trigger_id, value.scope, value.name, sealed, value.window,
            record.id, rows.received_ms(record),
        )  # fmt: skip
        if not (yield Ask(rows.INSERT_VALUE, parameters)):
            return _LATE
    return ""


def _show(record: Record, vault: Vault) -> Generator[Ask, Sequence[Any], str]:
    """Write what is shown. The newest counts, but a stranger's never replaces a verified one."""
    for value in record.shown:
        purpose = rows.shown_purpose(value.trigger_id, value.name)
        found = yield Ask(rows.SELECT_SHOWN, (value.trigger_id, value.name))
        sealed, was_verified, replaced = found[0] if found else (None, False, 0)
        is_other = sealed is not None and _opened(vault, sealed, purpose) != value.value
        if is_other and was_verified and not value.is_verified:
            return _UNPROVEN
        parameters = (
            value.trigger_id, value.name, vault.seal(value.value, purpose),
            value.is_verified, replaced + is_other, record.id, rows.received_ms(record),
        )  # fmt: skip
        yield Ask(rows.INSERT_SHOWN, parameters)
    return ""


def _opened(vault: Vault, sealed: bytes, purpose: str) -> str | None:
    try:
        return vault.open(sealed, purpose)
    except Unreadable:  # its key is gone: whatever it was, this is another
        return None


def _follow(record: Record, vault: Vault) -> Steps:
    if record.follow_up is None:
        return
    sealed = vault.seal(record.follow_up.url, rows.follow_up_purpose(record.id))
    row = rows.follow_up_row(record, record.follow_up, sealed)
    if not (yield Ask(rows.INSERT_FOLLOW_UP, row)):
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


def _deduplicate(record: Record, verdict: TriggerVerdict) -> Steps:
    fresh: list[NewEvent] = []
    repeated: list[NewEvent] = []
    for event in verdict.events:
        is_new = bool((yield Ask(rows.INSERT_NEW_EVENT, rows.event_row(record, verdict, event))))
        if not is_new and record.replay_of:
            yield from _repeat(record, verdict, event)
            is_new = True
        (fresh if is_new else repeated).append(event)
    yield from _settle(record, verdict, fresh, repeated)


def _repeat(record: Record, verdict: TriggerVerdict, event: NewEvent) -> Steps:
    """A replay is wanted: its event is new although its key came before."""
    found = yield from _original(verdict, event)
    event.deduplication_key = None
    yield Ask(rows.INSERT_EVENT, rows.event_row(record, verdict, event))
    verdict.explanation += (
        f" Its deduplication key arrived before, with {found}; a replay is an event all the same."
    )


def _settle(
    record: Record, verdict: TriggerVerdict, fresh: list[NewEvent], repeated: list[NewEvent]
) -> Steps:
    if repeated:
        found = yield from _original(verdict, repeated[0])
        record.duplicate_of = record.duplicate_of or found
        if not fresh:
            verdict.outcome, verdict.proves = Outcome.DUPLICATE, False
            verdict.explanation = f"The same deduplication key arrived before, with {found}."
        else:
            again = ", ".join(event.credential_id for event in repeated)
            note = (
                f" Not again for {again}: the same deduplication key arrived before, with {found}."
            )
            verdict.explanation += note
            record.explanation += note
    verdict.events = fresh


def _is_repetition(record: Record) -> bool:
    is_event = any(verdict.outcome is Outcome.EVENT for verdict in record.verdicts)
    return record.duplicate_of is not None and not is_event


def _original(verdict: TriggerVerdict, event: NewEvent) -> Generator[Ask, Sequence[Any], str]:
    parameters = (verdict.trigger_id, event.credential_id, event.deduplication_key)
    found = yield Ask(rows.SELECT_ORIGINAL, parameters)
    return str(found[0][0]) if found else ""


def _reply_as_the_first(record: Record, together: Mapping[str, Record]) -> Steps:
    """Answer as the original was. together: those of the batch that are not written yet."""
    record.outcome = Outcome.DUPLICATE
    record.explanation = f"A repetition of {record.duplicate_of}: answered as that one was."
    first = together.get(record.duplicate_of or "")
    if first is not None:
        record.reply = first.reply
        return
    found = yield Ask(rows.SELECT_REPLY, (record.duplicate_of,))
    if found:
        status, headers, body = found[0]
        pairs = tuple((name, value) for name, value in orjson.loads(headers))
        record.reply = Reply(status, pairs, body)
