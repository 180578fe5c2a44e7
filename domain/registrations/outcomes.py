"""What a provider's answer means for a webhook, in words for a person. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from domain.outbound import Answer
from domain.registrations.kept import Kept
from domain.registrations.masking import Exchange
from domain.registrations.states import Deed, Happening
from domain.templates import scope as scopes
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.text import shorten

GONE: Final = frozenset({404, 410})

_MAX_QUOTE: Final = 300
_PASSING: Final = frozenset({408, 423, 425, 429})
"""Refusals that may be lifted by waiting; other 4xx need a person, or another token."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What an attempt comes to.

    calls: everything that was asked of the provider, in order, secrets masked. asked: what its Retry-After wants.
    is_final: trying again by itself is of no use. is_unknown: a webhook may exist that nobody knows. kept: values by
    name, when there are new ones. ends_at, renews_at: when the webhook ends, and is renewed before that, as far as it
    is known. provider_url: what removes it, secrets masked.
    """

    happening: Happening
    reason: str = ""
    calls: tuple[tuple[Deed, Exchange], ...] = ()
    asked: timedelta | None = None
    is_final: bool = False
    is_unknown: bool = False
    kept: dict[str, str] | None = field(default=None, repr=False)
    ends_at: datetime | None = None
    renews_at: datetime | None = None
    provider_url: str | None = None


def is_passing(status: int) -> bool:
    """Whether a refusal may pass by itself."""
    return status in _PASSING or status >= 500


def is_ambiguous(status: int | None) -> bool:
    """Whether a request that was answered so, or not at all, may have made a webhook."""
    return status is None or status == 408 or status >= 500 or 200 <= status < 300


def refusal(masked: Exchange, found: Kept) -> str:
    """Why a webhook was not made, for a person; empty when it was."""
    answer = masked.answer
    if answer is None:
        return masked.problem
    if not 200 <= answer.status < 300:
        return said(masked)
    if found.missing:
        return (
            f"The provider answered {answer.status}, so the webhook may exist there, but not every "
            f"value can be kept: {'; '.join(found.missing)}"
        )
    return ""


def said(masked: Exchange) -> str:
    """What the provider answered, or why it did not, as one sentence."""
    answer = masked.answer
    if answer is None:
        return masked.problem
    target = next((value for name, value in answer.headers if name == "location"), "")
    if 300 <= answer.status < 400 and target:
        return (
            f"The provider answered {answer.status} and points to {shorten(target, _MAX_QUOTE)}. Redirects are not "
            "followed: describe that address, if it is the right one."
        )
    quoted = shorten(" ".join(answer.body.split()), _MAX_QUOTE)
    return f"The provider answered {answer.status}" + (
        f": {quoted}" if quoted else " with an empty body."
    )


def expiry_text(template: str, names: Scope, answer: Answer) -> str | None:
    """What a template reads of an answer; None when there is nothing."""
    response = scopes.answer(answer.status, answer.headers, answer.body)
    try:
        return Template.parse(template).text({**names, "setup": {"response": response}})
    except TemplateError:
        return None
