"""What the journal writes for one delivery. Values only."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.reply import Reply
from domain.request import Request
from domain.verdict import Outcome, RejectionCause


@dataclass(frozen=True, slots=True)
class Address:
    """Where a delivery arrived. trigger_id: of a user-level address; credential_id: its `?id=`."""

    project_id: str
    integration_id: str
    trigger_id: str | None
    credential_id: str | None
    is_test: bool


@dataclass(frozen=True, slots=True)
class NewRun:
    """One start of a workflow. is_ordered: it waits for the older ones of its account."""

    id: str
    workflow_id: str
    is_ordered: bool


@dataclass(slots=True)
class NewEvent:
    """One event of a verdict. deduplication_key: None when the trigger names none. runs: what it starts."""

    id: str
    credential_id: str
    deduplication_key: str | None = None
    runs: tuple[NewRun, ...] = ()


@dataclass(slots=True)
class TriggerVerdict:
    """What one candidate made of a delivery.

    proves: this event is the first that proves the description with this fingerprint. left_out: workflows that
    the event does not start, each with why its filter stopped it.
    """

    trigger_id: str
    outcome: Outcome
    explanation: str
    fingerprint: str
    cause: RejectionCause | None = None
    is_verified: bool = False
    provider_ids: tuple[str, ...] = ()
    events: list[NewEvent] = field(default_factory=list)
    proves: bool = False
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value to keep. scope, window: as in `models.PersistedValue`; value: not yet sealed."""

    trigger_id: str
    scope: str
    name: str
    value: str
    window: str


@dataclass(frozen=True, slots=True)
class NewShown:
    """A one-off value for a person to see. value: not yet sealed. is_verified: whether its sender was."""

    trigger_id: str
    name: str
    value: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """A request of ours that follows the delivery. url: absolute, not yet sealed; shown: with secrets masked."""

    trigger_id: str
    method: str
    url: str
    shown: str


@dataclass(frozen=True, slots=True)
class ConsoleEntry:
    """A line that custom code wrote. mode: respond or verify; level: debug, log, info, warn or error."""

    trigger_id: str
    mode: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class ReplayStep:
    """One step of a bulk replay, taken in the commit of what it replays. position: the id of that."""

    replay_id: str
    position: str


@dataclass(slots=True)
class Record:
    """One delivery with everything that was decided about it, before it is written.

    The journal may still find it a duplicate, or a handshake late: it then changes outcome and reply.
    masks: secrets that stand in the request as they are; they are not written down. replay_of: the delivery whose
    bytes were judged again. step: of the bulk replay that it belongs to; nothing is written when that was taken, or
    the replay cancelled. is_late: the delivery is written already, unrouted, and these verdicts take the place of its own
    where they are unrouted still. is_void: the journal found nothing to write.
    """

    id: str
    address: Address
    request: Request
    outcome: Outcome
    explanation: str
    reply: Reply
    received_at: datetime
    cause: RejectionCause | None = None
    verdicts: list[TriggerVerdict] = field(default_factory=list)
    values: list[NewValue] = field(default_factory=list)
    duplicate_of: str | None = None
    masks: tuple[str, ...] = ()
    shown: list[NewShown] = field(default_factory=list)
    follow_up: NewFollowUp | None = None
    console: tuple[ConsoleEntry, ...] = ()
    replay_of: str | None = None
    step: ReplayStep | None = None
    is_late: bool = False
    is_void: bool = False

    def copy(self) -> "Record":
        """The same, to be changed without changing this one."""
        verdicts = [replace(verdict, events=[*verdict.events]) for verdict in self.verdicts]
        return replace(self, verdicts=verdicts, values=[*self.values], shown=[*self.shown])

    def become(self, other: "Record") -> None:
        """Take over everything the journal may find out."""
        self.outcome, self.cause = other.outcome, other.cause
        self.explanation, self.reply = other.explanation, other.reply
        self.verdicts, self.values = other.verdicts, other.values
        self.duplicate_of = other.duplicate_of
        self.shown, self.follow_up = other.shown, other.follow_up
        self.is_void = other.is_void

    @property
    def changes_plan(self) -> bool:
        """Whether writing it changes what the next delivery will meet."""
        return bool(self.values) or any(verdict.proves for verdict in self.verdicts)

    @property
    def runs(self) -> list[NewRun]:
        """Everything that it starts."""
        return [run for verdict in self.verdicts for event in verdict.events for run in event.runs]

    @property
    def is_plain(self) -> bool:
        """Whether it can be written without reading anything first."""
        is_kept = self.values or self.shown or self.follow_up or self.is_late or self.step
        return not is_kept and not any(
            event.deduplication_key for verdict in self.verdicts for event in verdict.events
        )

    @property
    def is_keyed(self) -> bool:
        """Whether de-duplication is all that may change it while it is written."""
        is_kept = self.values or self.shown or self.follow_up or self.is_late or self.step
        return not (is_kept or self.replay_of)
