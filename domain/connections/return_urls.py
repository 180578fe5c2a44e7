"""Where a browser may be sent after an account was connected: to our own origin, or to one that the configuration names. Pure."""

from urllib.parse import urlsplit

from domain import addresses
from domain.connections.urls import url_fault
from domain.settings import Settings


def fault(settings: Settings, url: str) -> str | None:
    """Say why a browser may not be sent there, and what would be accepted; None when it may."""
    own = origin(addresses.public_url(settings))
    allowed = {own, *settings.allowed_origins}
    if not url_fault(url, allows_http=True) and "#" not in url and origin(url) in allowed:
        return None
    named = ", ".join([own, *settings.allowed_origins])
    return f"accepted: an address at one of HOOKWRIGHT_ALLOWED_ORIGINS or our own: {named}"


def origin(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
