"""One client's session: what every feature may use."""

import logging

from lsprotocol import types as lsp
from pygls.exceptions import FeatureNotificationError, FeatureRequestError
from pygls.lsp.server import LanguageServer

from statuslens import __version__
from statuslens.registry import load_registry
from statuslens_lsp.documents import Documents

_LOG = logging.getLogger(__name__)

_TROUBLES: dict[type[Exception], str] = {
    FeatureNotificationError: "a notification could not be handled",
    FeatureRequestError: "a request could not be answered",
}


class Session(LanguageServer):
    """The connection to a client, its open documents and the registry that explains them."""

    def __init__(self) -> None:
        """Start without documents; each change will bring the whole text."""
        super().__init__("statuslens-lsp", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.registry = load_registry()
        self.documents = Documents(self.registry)
        self.shutdown_requested = False
        self.exit_code = 0

    @property
    def position_encoding(self) -> str:
        """The unit of columns that client and server agreed on."""
        return self.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Write one line to the log; pygls would show the error to the user."""
        trouble = _TROUBLES.get(source, "a message could not be read or sent")
        _LOG.error("%s: %s", trouble, " ".join(str(error).split()) or type(error).__name__)
