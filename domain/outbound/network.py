"""Which addresses may be reached: public ones, and the private networks that the configuration names.

Judges the address that is connected to, never a name. The special blocks are the IANA registries' as Python
knows them, and those below that Python leaves out.
"""

import ipaddress
from collections.abc import Iterable
from typing import Final

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are IPv4
_REFUSED: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # RFC 6890; a cloud's metadata stands at 192.0.0.192
            "192.88.99.0/24",  # RFC 7526: 6to4 relays
            "168.63.129.16/32",  # a public address that a cloud answers inside every machine
            "64:ff9b:1::/48",  # RFC 8215: NAT64 of the local network
            "2001::/32",  # RFC 4380: Teredo hides an IPv4 address
            "5f00::/16",  # RFC 9602: segment routing, inside one network
        ),
    )
)


def is_allowed(address: str, networks: Iterable[IPNetwork]) -> bool:
    """Whether an address may be connected to. networks: the private ones that are allowed."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    meant = _embedded(ip)
    if any(each in network for network in networks for each in (ip, meant)):
        return True
    return _is_public(meant)


def _is_public(ip: IPAddress) -> bool:
    if ip.is_multicast or ip.is_reserved or ip.is_unspecified or not ip.is_global:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local:
        return False
    return not any(ip in network for network in _REFUSED)


def _embedded(ip: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
