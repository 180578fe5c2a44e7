"""Results and refusals as JSON over HTTP.

Knows media types, headers and the shape of a GraphQL response; leaves out why something is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import Response
from strawberry.types import ExecutionResult

from api.transport.encoding import encode
from api.transport.errors import is_request_error

RESPONSE_JSON: Final = "application/graphql-response+json"
PLAIN_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Reply:
    """How one request is answered. media_type: the JSON type that its client prefers."""

    media_type: str
    request_id: str

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every answer."""
        return {"vary": "Accept", "x-request-id": self.request_id}

    def json(
        self, body: Mapping[str, Any], status: int, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Write a body of any status."""
        content_type = {"content-type": f"{self.media_type}; charset=utf-8"}
        return Response(
            encode(body), status, headers={**content_type, **self.headers, **(headers or {})}
        )

    def result(self, result: ExecutionResult) -> Response:
        """Write a result: 200, or 400 for what was not executed, where the media type has it."""
        is_refused = is_request_error(result) and self.media_type == RESPONSE_JSON
        return self.json(payload(result), 400 if is_refused else 200)


def payload(result: ExecutionResult) -> dict[str, Any]:
    """Shape one result for the wire: without `data` when nothing was executed."""
    shaped: dict[str, Any] = {} if is_request_error(result) else {"data": result.data}
    if result.errors:
        shaped["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        shaped["extensions"] = result.extensions
    return shaped
