"""Where every log line goes, and the one door it leaves through: the handler, which redacts.

A filter on our own loggers would miss libraries, child loggers and tracebacks; the handler sees them all.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, TextIO

import structlog

if TYPE_CHECKING:
    from types import TracebackType

    from structlog.typing import Processor

    from bot.redaction import Redaction

# These write whole requests, tokens and messages included, at INFO or DEBUG.
TALKATIVE = ("aiohttp.access", "aiosqlite", "apscheduler", "asyncio", "httpcore", "httpx", "sqlalchemy", "telegram")

# Warns of each beat that a busy machine leaves out; the next beat does its work.
MUTTERING = "apscheduler.scheduler"

log = structlog.stdlib.get_logger("ementor")


def install(*, level: str, redaction: Redaction, stream: TextIO = sys.stderr) -> None:
    """Route everything through one redacting handler: logging, warnings, and what nobody caught."""
    logging.basicConfig(level=level, handlers=[redacting_handler(redaction, stream)], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    logging.getLogger(MUTTERING).setLevel(logging.ERROR)
    logging.raiseExceptions = False  # a line that cannot be written would be printed as it was, names and all
    logging.captureWarnings(True)  # noqa: FBT003 - the standard library's signature
    structlog.configure(
        processors=[*_common(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    _catch_the_uncaught()


def redacting_handler(redaction: Redaction, stream: TextIO) -> logging.Handler:
    """Sentences for a person at a terminal, JSON for a machine."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_RedactingFormatter(redaction, for_a_person=stream.isatty()))
    return handler


class _RedactingFormatter(logging.Formatter):
    def __init__(self, redaction: Redaction, *, for_a_person: bool) -> None:
        super().__init__()
        self._redaction = redaction
        self._inner = structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_common(),
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(for_a_person=for_a_person),
            ],
        )

    def format(self, record: logging.LogRecord) -> str:
        try:
            return self._redaction.clean(self._inner.format(record))
        except Exception:  # noqa: BLE001 - logging would print the arguments as they are, names and all
            return f"A log line of {record.name}, {record.filename}:{record.lineno}, could not be written."


def _common() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendering(*, for_a_person: bool) -> list[Processor]:
    """Plain tracebacks in both: the pretty ones show local variables. No colours: they would split words."""
    if for_a_person:
        return [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False, default=str)]


def _catch_the_uncaught() -> None:
    sys.excepthook = _log_crash
    threading.excepthook = lambda args: _log_crash(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _log_crash(args.exc_type, args.exc_value, args.exc_traceback)


def _log_crash(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("nobody caught this", exc_info=(kind, error or kind(), trace))
