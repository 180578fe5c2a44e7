"""Structured logs: one JSON object a line, or readable lines in a terminal. Never a header, body or secret."""

import logging
import sys
from typing import Any

import orjson
import structlog

from domain.settings import Settings


def configure(settings: Settings) -> None:
    """Set up structlog, and send what libraries log the same way from `warning` on."""
    level = getattr(logging, settings.log_level.upper(), logging.INFO)
    as_text = settings.log_format == "text" or (
        settings.log_format == "auto" and sys.stderr.isatty()
    )
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    if as_text:
        renderer: list[Any] = [structlog.dev.ConsoleRenderer(pad_event_to=10)]
        factory: Any = structlog.PrintLoggerFactory(sys.stderr)
    else:
        renderer = [structlog.processors.JSONRenderer(serializer=_dumps)]
        factory = structlog.BytesLoggerFactory(sys.stderr.buffer)
    structlog.configure(
        processors=[*(shared[1:] if not as_text else shared), *renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=factory,
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Forward()], force=True)


class _Forward(logging.Handler):
    """Hands what libraries log to structlog."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno, "library", logger=record.name, message=record.getMessage()
        )


def _dumps(value: Any, **_: Any) -> bytes:
    return orjson.dumps(value, default=repr)
