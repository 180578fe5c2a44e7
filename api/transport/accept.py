"""Which media type a client prefers, by its Accept header (RFC 9110, section 12.5.1). Pure.

Knows ranges, weights and precedence; leaves out what is answered in each type.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_PARTS: Final = {
    ",": re.compile(r'(?:[^,"]|"(?:\\.|[^"\\])*"?)+'),
    ";": re.compile(r'(?:[^;"]|"(?:\\.|[^"\\])*"?)+'),
}
_MAX_LENGTH: Final = 4_096


@dataclass(frozen=True, slots=True)
class MediaRange:
    """One range of an Accept header.

    type: lower case, may be `*/*` or `text/*`. parameters: names in lower case, values unquoted.
    weight: 0 to 1; 0 means "not this". position: its place in the header, from 0.
    """

    type: str
    parameters: Mapping[str, str]
    weight: float
    position: int

    @property
    def specificity(self) -> int:
        """2 for a full type, 1 for `text/*`, 0 for `*/*`."""
        return 0 if self.type == "*/*" else 1 if self.type.endswith("/*") else 2

    def covers(self, media_type: str) -> bool:
        """Say whether the range includes a full type, given in lower case."""
        if self.specificity == 2:
            return self.type == media_type
        return self.specificity == 0 or media_type.startswith(self.type[:-1])


def ranges(accept: str) -> tuple[MediaRange, ...]:
    """Read an Accept header, in its order. What is malformed, or past 4,096 characters, is left out."""
    parts = enumerate(_split(accept[:_MAX_LENGTH], ","))
    found = (_range(part, position) for position, part in parts)
    return tuple(media_range for media_range in found if media_range is not None)


def preferred(accepted: Sequence[MediaRange], offers: Sequence[str]) -> str | None:
    """Choose among offers: highest weight, then the more specific range, then header order, then ours.

    None when no range includes any of them.
    """
    ranked = [(rank, offer) for offer in offers if (rank := _rank(accepted, offer)) is not None]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def names(accepted: Sequence[MediaRange], media_type: str) -> bool:
    """Say whether the header names this type in full: wildcards do not count."""
    return any(each.type == media_type and each.weight > 0 for each in accepted)


def _rank(accepted: Sequence[MediaRange], offer: str) -> tuple[float, int, int] | None:
    covering = [each for each in accepted if each.covers(offer)]
    if not covering:
        return None
    best = max(covering, key=lambda each: (each.specificity, each.weight, -each.position))
    return (best.weight, best.specificity, -best.position) if best.weight > 0 else None


def _range(text: str, position: int) -> MediaRange | None:
    media_type, *rest = (part.strip() for part in _split(text, ";"))
    if media_type.count("/") != 1:
        return None
    parameters = {
        name.strip().lower(): value.strip().strip('"')
        for name, found, value in (part.partition("=") for part in rest)
        if found
    }
    weight = _weight(parameters.pop("q", "1"))
    return None if weight is None else MediaRange(media_type.lower(), parameters, weight, position)


def _weight(text: str) -> float | None:
    return float(text) if re.fullmatch(r"0(\.\d{0,3})?|1(\.0{0,3})?", text, re.ASCII) else None


def _split(text: str, separator: str) -> list[str]:
    return [part for part in _PARTS[separator].findall(text) if part.strip()]
