"""Requests of made-up providers, for the tests of templates."""

from datetime import UTC, datetime

from domain.request import Request
from domain.templates.scope import RequestScope, Scope

Headers = tuple[tuple[str, str], ...]

JSON: Headers = (("content-type", "application/json"),)
FORM: Headers = (("content-type", "application/x-www-form-urlencoded"),)


def request_of(
    body: bytes = b"", headers: Headers = JSON, query: str = "", method: str = "POST"
) -> Request:
    return Request(
        method=method,
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string=query,
        headers=headers,
        body=body,
        received_at=datetime(2026, 11, 24, tzinfo=UTC),
    )


def scope_of(
    body: bytes = b"", headers: Headers = JSON, query: str = "", method: str = "POST"
) -> Scope:
    return {"event": RequestScope(request_of(body, headers, query, method))}
