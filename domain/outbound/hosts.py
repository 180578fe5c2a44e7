"""Patterns of hosts that an address from outside may name: `sns.*.amazonaws.com`. Pure.

A `*` stands for one label or a part of one, never for a dot. Knows names alone; which addresses may be reached
is judged when the connection is made (`network`).
"""

import functools
import re
from collections.abc import Sequence
from typing import Final

import httpx

MAX_PATTERNS: Final = 10
MAX_PATTERN: Final = 253

_LABEL: Final = re.compile(r"[a-z0-9*](?:[a-z0-9*-]{0,61}[a-z0-9*])?", re.ASCII)


def pattern_fault(pattern: str) -> str | None:
    """Say why a text is no pattern of hosts; None when it is one. The last two labels are always literal."""
    labels = pattern.split(".")
    if len(pattern) > MAX_PATTERN or not all(map(_LABEL.fullmatch, labels)):
        return "a host is names in lower case with dots between, such as sns.*.amazonaws.com"
    if len(labels) < 2 or any("*" in label for label in labels[-2:]):
        # *.com would be anybody's host
        return "the last two names of a host are written out: *.example.com, never *.com"
    return None


def is_named(host: str, patterns: Sequence[str]) -> bool:
    """Whether any of the patterns means this host. host: in any case, a dot at its end counts."""
    return any(_compiled(pattern).fullmatch(host.lower()) for pattern in patterns)


def host_of(url: str) -> str:
    """The host that the door would connect to for this address. Raises ValueError: a sentence for a person."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError, TypeError) as error:
        raise ValueError("it is not an address") from error
    if parsed.scheme not in {"https", "http"} or not parsed.host:
        raise ValueError("it is not an https:// address with a host")
    if parsed.userinfo:
        raise ValueError("it holds a user name or a password")
    return parsed.raw_host.decode("ascii").lower()


@functools.lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = map(re.escape, pattern.split("*"))
    return re.compile("[a-z0-9-]+".join(parts), re.ASCII)
