"""From any error of an operation to what its client may read.

Knows the codes of top-level errors, masks what nobody meant to show, and logs that once; leaves out
statuses, close codes and the errors inside payloads.

The client's own mistakes keep their words. A domain error keeps its words and gets its code. The
rest is masked: `INTERNAL`, with the request id under which it was logged.
"""

from collections.abc import Sequence
from typing import Any, Final

import structlog
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError

from domain.errors import (
    Busy,
    Forbidden,
    HookwrightError,
    Invalid,
    NotFound,
    Unauthenticated,
)

BAD_USER_INPUT: Final = "BAD_USER_INPUT"
OPERATION_TOO_COMPLEX: Final = "OPERATION_TOO_COMPLEX"
INTERNAL: Final = "INTERNAL"
RATE_LIMITED: Final = "RATE_LIMITED"
UNEXPECTED: Final = "Something went wrong on our side."

_CODES: Final[tuple[tuple[type[HookwrightError], str], ...]] = (
    (Unauthenticated, "UNAUTHENTICATED"),
    (Forbidden, "FORBIDDEN"),
    (NotFound, "NOT_FOUND"),
    (Invalid, BAD_USER_INPUT),
    (Busy, RATE_LIMITED),
)
_REQUEST_MISTAKES: Final = (
    MissingQueryError,
    CannotGetOperationTypeError,
    InvalidOperationTypeError,
)
_log = structlog.get_logger(__name__)


def code_of(error: HookwrightError) -> str:
    """Name a domain error to GraphQL clients. INTERNAL for one that is not theirs to know."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), INTERNAL)


def is_request_error(result: ExecutionResult) -> bool:
    """Say whether a result is of a request that was never executed, so that it has no `data`.

    Variable coercion comes back as a plain result whose errors have no path.
    """
    return isinstance(result, PreExecutionError) or (
        result.data is None
        and bool(result.errors)
        and all(error.path is None for error in result.errors or ())
    )


def presentable(
    errors: Sequence[GraphQLError], request_id: str, operation_name: str | None = None
) -> list[GraphQLError]:
    """Rewrite the errors of one result for its client; every one carries `extensions.code`.

    What was not meant for clients is masked and logged, once each, without variables or arguments.
    """
    return [_presentable(error, request_id, operation_name) for error in errors]


def log_unexpected(error: BaseException, request_id: str, **where: Any) -> None:
    """Write down a fault of ours, under the request id that its client was given."""
    _log.error("graphql.unexpected_error", request_id=request_id, **where, exc_info=error)


def _presentable(error: GraphQLError, request_id: str, operation_name: str | None) -> GraphQLError:
    cause = _cause(error)
    if isinstance(cause, HookwrightError) and (code := code_of(cause)) != INTERNAL:
        return _rewritten(error, str(cause) or code, {"code": code, **_details(cause)})
    if not _is_unexpected(error, cause):
        if "code" in (error.extensions or {}):
            return error
        return _rewritten(error, error.message, {**(error.extensions or {}), "code": _plain(error)})
    log_unexpected(cause, request_id, operation=operation_name, path=error.path)
    return _rewritten(error, UNEXPECTED, {"code": INTERNAL, "requestId": request_id})


def _cause(error: GraphQLError) -> Exception:
    cause: Exception = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause


def _is_unexpected(error: GraphQLError, cause: Exception) -> bool:
    if isinstance(cause, (GraphQLError, *_REQUEST_MISTAKES)):
        return False
    # a value that a scalar refused has the place in the document, and no path yet
    return error.path is not None or not error.nodes


def _plain(error: GraphQLError) -> str:
    # graphql-core has bounds of its own (tokens, nesting, overlapping fields), and only words for them
    is_bound = error.message == "Validation aborted." or (
        isinstance(error, GraphQLSyntaxError) and error.message.endswith("Parsing aborted.")
    )
    return OPERATION_TOO_COMPLEX if is_bound else BAD_USER_INPUT


def _details(cause: HookwrightError) -> dict[str, Any]:
    if isinstance(cause, Busy):
        return {"retryAfter": cause.retry_after.total_seconds()}
    if isinstance(cause, Invalid):
        problems = [
            {"code": each.code.value, "message": each.message, "path": list(each.path)}
            for each in cause.problems
        ]
        return {"problems": problems}
    return {}


def _rewritten(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions=extensions,
    )
