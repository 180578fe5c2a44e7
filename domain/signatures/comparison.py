"""The one place where something secret is compared with something sent."""

import hmac
from collections.abc import Iterable


def same(expected: bytes, sent: bytes) -> bool:
    """Whether both are the same bytes, in time that does not depend on where they differ."""
    return hmac.compare_digest(expected, sent)


def matches(expected: Iterable[bytes], sent: bytes) -> bool:
    """Whether one of the expected values was sent."""
    return any(same(one, sent) for one in expected)
