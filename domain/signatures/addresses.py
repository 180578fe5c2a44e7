"""Our own address as the provider may have written it when it signed.

Built from the configured public URL only, never from the Host header. Leaves out signatures.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from domain.request import Request
from domain.signatures.parts import UrlVariant


def variants(allowed: tuple[UrlVariant, ...]) -> Callable[[Request], Iterable[str]]:
    """Compile the forms of the full address: as configured first, each once."""
    if not allowed:
        return lambda request: (request.url,)

    def every(request: Request) -> Iterable[str]:
        bases = _ports(request.public_url) if UrlVariant.PORT in allowed else (request.public_url,)
        paths = _slashes(request.path) if UrlVariant.SLASH in allowed else (request.path,)
        query = f"?{request.query_string}" if request.query_string else ""
        return dict.fromkeys(base + path + query for base in bases for path in paths)

    return every


@lru_cache(maxsize=16)
def _ports(public_url: str) -> tuple[str, ...]:
    scheme, separator, rest = public_url.partition("://")
    authority, slash, prefix = rest.partition("/")
    host, colon, port = authority.rpartition(":")
    # the last colon of [::1] is not a port's
    name = host if colon and port.isdecimal() else authority
    with_default = f"{name}:{_DEFAULTS.get(scheme, '443')}"
    tail = slash + prefix
    return tuple(scheme + separator + one + tail for one in (authority, name, with_default))


def _slashes(path: str) -> tuple[str, str]:
    return (path, path[:-1] if path.endswith("/") else path + "/")


_DEFAULTS: Final = {"http": "80", "https": "443"}
