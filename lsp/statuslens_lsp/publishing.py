"""``textDocument/publishDiagnostics``: to a client that does not ask, what is wrong in what it has open.

The first change after a while of rest is answered at once. While changes follow upon one another, the answer waits
until they pause, and then is about the newest version.
"""

import asyncio

from lsprotocol import types as lsp

from statuslens_lsp.changes import Changes
from statuslens_lsp.diagnostics import diagnose, is_asked
from statuslens_lsp.session import Session

_PAUSE = 0.15
"""Seconds without a change that end a burst."""


class Publisher:
    """Sends diagnostics of open documents."""

    def __init__(self, ls: Session) -> None:
        """Take the session whose documents they are."""
        self._ls = ls
        self.changes = Changes()
        """What can lead to other diagnostics, of whichever file."""
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        """By URI, what ends the burst of changes that a document is in."""
        self._due: set[str] = set()
        """The documents that have changed since their diagnostics were sent."""

    @property
    def _is_idle(self) -> bool:
        return is_asked(self._ls.client_capabilities)

    def opened(self, uri: str) -> None:
        """Send the diagnostics of a document that was opened."""
        self.changes.tell()
        self._rest(uri)
        if not self._is_idle:
            self._send(uri)

    def changed(self, uri: str) -> None:
        """Send the diagnostics of a document that was changed, now or when the burst is over."""
        self.changes.tell()
        if self._is_idle:
            return
        if self._rest(uri):
            self._due.add(uri)
        else:
            self._send(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(_PAUSE, self._end_burst, uri)

    def closed(self, uri: str) -> None:
        """Take back the diagnostics of a document that is closed."""
        self.changes.tell()
        self._rest(uri)
        if not self._is_idle:
            self._ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def everything_changed(self) -> None:
        """Have the diagnostics of all open documents told anew: what they depend on has changed."""
        self._ls.documents.forget_analyses()
        self.files_changed()
        if not self._is_idle:
            for uri in self._ls.documents.uris():
                self._send(uri)
        elif self._can_refresh:
            self._ls.workspace_diagnostic_refresh(None)

    def files_changed(self) -> None:
        """Have files on disk looked at anew when they are next asked about."""
        self._ls.index.mark_changed()
        self.changes.tell()

    @property
    def _can_refresh(self) -> bool:
        workspace = self._ls.client_capabilities.workspace
        diagnostics = workspace.diagnostics if workspace is not None else None
        return diagnostics is not None and bool(diagnostics.refresh_support)

    def _rest(self, uri: str) -> bool:
        """Have a document be in no burst of changes; tell whether it was in one."""
        self._due.discard(uri)
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()
        return waiting is not None

    def _end_burst(self, uri: str) -> None:
        del self._waiting[uri]
        if uri in self._due:
            self._send(uri)

    def _send(self, uri: str) -> None:
        self._due.discard(uri)
        view = self._ls.documents.view(uri)
        if view is not None:
            params = lsp.PublishDiagnosticsParams(uri, diagnose(view), version=view.version)
            self._ls.text_document_publish_diagnostics(params)
