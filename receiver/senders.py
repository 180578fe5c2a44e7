"""Who sent a request: the address of the connection, or of the one behind proxies that are trusted.

X-Forwarded-For is anybody's text: only what trusted proxies wrote counts, read from its end.
"""

import functools
import ipaddress
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def finder(
    trusted: Iterable[str],
) -> Callable[[Any, Sequence[tuple[str, str]]], str]:
    """Compile a look-up of the sender by the connection's scope and the request's headers; empty when unknown.

    trusted: networks of our own proxies. The last address that none of them has is the sender's.
    """
    networks = [ipaddress.ip_network(each) for each in trusted]

    def find(scope: Any, headers: Sequence[tuple[str, str]]) -> str:
        address = _read((scope.get("client") or ("", 0))[0])
        if networks and address is not None and _is_in(address, networks):
            forwarded = [value for name, value in headers if name == "x-forwarded-for"]
            for text in reversed(",".join(forwarded).split(",")[-50:]):
                named = _read(text.strip())
                if named is None:
                    break
                address = named
                if not _is_in(address, networks):
                    break
        return "" if address is None else _written(address)

    return find


def _is_in(address: _Address, networks: Iterable[Network]) -> bool:
    return any(address in network for network in networks)


_written = functools.lru_cache(maxsize=4096)(str)


@functools.lru_cache(maxsize=4096)
def _read(text: str) -> _Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
