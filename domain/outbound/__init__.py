"""The only door to the internet: one request, one answer, everything about it bounded.

Knows which addresses may be reached and how much is read; leaves out what is asked and what the answer
means. Follows no redirect, keeps no cookie, reads no proxy from the environment.

    message    the request and the answer, as values
    network    which addresses may be reached
    backend    connects to the very address that was checked
    lanes      how many requests go to one host at once
    body       reading an answer within its bounds
    door       sending
    failures   what went wrong, in words for a person
"""

from domain.outbound.door import Outbound, opened
from domain.outbound.failures import Unreachable
from domain.outbound.message import Answer, OutboundRequest

__all__ = ["Answer", "Outbound", "OutboundRequest", "Unreachable", "opened"]
