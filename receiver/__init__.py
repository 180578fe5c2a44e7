"""Bytes in, a delivery for the domain, its reply, bytes out. Decides nothing about what a delivery means.

Knows ASGI and the limits of a request; a plain callable, because a router and request objects would cost as much
as verifying and parsing together.
"""

from receiver.endpoint import Receiver

__all__ = ["Receiver"]
