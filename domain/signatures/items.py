"""Walking a list of the body: the same check for every item, all of which must pass."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from domain.request import Malformed, Request
from domain.signatures import references
from domain.signatures.judges import Verifier
from domain.verdict import Refused, RejectionCause

MAX_ITEMS: Final = 1_000


def each(
    place: str, missing: RejectionCause, judge: Callable[[Request, datetime, Any], None]
) -> Verifier:
    """Judge every item. missing: the cause when the list is not there or empty."""
    reference = references.parse(place, ("json",))
    steps = tuple(reference.name.split("."))

    def verify(request: Request, now: datetime) -> None:
        try:
            items = references.inside(request.json, steps)
        except Malformed as error:
            raise Refused(RejectionCause.MALFORMED, str(error)) from error
        if not isinstance(items, list) or not items:
            raise Refused(
                missing, f"{reference.words} is no list with items, each of which is signed"
            )
        if len(items) > MAX_ITEMS:
            explanation = f"{reference.words} has more than {MAX_ITEMS} items"
            raise Refused(RejectionCause.MALFORMED, explanation)
        for item in items:
            judge(request, now, item)

    return verify
