"""What the doctor is given and what it says. Values only: none of them holds an expected signature."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.request import Request
from domain.signatures.schemes import Scheme


class HintCode(StrEnum):
    """What else a person should know, or look at when nothing verifies."""

    NO_SECRET = "NO_SECRET"  # noqa: S105  a code
    NO_SIGNATURE = "NO_SIGNATURE"
    SIGNATURE_REPEATED = "SIGNATURE_REPEATED"
    SIGNATURE_LENGTH = "SIGNATURE_LENGTH"
    STALE = "STALE"
    SECRET_DIFFERS = "SECRET_DIFFERS"  # noqa: S105  a code
    SECRET_SUSPECT = "SECRET_SUSPECT"  # noqa: S105  a code
    BODY_REWRITTEN = "BODY_REWRITTEN"
    ADDRESS_DIFFERS = "ADDRESS_DIFFERS"
    KEY_PUBLISHED = "KEY_PUBLISHED"
    MASKED = "MASKED"
    UNFINISHED = "UNFINISHED"


@dataclass(frozen=True, slots=True)
class Held:
    """A secret that may be the right one. template: how a trigger names it; empty when it was typed in."""

    template: str
    text: str = field(repr=False)

    @property
    def words(self) -> str:
        """How a person knows it."""
        return self.template or "the one that you typed in"


@dataclass(frozen=True, slots=True)
class Known:
    """A scheme of the catalog. provider, scheme_slug: its slugs. name: the provider's."""

    provider: str
    name: str
    scheme_slug: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Case:
    """A delivery, the secrets that may have signed it, and what is known beside.

    present: how the trigger verifies now; its secrets by their names. known: the catalog, the likeliest first.
    mask: what stands in the delivery in the place of secrets that were not written down.
    """

    request: Request
    secrets: tuple[Held, ...]
    present: Scheme | None = None
    present_secrets: Mapping[str, tuple[Held, ...]] = field(default_factory=dict)
    known: tuple[Known, ...] = ()
    mask: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A scheme under which the delivery verifies. secrets: by the scheme's names. known: who signs like this."""

    scheme: Scheme
    secrets: Mapping[str, Held]
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, in words. changes: what is to be changed of the trigger, a clause each.

    is_stale: its age alone would still have it refused.
    """

    found: Found
    explanation: str
    changes: tuple[str, ...]
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at."""

    code: HintCode
    message: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """explanation: the whole of it in a sentence or two. findings: the likeliest first. tried: combinations."""

    explanation: str
    findings: tuple[Finding, ...]
    hints: tuple[Hint, ...]
    tried: int
