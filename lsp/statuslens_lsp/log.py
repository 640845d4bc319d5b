"""The server's log: one line an event, on standard error or in a file, and in the client as far as it wants."""

import asyncio
import logging
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from statuslens.errors import UsageError

_TRACEBACKS = ("pygls", "concurrent.futures")
"""Loggers that print tracebacks of errors that also reach report_server_error, where each gets its line."""
_FORMAT = "%(asctime)s %(levelname)s %(message)s"
_OWN = logging.getLogger(__package__)
_MIRRORED = {
    lsp.TraceValue.Off: logging.WARNING,
    lsp.TraceValue.Messages: logging.INFO,
    lsp.TraceValue.Verbose: logging.DEBUG,
}
"""The least that a client is told, by its trace."""
_TYPES = {
    logging.ERROR: lsp.MessageType.Error,
    logging.WARNING: lsp.MessageType.Warning,
    logging.INFO: lsp.MessageType.Info,
    logging.DEBUG: lsp.MessageType.Debug,
}


def start_log(path: Path | None) -> None:
    """Log to a file or, warnings and errors only, to standard error, which editors show as trouble."""
    handler = logging.StreamHandler() if path is None else _file_handler(path)
    handler.setLevel(logging.WARNING if path is None else logging.INFO)
    logging.basicConfig(level=logging.WARNING, format=_FORMAT, handlers=[handler])
    _OWN.setLevel(handler.level)
    for name in _TRACEBACKS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def start_mirror(ls: LanguageServer, trace: lsp.TraceValue | None) -> None:
    """Tell the client what is logged from now on, which makes it needless on standard error."""
    root = logging.getLogger()
    for handler in root.handlers:
        if type(handler) is logging.StreamHandler:
            root.removeHandler(handler)
    _OWN.addHandler(_Mirror(ls))
    set_mirror(trace)


def set_mirror(trace: lsp.TraceValue | None) -> None:
    """Choose what the client is told."""
    levels = [handler.level for handler in logging.getLogger().handlers]
    for handler in _OWN.handlers:
        handler.setLevel(_MIRRORED[trace or lsp.TraceValue.Off])
    _OWN.setLevel(min([*levels, *(handler.level for handler in _OWN.handlers)]))


class _Mirror(logging.Handler):
    """Sends lines of the log to the client."""

    def __init__(self, ls: LanguageServer) -> None:
        super().__init__()
        self._ls = ls
        self._loop = asyncio.get_running_loop()

    def emit(self, record: logging.LogRecord) -> None:
        params = lsp.LogMessageParams(_TYPES.get(record.levelno, lsp.MessageType.Error), record.getMessage())
        self._loop.call_soon_threadsafe(self._ls.window_log_message, params)


def _file_handler(path: Path) -> logging.FileHandler:
    try:
        return logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        msg = f"the log cannot be written to {path}: {error.strerror}; name another file with --log-file"
        raise UsageError(msg) from error
