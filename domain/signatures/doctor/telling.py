"""Findings in sentences. Words only."""

from collections.abc import Iterable
from typing import Final

from domain.request import Request
from domain.signatures.doctor.changes import clauses, whole
from domain.signatures.doctor.diagnosis import Case, Finding, Found, Known
from domain.signatures.doctor.judging import stale

_MOST_NAMES: Final = 3


def finding(case: Case, found: Found, request: Request) -> Finding:
    """Say what was found, how far it is from what the trigger has, and who signs like it."""
    told = clauses(case, found)
    late = stale(found.scheme, found.secrets, request)
    sentence = f"This verifies {_how(told, found)}."
    if found.known:
        sentence += f" This is how {names(found.known)} {verb(found.known)}."
    if late:
        sentence += f" It is too old all the same: {late}."
    changes = told if told is not None else (f"it verifies as {whole(found)}",)
    return Finding(found, sentence, changes, is_stale=bool(late))


def names(known: Iterable[Known]) -> str:
    """Who signs alike: the first few."""
    found = list(dict.fromkeys(each.name for each in known))
    shown, more = found[:_MOST_NAMES], len(found) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return joined(shown)


def verb(known: Iterable[Known]) -> str:
    """Sign or signs, for that many names."""
    return "signs" if len({each.name for each in known}) == 1 else "sign"


def joined(parts: Iterable[str]) -> str:
    """a, b and c."""
    every = list(parts)
    return " and ".join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def _how(told: tuple[str, ...] | None, found: Found) -> str:
    if told is None:
        return f"as {whole(found)}"
    return f"if {joined(told)}" if told else "as the trigger is now"
