"""How the webhooks that a provider lists differ from ours. Pure.

A webhook is ours when it delivers to an address of the trigger.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain import addresses
from domain.identity import to_cursor
from domain.models import Registration
from domain.registrations import listing
from domain.registrations.errands import Errand
from domain.registrations.listing import Theirs
from domain.registrations.states import RegistrationState

_SPACE: Final = "finding"


class FindingKind(StrEnum):
    """MISSING: we have it, the provider does not. DRIFTED: theirs delivers elsewhere, or does not work.

    ORPHANED: theirs delivers to us, and we do not know it.
    """

    MISSING = "MISSING"
    DRIFTED = "DRIFTED"
    ORPHANED = "ORPHANED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference. explanation: a sentence for a person. registration: ours, if there is one."""

    kind: FindingKind
    explanation: str
    registration: Registration | None
    theirs: Theirs | None

    @property
    def id(self) -> str:
        """The same difference has the same id, whenever it is looked for."""
        which = self.theirs.id if self.theirs else self.registration.id if self.registration else ""
        return to_cursor(_SPACE, f"{self.kind.value}:{which}")


@dataclass(frozen=True, slots=True)
class Both:
    """rows: that may know a webhook at an address of the trigger. known: the ids that they know. theirs: what is listed."""

    rows: Sequence[Registration]
    known: Mapping[str, str | None]
    theirs: Sequence[Theirs]


def findings(errand: Errand, both: Both, base: str) -> Iterator[Finding]:
    """Every difference, ours first. errand: whose, and where it should deliver to by now. base: of our addresses."""
    yield from _ours(errand, both)
    yield from _strangers(errand, both, base)


def _ours(errand: Errand, both: Both) -> Iterator[Finding]:
    wanted = errand.setup.listing
    by_id = {one.id: one for one in both.theirs}
    for row in both.rows:
        if not _is_for(errand, row):
            continue
        one = by_id.get(both.known[row.id] or "")
        if one is None:
            said = "The provider does not list it: it is gone, and no event comes."
            yield Finding(FindingKind.MISSING, said, row, None)
        elif not listing.is_same(one.url, errand.row.webhook_url or ""):
            said = "At the provider it delivers to another address than ours."
            yield Finding(FindingKind.DRIFTED, said, row, one)
        elif wanted is not None and not one.is_active(wanted):
            said = f"At the provider its state is {one.state!r}, in which it does not deliver."
            yield Finding(FindingKind.DRIFTED, said, row, one)


def _strangers(errand: Errand, both: Both, base: str) -> Iterator[Finding]:
    ids = set(both.known.values())
    # a webhook that is being made, or whose answer was lost, is not nobody's: it is seen to with its row
    unsure = [row.webhook_url or "" for row in both.rows if row.called_ms is not None]
    for one in both.theirs:
        is_unsure = any(listing.is_same(one.url, url) for url in unsure)
        if one.id not in ids and not is_unsure and _is_ours(errand, one.url, base):
            said = "It delivers to an address of this trigger, and no registration knows it."
            yield Finding(FindingKind.ORPHANED, said, None, one)


def _is_for(errand: Errand, row: Registration) -> bool:
    return (
        row.trigger_id == errand.trigger.id
        and row.credential_id == errand.row.credential_id
        and row.state == RegistrationState.ACTIVE
        and row.is_wanted
        and not row.is_test
    )


def _is_ours(errand: Errand, url: str, base: str) -> bool:
    """Whether an address is one of the trigger's."""
    path = url.partition("?")[0].removeprefix(base)
    target = addresses.read(path) if url.startswith(base) else None
    if target is None or target.integration_id != errand.trigger.integration_id:
        return False
    return target.trigger_id == (errand.trigger.id if errand.row.credential_id else None)
