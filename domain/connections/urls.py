"""Whether a text is an address that a request may be sent to. Leaves out where it leads: the outbound door knows."""

from typing import Final
from urllib.parse import urlsplit

from domain.text import is_clean

MAX_URL: Final = 2_000


def url_fault(url: str, *, allows_http: bool) -> str | None:
    """What is wrong with an absolute URL, and what would be accepted; None when nothing is."""
    schemes = ("https", "http") if allows_http else ("https",)
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return "this is not a URL; accepted: https://host/path"
    if not is_whole or parts.scheme not in schemes:
        return f"accepted: an address that begins with {' or '.join(s + '://' for s in schemes)} and a host"
    if len(url) > MAX_URL or not is_clean(url) or not url.isprintable() or " " in url:
        return f"a URL has at most {MAX_URL} characters, none of them spaces or control characters"
    if parts.username or parts.password:
        return "a URL cannot hold a user name or password; use basic authorization"
    return None
