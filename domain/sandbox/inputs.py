"""What a child is told of a call, as JSON. Pure; refuses what is too large in words."""

from typing import Any

import orjson

from domain.request import Malformed, Request
from domain.sandbox.calls import Call, Failure, FailureKind
from domain.sandbox.limits import Limits


class TooLarge(ValueError):
    """The call does not fit into the sandbox: the message says which part."""

    def failure(self) -> Failure:
        """Say it as a call's failure."""
        return Failure(FailureKind.INPUT_TOO_LARGE, str(self))


def of_call(call: Call, limits: Limits) -> bytes:
    """The input of a run. Raises TooLarge."""
    if len(call.request.body) > limits.body_bytes:
        raise TooLarge(f"the body is larger than {limits.body_bytes // 1024} KB")
    return _input(
        call.code,
        {
            "mode": call.mode.value,
            "parameters": dict(call.parameters),
            "request": _request(call.request),
            "compile_only": False,
        },
        limits,
    )


def of_syntax(code: str, limits: Limits) -> bytes:
    """The input of a compilation. Raises TooLarge."""
    rest = {"mode": "respond", "parameters": {}, "request": {}, "compile_only": True}
    return _input(code, rest, limits)


def _request(request: Request) -> dict[str, Any]:
    try:
        query = request.query
    except Malformed as error:
        raise TooLarge(str(error)) from error
    return {
        "method": request.method,
        "url": request.url,
        "path": request.path,
        "query": query,
        "headers": request.headers,
    }


def _input(code: str, rest: dict[str, Any], limits: Limits) -> bytes:
    try:
        if len(code.encode()) > limits.code_bytes:
            raise TooLarge(f"the code is longer than {limits.code_bytes // 1024} KB")
        text = orjson.dumps({"code": code, **rest})
    except (UnicodeEncodeError, orjson.JSONEncodeError):
        raise TooLarge("the code or a parameter holds what is not Unicode text") from None
    if len(text) > limits.input_bytes:
        most = limits.input_bytes // 1024
        raise TooLarge(f"code, parameters and headers are larger than {most} KB together")
    return text
