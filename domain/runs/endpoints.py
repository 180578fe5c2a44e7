"""Whether runs may be sent to an address, as far as it is seen before they are. Pure."""

import ipaddress
from collections.abc import Iterator

from yarl import URL

from domain.connections.urls import url_fault
from domain.errors import Problem, ProblemCode
from domain.outbound.network import is_allowed
from domain.settings import Settings


def endpoint_problems(settings: Settings, endpoint: str | None) -> Iterator[Problem]:
    """What is wrong with an endpoint; nothing is with none."""
    if endpoint is None:
        return
    fault = url_fault(endpoint, allows_http=settings.outbound_http)
    if fault is None and "#" in endpoint:
        fault = "an endpoint has no part after #: it would not be sent"
    if fault is None:
        fault = _address_fault(settings, endpoint)
    if fault:
        yield Problem(ProblemCode.INVALID, fault, ("endpoint",))


def _address_fault(settings: Settings, endpoint: str) -> str | None:
    try:
        host = URL(endpoint).host or ""  # as the address is read where it is sent to
    except ValueError:
        return "this is not a URL; accepted: https://host/path"
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return None  # a name: the address that it stands for is judged when it is connected to
    networks = tuple(map(ipaddress.ip_network, settings.outbound_networks))
    if is_allowed(host, networks):
        return None
    return (
        f"{host} is a private or reserved address, which requests may not reach; "
        "an operator can allow its network by HOOKWRIGHT_OUTBOUND_NETWORKS"
    )
