"""The plan: everything about one address that judging a delivery needs, compiled. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from domain.deliveries.custom_code import CompiledCode
from domain.deliveries.record import Address
from domain.handshakes import CompiledAcknowledgement, CompiledRules
from domain.signatures import NoSignature, Scheme, Secrets, Verifier
from domain.templates.conditions import CompiledFilter
from domain.templates.path import Path
from domain.templates.template import Template
from domain.wizard.description import Level, ResponseKind

LISTENING: Final = "listening"

Accounts = Mapping[str, tuple[str, ...]]
"""The ids of connected accounts by their Provider ID; none for one that nobody has."""


@dataclass(frozen=True, slots=True)
class Window:
    """A time in which an unverified handshake may have values kept. until_ms: milliseconds since 1970."""

    name: str
    until_ms: int


Enabled = Mapping[str, frozenset[str]]
"""The workflows that are enabled for an account, by the account's id."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was looked up for a delivery: who has the Provider IDs that it names, and what is enabled for them."""

    accounts: Accounts
    enabled: Enabled


@dataclass(frozen=True, slots=True)
class Start:
    """A workflow that a trigger's events may start. filter: None when all do."""

    workflow_id: str
    name: str
    filter: CompiledFilter | None
    is_ordered: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """One trigger that listens at the address.

    verify: None when the trigger does not say yet how payloads are validated. verification_key: equal
    for candidates that verify alike. scope: what its templates may read beside the event. kept: names
    of persisted values and the window each was written in. sent_secrets: those that the provider sends as they
    are, so that they are not written down with the delivery. is_draft: a person is in the wizard, at its test
    address. rejected_status: what is answered when it does not verify. scheme, secrets: what verifies, to sign a sample.
    is_stand_in: generated keys verify in the place of the provider's: what they sign proves nothing.
    verification_code, response_code: custom code in the place of a scheme, and of the response. starts: what its
    events may start; nothing at a test address.
    """

    trigger_id: str
    fingerprint: str
    level: Level
    is_enabled: bool
    verify: Verifier | None
    verification_key: str
    verification_name: str
    sent_secrets: tuple[str, ...]
    handshakes: CompiledRules
    response: ResponseKind
    routing: tuple[Path, ...]
    filter: CompiledFilter | None
    deduplication: Template | None
    is_proven: bool
    windows: tuple[Window, ...]
    scope: Mapping[str, Any]
    kept: Mapping[str, str]
    persist_scope: str
    scheme: Scheme | None = None
    secrets: Secrets = field(default_factory=dict, repr=False)
    acknowledgement: CompiledAcknowledgement | None = None
    rejected_status: int = 401
    is_draft: bool = False
    is_stand_in: bool = False
    verification_code: CompiledCode | None = None
    response_code: CompiledCode | None = None
    starts: tuple[Start, ...] = ()

    @property
    def has_verification(self) -> bool:
        """Whether it says how payloads are validated."""
        return self.verify is not None or self.verification_code is not None

    @property
    def proves_its_sender(self) -> bool:
        """Whether passing its verification says who sent a request."""
        return self.has_verification and not isinstance(self.scheme, NoSignature)

    def window(self, now_ms: int) -> Window | None:
        """The registration window that is open now, if any."""
        return next((window for window in self.windows if window.until_ms > now_ms), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """credential_id: the account of a user-level address, the sandbox account of an app-level test one.

    problem: why nobody can be served here, although the address is known. in_clear: secrets that may stand
    in what arrives nevertheless. accounts: cache of Provider IDs already looked up. enabled: the same of the
    workflows that are enabled for accounts.
    """

    address: Address
    candidates: tuple[Candidate, ...]
    credential_id: str | None
    problem: str = ""
    in_clear: tuple[str, ...] = ()
    accounts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    enabled: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def starts_any(self) -> bool:
        """Whether an event here may start something."""
        return any(candidate.starts for candidate in self.candidates)
