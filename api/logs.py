"""Structured logs: one JSON object a line, or readable lines in a terminal. Never a header, body or secret."""

import asyncio
import atexit
import logging
import sys
from collections.abc import MutableMapping
from typing import Any, BinaryIO

import orjson
import structlog

from domain import clock
from domain.settings import Settings


def configure(settings: Settings) -> None:
    """Set up structlog, and send what libraries log the same way from `warning` on."""
    level = getattr(logging, settings.log_level.upper(), logging.INFO)
    as_text = settings.log_format == "text" or (
        settings.log_format == "auto" and sys.stderr.isatty()
    )
    if as_text:
        processors: list[Any] = [
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(pad_event_to=10),
        ]
        factory: Any = structlog.PrintLoggerFactory(sys.stderr)
    else:
        processors = [_as_json]
        lines = Lines(sys.stderr.buffer)
        atexit.register(lines.flush)
        factory = lambda *_: lines  # noqa: E731  what structlog calls for a logger
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=factory,
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Forward()], force=True)


class Lines:
    """Writes lines to a file, those of one turn of the event loop together.

    Each write lets other threads have the interpreter, and waits to get it back: a line a write costs a delivery
    more than verifying it. Outside a loop a line is written at once.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._waiting: list[bytes] = []

    def msg(self, line: bytes) -> None:
        """Take a line without its end."""
        self._waiting.append(line)
        if len(self._waiting) > 1:
            return
        try:
            asyncio.get_running_loop().call_soon(self.flush)
        except RuntimeError:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        lines, self._waiting = self._waiting, []
        if lines:
            self._file.write(b"\n".join([*lines, b""]))
            self._file.flush()

    log = debug = info = warn = warning = error = critical = fatal = exception = msg


class _Forward(logging.Handler):
    """Hands what libraries log to structlog."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno, "library", logger=record.name, message=record.getMessage()
        )


def _as_json(logger: Any, level: str, fields: MutableMapping[str, Any]) -> bytes:
    """What structlog's own four processors make of a line, in one: there is a line for every delivery."""
    fields["level"] = level
    fields["timestamp"] = clock.now()
    if "exc_info" in fields:
        fields = structlog.processors.format_exc_info(logger, level, fields)
    return orjson.dumps(fields, default=repr, option=orjson.OPT_UTC_Z)
