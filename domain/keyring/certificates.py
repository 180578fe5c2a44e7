"""What a certificate must be: in its time, and, where the scheme names who it is for, trusted to be theirs. Pure.

The path to a trusted authority is cryptography's to find, by the rules for servers on the web (RFC 5280, CA/B).
A name is one of the certificate's subject alternative names; a common name alone counts for nothing.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from domain.outbound import hosts
from domain.signatures import public_keys

MAX_CHAIN: Final = 10


def check(raw: bytes, name: str, roots: Callable[[], Store], now: datetime) -> datetime:
    """Say when the first certificate ends. The others are its chain, in any order.

    name: a pattern of hosts; empty: whoever it is for. Raises ValueError: what is wrong with it.
    """
    leaf, *chain = public_keys.certificates(raw)
    if not leaf.not_valid_before_utc <= now < leaf.not_valid_after_utc:
        raise ValueError("answered with a certificate that is not in its time")
    if len(chain) > MAX_CHAIN:
        raise ValueError(f"answered with more than {MAX_CHAIN} certificates")
    if name and not any(
        _is_trusted(leaf, host, chain, roots(), now) for host in _hosts(leaf, name)
    ):
        raise ValueError(f"answered with a certificate that no trusted authority gave to {name}")
    return leaf.not_valid_after_utc


def _hosts(leaf: x509.Certificate, name: str) -> Iterator[str]:
    """Hosts that the certificate is for, and the pattern means."""
    try:
        names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (
        x509.ExtensionNotFound,
        x509.DuplicateExtension,
        x509.UnsupportedGeneralNameType,
        ValueError,
    ):
        return
    for each in names.get_values_for_type(x509.DNSName):
        host = each.lower()
        if host == name or hosts.is_named(host, [name]):
            yield host.replace("*", "any")


def _is_trusted(
    leaf: x509.Certificate, host: str, chain: list[x509.Certificate], store: Store, now: datetime
) -> bool:
    try:
        verifier = PolicyBuilder().store(store).time(now).build_server_verifier(x509.DNSName(host))
        verifier.verify(leaf, chain)
    except (VerificationError, ValueError):
        return False
    return True
