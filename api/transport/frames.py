"""What is wrong with a graphql-transport-ws frame. Pure and total.

Knows the shapes of the protocol (graphql-ws, PROTOCOL.md); leaves out the state of the connection.
The answers are fixed texts: a close reason must stay under 124 bytes and never echo a client.
"""

from collections.abc import Mapping
from typing import Final


def frame_problem(frame: object) -> str | None:
    """Say why a decoded frame cannot be understood, or None."""
    if not isinstance(frame, dict):
        return "A frame must be an object"
    kind = frame.get("type")
    if not isinstance(kind, str) or kind not in _TYPES:
        return "Unknown or missing message type"
    if kind in _WITH_ID and not (isinstance(frame.get("id"), str) and frame["id"]):
        return "The id must be a non-empty string"
    if kind == "subscribe":
        return _subscribe_problem(frame.get("payload"))
    if kind != "complete" and not _is_object_or_null(frame.get("payload")):
        return "The payload must be an object"
    return None


def request_problem(request: Mapping[str, object]) -> str | None:
    """Say why the parts of a GraphQL request have the wrong shape, or None. `query` is left out."""
    if not _is_object_or_null(request.get("variables")):
        return "The variables must be an object or null"
    if not _is_object_or_null(request.get("extensions")):
        return "The extensions must be an object or null"
    name = request.get("operationName")
    return None if name is None or isinstance(name, str) else "The operationName must be a string"


def _subscribe_problem(payload: object) -> str | None:
    if not isinstance(payload, dict):
        return "The payload must be an object"
    if not isinstance(payload.get("query"), str):
        return "The query must be a string"
    return request_problem(payload)


def _is_object_or_null(value: object) -> bool:
    return value is None or isinstance(value, dict)


_WITH_ID: Final = frozenset({"subscribe", "complete"})
_TYPES: Final = frozenset({"connection_init", "ping", "pong", *_WITH_ID})
