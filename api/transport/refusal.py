"""Why a request gets no GraphQL execution at all.

Knows status, code and words of a refusal; leaves out in which media type it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from api.transport.errors import BAD_USER_INPUT, code_of
from domain.errors import Busy, HookwrightError, Unauthenticated

ALLOW: Final = {"allow": "GET, POST"}


@dataclass(slots=True)
class Refusal(Exception):
    """Ends a request with one error and a status: 4xx for the client's mistakes, 500 for ours."""

    status: int
    message: str
    code: str = BAD_USER_INPUT
    headers: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """Build the GraphQL response that says so."""
        return {
            "errors": [
                {"message": self.message, "extensions": {"code": self.code, **self.extensions}}
            ]
        }


def refusal_of(error: HookwrightError) -> Refusal:
    """Say over HTTP that the caller was turned away before any operation ran."""
    code = code_of(error)
    headers: dict[str, str] = {}
    if isinstance(error, Unauthenticated):
        headers["www-authenticate"] = "Bearer"
    if isinstance(error, Busy):
        headers["retry-after"] = str(max(1, round(error.retry_after.total_seconds())))
    return Refusal(_STATUSES.get(code, 400), str(error) or code, code, headers)


_STATUSES: Final = {"UNAUTHENTICATED": 401, "FORBIDDEN": 403, "NOT_FOUND": 404, "RATE_LIMITED": 429}
