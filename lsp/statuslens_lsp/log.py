"""The server's log: one line an event, on standard error or in a file."""

import logging
from pathlib import Path

from statuslens.errors import UsageError

_TRACEBACKS = ("pygls", "concurrent.futures")
"""Loggers that print tracebacks of errors that also reach report_server_error, where each gets its line."""
_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def start_log(path: Path | None) -> None:
    """Log to a file or, warnings and errors only, to standard error, which editors show as trouble."""
    if path is None:
        logging.basicConfig(level=logging.WARNING, format=_FORMAT)
    else:
        logging.basicConfig(level=logging.INFO, format=_FORMAT, handlers=[_file_handler(path)])
    for name in _TRACEBACKS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _file_handler(path: Path) -> logging.FileHandler:
    try:
        return logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        msg = f"the log cannot be written to {path}: {error.strerror}; name another file with --log-file"
        raise UsageError(msg) from error
