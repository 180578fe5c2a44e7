"""What is kept of providers' answers, and for how long. Rules only: nothing is fetched here, the clock is passed in.

An answer is fresh for its time to live. An unknown key's id makes a fresh one worth asking for again, once a
COOL_DOWN. When the provider cannot be reached, an answer serves STALE beyond its time, and nobody is asked again
before PAUSE is over: a flood of forged deliveries is no flood of requests.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.signatures.fetching import KeyRequest, KeysNeeded, Want, chosen, unavailable
from domain.signatures.public_keys import Key

MOST: Final = 1_000
COOL_DOWN: Final = timedelta(minutes=1)
PAUSE: Final = timedelta(seconds=30)
STALE: Final = timedelta(hours=24)

_LONGEST_ID: Final = 100


@dataclass(frozen=True, slots=True)
class Found:
    """Keys of one answer. ends_at: when their certificate does, if they have one."""

    keys: tuple[Key, ...]
    ends_at: datetime | None = None


@dataclass(slots=True)
class _Entry:
    found: Found
    fetched_at: datetime
    fresh_until: datetime
    asked_again_at: datetime | None = None

    def serves(self, now: datetime) -> bool:
        ends_at = self.found.ends_at
        return now < self.fresh_until + STALE and (ends_at is None or now < ends_at)


@dataclass(frozen=True, slots=True)
class _Failure:
    words: str
    at: datetime


class Shelf:
    """The answers of one process, the most recently used MOST of them."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._entries: OrderedDict[KeyRequest, _Entry] = OrderedDict()
        self._failures: OrderedDict[KeyRequest, _Failure] = OrderedDict()

    def __len__(self) -> int:
        """How many answers are kept."""
        return len(self._entries)

    def lookup(self, want: Want, kid: str, now: datetime) -> Sequence[Key]:
        """Give the keys that may be meant; none when an answer that is newer than the delivery has no such key.

        Raises KeysNeeded when the provider must be asked, Refused when it may not be asked now.
        """
        request, entry = want.request, self._entries.get(want.request)
        failure = self._failed(request, now)
        if entry is None or not entry.serves(now):
            if failure:
                raise unavailable(failure.words)
            raise KeysNeeded([want])
        self._entries.move_to_end(request)
        if now >= entry.fresh_until and failure is None:
            raise KeysNeeded([want])
        found = chosen(entry.found.keys, kid)
        if found or entry.fetched_at >= now:
            return found
        if failure or _is_cooling(entry, now):
            raise unavailable(_unknown(kid, failure))
        raise KeysNeeded([want])

    def is_known(self, request: KeyRequest) -> bool:
        """Whether it was answered with keys before."""
        return request in self._entries

    def put(self, request: KeyRequest, found: Found, lives: timedelta, now: datetime) -> None:
        """Keep an answer. lives: how long it is fresh; at the longest until its certificate ends."""
        until = now + lives if found.ends_at is None else min(now + lives, found.ends_at)
        before = self._entries.pop(request, None)
        self._failures.pop(request, None)
        self._entries[request] = _Entry(found, now, until, _asked_again_at(before, now))
        _bound(self._entries, self._most)

    def fail(self, request: KeyRequest, words: str, now: datetime) -> None:
        """Remember that there was no usable answer. words: why, a sentence for a person."""
        if entry := self._entries.get(request):
            entry.asked_again_at = _asked_again_at(entry, now)
        self._failures.pop(request, None)
        self._failures[request] = _Failure(words, now)
        _bound(self._failures, self._most)

    def _failed(self, request: KeyRequest, now: datetime) -> _Failure | None:
        failure = self._failures.get(request)
        return failure if failure and now < failure.at + PAUSE else None


def _asked_again_at(before: _Entry | None, now: datetime) -> datetime | None:
    """When a fresh answer was last asked for again: now, unless it had run out."""
    if before is None or now >= before.fresh_until:
        return None
    return now


def _is_cooling(entry: _Entry, now: datetime) -> bool:
    return entry.asked_again_at is not None and now < entry.asked_again_at + COOL_DOWN


def _unknown(kid: str, failure: _Failure | None) -> str:
    why = failure.words if failure else f"It is asked at most every {COOL_DOWN.seconds} seconds."
    return f"The provider published no key with the id {kid[:_LONGEST_ID]!r} when it was last asked. {why}"


def _bound(
    kept: OrderedDict[KeyRequest, _Entry] | OrderedDict[KeyRequest, _Failure], most: int
) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
