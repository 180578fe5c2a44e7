"""Headers of a reply: which a rule may set, and which values are safe to send."""

import re
from typing import Final

MAX_VALUE: Final = 4_096

_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}", re.ASCII)
_VALUE: Final = re.compile(r"[\x20-\x7e\x80-\xff]*")
_OURS: Final = frozenset(
    {
        "content-type",
        "content-length",
        "content-encoding",
        "x-content-type-options",
        "date",
        "server",
    }
)
# they frame the answer, make a browser act on it, or set state under our address
_FORBIDDEN: Final = frozenset(
    {
        "alt-svc",
        "clear-site-data",
        "connection",
        "content-location",
        "keep-alive",
        "link",
        "location",
        "refresh",
        "service-worker-allowed",
        "set-cookie",
        "strict-transport-security",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)


def name_fault(name: str) -> str | None:
    """Say why a text cannot be the name of a header; None when it can."""
    return None if _NAME.fullmatch(name) else "this is not the name of a header"


def header_fault(name: str) -> str | None:
    """Say why a rule may not set this header; None when it may."""
    if fault := name_fault(name):
        return fault
    if name.lower() in _OURS:
        return f"{name.lower()} follows from the kind of body: text, json or echo"
    if name.lower() in _FORBIDDEN:
        return f"{name.lower()} cannot be set by a handshake"
    return None


def value_fault(value: str) -> str | None:
    """Say why a value cannot be sent in a header; None when it can."""
    if len(value) > MAX_VALUE:
        return f"it is longer than {MAX_VALUE} characters"
    return None if _VALUE.fullmatch(value) else "it holds control characters or is not Latin-1 text"
