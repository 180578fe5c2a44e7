"""The nearest valid name to a wrong one."""

from collections.abc import Callable, Collection
from difflib import get_close_matches
from typing import Final

from domain.templates.values import shorten

_MAX_NAME: Final = 80
_MAX_LISTED: Final = 12


def nearest(name: str, names: Collection[str]) -> str | None:
    """The valid name that a person most likely meant, letter case aside, or None."""
    by_folded = {valid.casefold(): valid for valid in names}
    close = get_close_matches(name[:_MAX_NAME].casefold(), by_folded, n=1)
    return by_folded[close[0]] if close else None


def accepted(name: str, names: Collection[str], spelled: Callable[[str], str] = str) -> str:
    """End a message: "did you mean x?", or the names that would be accepted, as they are spelled."""
    if close := nearest(name, names):
        return f"did you mean {spelled(close)}?"
    if not names:
        return "there are none"
    listed = sorted(names)[:_MAX_LISTED]
    more = ", …" if len(names) > _MAX_LISTED else ""
    return f"accepted: {', '.join(shorten(spelled(each), _MAX_NAME) for each in listed)}{more}"
