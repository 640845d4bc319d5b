"""``initialize`` to ``exit``: settle in, and leave with the exit code that LSP asks for."""

import gc

from lsprotocol import types as lsp
from pygls.capabilities import ServerCapabilitiesBuilder

from statuslens_lsp.session import Session


def begin(ls: Session, params: lsp.InitializeParams) -> None:
    """Agree with the client on what it can do."""
    ls.documents.encoding = ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities)
    options = params.initialization_options
    ls.covers_workspace = isinstance(options, dict) and options.get("diagnosticsScope") == "workspace"


def settle(_ls: Session, _params: lsp.InitializedParams) -> None:
    """Free the start-up's rubbish and keep the garbage collector off all that stays.

    A collection of the oldest objects would otherwise fall into the analysis of the first document. It is
    done no earlier than here, since the client waits for the answer to ``initialize``.
    """
    gc.collect()
    gc.freeze()


def shutdown(ls: Session, _params: None) -> None:
    """Remember that the client says good-bye as it should."""
    ls.shutdown_requested = True
    ls.index.close()


def leave(ls: Session, _params: None) -> None:
    """Choose the exit code: 0 after ``shutdown``, 1 without (LSP 3.18, exit notification)."""
    ls.exit_code = 0 if ls.shutdown_requested else 1
