"""One client's session: what every feature may use."""

import asyncio
import logging
from collections.abc import Coroutine
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lsprotocol import types as lsp
from pygls.exceptions import FeatureNotificationError, FeatureRequestError
from pygls.lsp.server import LanguageServer

from statuslens import __version__
from statuslens_lsp.offered import NOTEBOOKS
from statuslens_lsp.protocol import Protocol

if TYPE_CHECKING:
    from statuslens_lsp.configuration import Configuration
    from statuslens_lsp.documents import Documents
    from statuslens_lsp.index import Index
    from statuslens_lsp.options import Options
    from statuslens_lsp.projects import Projects
    from statuslens_lsp.publishing import Publisher
    from statuslens_lsp.troubles import Troubles

_LOG = logging.getLogger(__name__)

_TROUBLES: dict[type[Exception], str] = {
    FeatureNotificationError: "a notification could not be handled",
    FeatureRequestError: "a request could not be answered",
}


class Session(LanguageServer):
    """The connection to a client, and what it has open."""

    protocol: Protocol

    def __init__(self) -> None:
        """Start without documents."""
        super().__init__(
            "statuslens-lsp",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental,
            notebook_document_sync=NOTEBOOKS,
            protocol_cls=Protocol,
        )
        self.encoding: str = lsp.PositionEncodingKind.Utf16
        """How the client counts positions."""
        self.initialization_options: object = None
        self.shutdown_requested = False
        self.exit_code = 0
        self.client_process: int | None = None
        """The id of the process without which there is nobody to serve."""
        self._tasks: set[asyncio.Future[object]] = set()
        """What goes on; the event loop itself would forget it."""

    @cached_property
    def configuration(self) -> "Configuration":
        """What the editor's settings say."""
        from statuslens_lsp.configuration import Configuration  # noqa: PLC0415 (the client waits for ``initialize``)

        return Configuration(self.initialization_options)

    @cached_property
    def projects(self) -> "Projects":
        """The projects that documents are in."""
        from statuslens_lsp.projects import Projects  # noqa: PLC0415 (as above)

        return Projects(self.configuration.of)

    @cached_property
    def documents(self) -> "Documents":
        """What is open."""
        from statuslens_lsp.documents import Documents  # noqa: PLC0415 (as above)

        return Documents(self.projects.project_of, self.encoding)

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

    @cached_property
    def troubles(self) -> "Troubles":
        """What tells the client what is wrong with team files that are not open."""
        from statuslens_lsp.troubles import Troubles  # noqa: PLC0415 (it needs the session)

        return Troubles(self)

    def options_of(self, uri: str) -> "Options":
        """Return the editor's options for a document, a cell or a folder."""
        return self.configuration.of(self.documents.home_of(uri)).options

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Have something done while other messages are answered."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Write one line to the log; pygls would show the error to the user."""
        trouble = _TROUBLES.get(source, "a message could not be read or sent")
        _LOG.error("%s: %s", trouble, " ".join(str(error).split()) or type(error).__name__)
