"""``initialize`` to ``exit``: settle in, and leave with the exit code that LSP asks for."""

import asyncio
from importlib import import_module

from lsprotocol import types as lsp
from pygls.capabilities import ServerCapabilitiesBuilder

from statuslens_lsp.log import set_mirror, start_mirror
from statuslens_lsp.processes import is_running
from statuslens_lsp.rubbish import end_importing
from statuslens_lsp.session import Session

_FEATURES = "statuslens_lsp.features"


def begin(ls: Session, params: lsp.InitializeParams) -> None:
    """Agree with the client on what it can do; the features are imported while it reads the answer."""
    ls.encoding = ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities)
    ls.initialization_options = params.initialization_options
    # A process that is not here now, as of an editor outside of the server's container, says nothing by its absence.
    if params.process_id is not None and is_running(params.process_id):
        ls.client_process = params.process_id
    start_mirror(ls, params.trace)
    asyncio.get_running_loop().call_soon(import_module, _FEATURES)


def settle(ls: Session, _params: lsp.InitializedParams) -> None:
    """Bring the features."""
    from statuslens_lsp import features  # noqa: PLC0415 (the client waits for the answer to ``initialize``)

    features.begin(ls)
    end_importing()


def set_trace(_ls: Session, params: lsp.SetTraceParams) -> None:
    """Tell the client more or less of the log."""
    set_mirror(params.value)


def shutdown(ls: Session, _params: None) -> None:
    """Remember that the client says good-bye as it should."""
    ls.shutdown_requested = True
    if "index" in vars(ls):
        ls.index.close()


def leave(ls: Session, _params: None) -> None:
    """Choose the exit code: 0 after ``shutdown``, 1 without (LSP 3.18, exit notification)."""
    ls.exit_code = 0 if ls.shutdown_requested else 1
    ls.protocol.writer = None  # what ends now has nothing to say any longer
