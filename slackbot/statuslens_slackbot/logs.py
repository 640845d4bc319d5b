"""The log: a JSON object a line for machines, aligned words on a terminal; never what people wrote, no secrets."""

import logging
import os
import re
import sys
import traceback
from pathlib import Path
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from statuslens_slackbot.settings import LogFormat, LogLevel
from statuslens_slackbot.trace import current_trace

_OURS = "statuslens_slackbot"
_FRAMES = 12
_SECRET = re.compile(
    r"\bx(?:ox[a-z]|app|oxe\.xox[bp])-[\w.-]+"  # tokens
    r"|(?<=hooks\.slack\.com/)[^\s'\"]+"  # response URLs
    r"|(?<=://)[^\s/@]+(?=@)"  # the user and password of a database
)


def set_up_logs(level: LogLevel, form: LogFormat, stream: TextIO | None = None) -> None:
    """Write the records of this process to ``stream``, standard error unless said.

    Of the libraries only warnings are written: what they say below that quotes bodies and headers.
    """
    stream = stream or sys.stderr
    is_terminal = stream.isatty()
    is_console = form is LogFormat.CONSOLE or (form is LogFormat.AUTO and is_terminal)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _add_trace,
                _place_error,
                _hide_secrets,
                _renderer(is_console=is_console, is_colourful=is_terminal and "NO_COLOR" not in os.environ),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(level.upper())
    logging.captureWarnings(capture=True)


def place_of(error: BaseException) -> list[str]:
    """Return where an error was raised, innermost last, without its own words: they may quote a message."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]


def _renderer(*, is_console: bool, is_colourful: bool) -> Processor:
    if is_console:
        return structlog.dev.ConsoleRenderer(colors=is_colourful)
    return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)


def _add_trace(_logger: WrappedLogger, _method: str, record: EventDict) -> EventDict:
    trace = current_trace()
    if trace is not None:
        record.update(request=trace.id, kind=trace.kind, team=trace.team)
    return record


def _place_error(_logger: WrappedLogger, _method: str, record: EventDict) -> EventDict:
    told = record.pop("exc_info", None)
    error = told[1] if isinstance(told, tuple) else told
    if isinstance(error, BaseException):
        record.update(error=type(error).__name__, place=place_of(error))
    return record


def _hide_secrets(_logger: WrappedLogger, _method: str, record: EventDict) -> EventDict:
    # The second net: our own records hold none, and those of libraries should not.
    for key, value in record.items():
        if isinstance(value, str):
            record[key] = _SECRET.sub("[hidden]", value)
    return record
