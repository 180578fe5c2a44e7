"""What can go wrong on the way out, in words for a person."""

import ssl
from collections.abc import Iterator
from typing import Final

import httpcore

from domain.errors import HookwrightError


class Unreachable(HookwrightError):
    """No answer could be had. The message is a sentence for a person; it quotes no header and no body.

    was_sent: whether the other side may have read the request and acted on it.
    """

    def __init__(self, message: str, *, was_sent: bool = False) -> None:
        super().__init__(message)
        self.was_sent = was_sent


class RefusedAddress(Exception):
    """Every address of a host is one that may not be reached."""


class UnknownHost(Exception):
    """A host's name has no address."""


_TOO_LONG: Final = 160
_UNSENT: Final = (
    RefusedAddress,
    UnknownHost,
    httpcore.ConnectError,
    httpcore.ConnectTimeout,
    httpcore.LocalProtocolError,
    httpcore.PoolTimeout,
    httpcore.UnsupportedProtocol,
)


def sentence(error: BaseException, host: str, seconds: int) -> str:
    """Say why there was no answer from this host within so many seconds."""
    for cause in _chain(error):
        if said := _by_cause(cause, host, seconds):
            return said
    if isinstance(error, httpcore.LocalProtocolError):
        return f"The request to {host} cannot be sent: {_short(error)}."
    if isinstance(error, httpcore.RemoteProtocolError):
        return f"{host} answered with something that is not HTTP, or hung up: {_short(error)}."
    if isinstance(error, httpcore.ConnectError):
        return f"The connection to {host} could not be made."
    return f"The connection to {host} broke off before the answer was complete."


def may_have_arrived(error: BaseException) -> bool:
    """Whether a request that ended so may have been read by the other side."""
    return not isinstance(error, _UNSENT)


def _by_cause(cause: BaseException, host: str, seconds: int) -> str | None:
    match cause:
        case RefusedAddress():
            return (
                f"{host} is a private or reserved address, which requests may not reach; "
                "an operator can allow its network by HOOKWRIGHT_OUTBOUND_NETWORKS."
            )
        case UnknownHost():
            return f"The host {host} has no address: check its spelling."
        case ssl.SSLError():
            return f"The TLS connection to {host} failed: {_tls(cause)}."
        case TimeoutError() | httpcore.TimeoutException():
            return f"{host} did not answer completely within {seconds} seconds."
        case ConnectionRefusedError():
            return f"{host} refused the connection: nothing listens at that port."
        case _:
            return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions


def _tls(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    return (error.reason or "the handshake broke off").lower().replace("_", " ")


def _short(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:_TOO_LONG].rstrip(".")
