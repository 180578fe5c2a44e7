"""The adapter to the JavaScript engine: builds a runtime with our scripts, and runs one call in it.

The only module that knows jsbox. Another engine is another module with the same `build`. Runs in the fork server
(`build`) and in its children (`run`).
"""

from collections.abc import Callable
from typing import Final, Protocol

from jsbox import _jsbox as jsbox  # its package brings an event loop and multiprocessing

from domain.sandbox import host, scripts
from domain.sandbox.limits import Limits

Log = Callable[[str, str], None]

_CALL: Final = """(() => {
  const run = globalThis.__run, text = globalThis.__in, body = globalThis.__body;
  delete globalThis.__run; delete globalThis.__in; delete globalThis.__body;
  return run(text, body);
})()"""


class Ended(Exception):
    """The engine ended a call without a result. kind: the value of a FailureKind."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class Engine(Protocol):
    """A runtime that is warm and has never seen customer code."""

    def run(self, text: str, body: bytes, log: Log) -> str:
        """Run one call: the input as JSON in, the reply as JSON out. Raises Ended."""
        ...


def build(limits: Limits) -> Engine:
    """Evaluate our scripts in a new runtime and warm the host functions."""
    host.warm()
    return _Jsbox(limits)


class _Jsbox:
    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.wall_ms / 1000
        self._log: Log | None = None
        self._runtime = jsbox.Runtime(
            memory_limit=limits.heap_bytes,
            max_stack_size=limits.stack_bytes,
            max_value_bytes=limits.value_bytes,
        )
        for name, function in host.FUNCTIONS.items():
            self._runtime.bind_function(f"__host_{name}", _with_errors_as_values(function))
        self._runtime.bind_function("__host_log", self._line)
        for _, source in scripts.scripts():
            self._runtime.eval(source)

    def run(self, text: str, body: bytes, log: Log) -> str:
        self._log = log
        try:
            self._runtime.bind_object("__in", text)
            self._runtime.bind_object("__body", body)
            reply = self._runtime.eval(_CALL, timeout=self._seconds)
        except jsbox.JsTimeoutError:
            raise Ended("TIMEOUT", "it ran longer than it may") from None
        except jsbox.JavaScriptError as error:
            raise _ended(error) from None
        except MemoryError:
            raise Ended("MEMORY", "out of memory") from None
        except ValueError as error:
            # the engine says so of a value that is larger than may cross, or is not text that can
            kind = "RESULT_TOO_LARGE" if "max_value_bytes" in str(error) else "JS_ERROR"
            raise Ended(kind, str(error)) from None
        if not isinstance(reply, str):
            raise Ended("JS_ERROR", "the code left no result")
        return reply

    def _line(self, level: object, text: object) -> None:
        if self._log is not None and isinstance(level, str) and isinstance(text, str):
            self._log(level, text)


def _ended(error: jsbox.JavaScriptError) -> Ended:
    message = str(getattr(error, "message", None) or error)
    if message == "null":  # an engine without memory for an error throws nothing
        message = "null was thrown (or the memory limit was reached)"
    return Ended("MEMORY" if "out of memory" in message else "JS_ERROR", message)


def _with_errors_as_values(function: Callable[..., object]) -> Callable[..., object]:
    # jsbox hides the text of a host error from JavaScript, and a wrong key deserves its text
    def bound(*arguments: object) -> object:
        try:
            return function(*arguments)
        except ValueError as error:
            return {"error": str(error)}

    return bound
