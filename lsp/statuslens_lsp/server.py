"""The server: what it offers, and its run from the first message to the last."""

from collections.abc import Callable
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcServerNotInitialized

from statuslens_lsp import lifecycle
from statuslens_lsp.offered import FEATURES, Command
from statuslens_lsp.session import Session
from statuslens_lsp.transport import serve

_LIFECYCLE: dict[str, Callable[[Session, Any], object]] = {
    lsp.INITIALIZE: lifecycle.begin,
    lsp.INITIALIZED: lifecycle.settle,
    lsp.SHUTDOWN: lifecycle.shutdown,
    lsp.EXIT: lifecycle.leave,
    lsp.SET_TRACE: lifecycle.set_trace,
}

_OWN = (
    lsp.TEXT_DOCUMENT_DID_OPEN,
    lsp.TEXT_DOCUMENT_DID_CHANGE,
    lsp.TEXT_DOCUMENT_DID_CLOSE,
    lsp.NOTEBOOK_DOCUMENT_DID_OPEN,
    lsp.NOTEBOOK_DOCUMENT_DID_CHANGE,
    lsp.NOTEBOOK_DOCUMENT_DID_CLOSE,
    lsp.WORKSPACE_EXECUTE_COMMAND,
)
"""What pygls would do as well.

It would keep a second copy of each text and fail on one that was never opened. Of a command it would keep the answer
for good, and answer ``shutdown`` with an error while one is at work.
"""


def run() -> int:
    """Serve one client over stdio until it leaves, and return the exit code."""
    session = build_session()
    serve(session)
    return session.exit_code


def build_session() -> Session:
    """Make a session that can say what it offers; ``initialized`` brings the features themselves."""
    session = Session()
    for method in _OWN:
        del session.protocol.fm.builtin_features[method]
    for method, handler in _LIFECYCLE.items():
        session.feature(method)(handler)
    for method, options in FEATURES.items():
        session.feature(method, options)(_refuse)
    for name in Command:
        session.command(name)(_refuse)
    return session


def _refuse(_ls: Session, *_arguments: object) -> None:
    raise JsonRpcServerNotInitialized('the notification "initialized" comes first')
