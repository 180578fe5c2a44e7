"""Requests and schemes for the tests of signatures."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from domain.request import Request
from domain.signatures import Verifier, compile_verifier, read_scheme, sign
from domain.verdict import Refused

NOW: Final = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
JSON: Final = ("content-type", "application/json")
FORM: Final = ("content-type", "application/x-www-form-urlencoded")


def request(
    body: bytes = b"",
    headers: Mapping[str, str] | tuple[tuple[str, str], ...] = (),
    *,
    method: str = "POST",
    url: str = "https://hooks.example.com",
    path: str = "/triggers/connect/prj_1/int_1",
    query: str = "",
) -> Request:
    pairs = tuple(headers.items()) if isinstance(headers, Mapping) else headers
    return Request(
        method=method,
        public_url=url,
        path=path,
        query_string=query,
        headers=tuple((name.lower(), value) for name, value in pairs),
        body=body,
        received_at=NOW,
    )


def verifier(data: object, *secrets: str) -> Verifier:
    return compile_verifier(read_scheme(data), {"secret": secrets})


def signed(data: object, draft: Request, secret: str, now: datetime = NOW) -> Request:
    return sign(read_scheme(data), draft, {"secret": [secret]}, now)


def refusal(verify: Verifier, delivery: Request, now: datetime = NOW) -> Refused:
    """The refusal of a delivery that must be refused."""
    try:
        verify(delivery, now)
    except Refused as refused:
        return refused
    raise AssertionError("the delivery was accepted")


def is_accepted(verify: Verifier, delivery: Request, now: datetime = NOW) -> bool:
    try:
        verify(delivery, now)
    except Refused:
        return False
    return True


def changed(
    delivery: Request,
    *,
    body: bytes | None = None,
    query: str | None = None,
    headers: Mapping[str, str | None] | None = None,
) -> Request:
    """The same request with another body or query, or headers set (None removes)."""
    replaced = {name.lower(): value for name, value in (headers or {}).items()}
    kept = [pair for pair in delivery.headers if pair[0] not in replaced]
    added = [(name, value) for name, value in replaced.items() if value is not None]
    return Request(
        method=delivery.method,
        public_url=delivery.public_url,
        path=delivery.path,
        query_string=delivery.query_string if query is None else query,
        headers=(*kept, *added),
        body=delivery.body if body is None else body,
        received_at=delivery.received_at,
    )
