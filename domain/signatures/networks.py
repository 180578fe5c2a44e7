"""Judge where a delivery came from: the sender's address is in one of the provider's ranges.

Leaves out who the sender is behind a proxy: that is the receiver's to say, in `Request.peer`.
"""

import ipaddress
from datetime import datetime

from domain.request import Request
from domain.signatures.judges import Verifier
from domain.signatures.schemes import Address
from domain.verdict import Refused, RejectionCause


def compile_address(scheme: Address) -> Verifier:
    """Build the judge. An IPv4 address written as IPv6 counts as what it is; an unknown one is refused."""
    networks = [ipaddress.ip_network(text) for text in scheme.ranges]

    def verify(request: Request, _now: datetime) -> None:
        address = _read(request.peer)
        if address is None or not any(address in network for network in networks):
            explanation = (
                f"the sender's address {request.peer or '(unknown)'} is not the provider's"
            )
            raise Refused(RejectionCause.ADDRESS_NOT_ALLOWED, explanation)

    return verify


def _read(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
