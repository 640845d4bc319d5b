"""One client's session: what every feature may use."""

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.exceptions import FeatureNotificationError, FeatureRequestError
from pygls.lsp.server import LanguageServer

from statuslens import __version__
from statuslens_lsp.documents import Documents
from statuslens_lsp.projects import Projects

if TYPE_CHECKING:
    from statuslens_lsp.index import Index
    from statuslens_lsp.publishing import Publisher

_LOG = logging.getLogger(__name__)

_TROUBLES: dict[type[Exception], str] = {
    FeatureNotificationError: "a notification could not be handled",
    FeatureRequestError: "a request could not be answered",
}


class Session(LanguageServer):
    """The connection to a client, and what it has open."""

    def __init__(self) -> None:
        """Start without documents."""
        super().__init__("statuslens-lsp", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
        self.projects = Projects()
        self.documents = Documents(self.projects.project_of)
        self.shutdown_requested = False
        self.exit_code = 0
        self.covers_workspace = False
        """Whether diagnostics are told of files that are not open too."""

    @cached_property
    def publisher(self) -> "Publisher":
        """What sends diagnostics to a client that does not ask for them."""
        from statuslens_lsp.publishing import Publisher  # noqa: PLC0415 (it needs the session)

        return Publisher(self)

    @cached_property
    def index(self) -> "Index":
        """What the files of the workspace hold on disk."""
        from statuslens_lsp.index import Index  # noqa: PLC0415 (it needs the session)

        return Index(self)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Write one line to the log; pygls would show the error to the user."""
        trouble = _TROUBLES.get(source, "a message could not be read or sent")
        _LOG.error("%s: %s", trouble, " ".join(str(error).split()) or type(error).__name__)
