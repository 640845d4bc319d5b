"""``textDocument/publishDiagnostics``: to a client that does not ask, what is wrong in what it has open.

The first change after a while of rest is answered at once. While changes follow upon one another, the answer waits
until they pause, and then is about the newest version.
"""

import asyncio

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from statuslens_lsp.changes import Changes
from statuslens_lsp.diagnostics import diagnose, is_asked
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.session import Session


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
        self._told: dict[str, lsp.PublishDiagnosticsParams] = {}
        """By URI, what the client was told last, or may know by asking."""

    @property
    def _is_idle(self) -> bool:
        return is_asked(self._ls.client_capabilities)

    def opened(self, uri: str) -> None:
        """Send the diagnostics of a document or notebook that was opened."""
        self.changes.tell()
        self._rest(uri)
        self._told.pop(uri, None)
        self._ls.troubles.look(uri)
        if not self._is_idle:
            self._send(uri)
        elif self._ls.documents.is_notebook(uri):
            self._news(uri)

    def changed(self, uri: str) -> None:
        """Send the diagnostics of a document or notebook that was changed, now or when the burst is over."""
        self.changes.tell()
        if self._ls.projects.has_changed(uri):
            self.everything_changed()
        if self._is_idle and not self._ls.documents.is_notebook(uri):
            return
        if self._rest(uri):
            self._due.add(uri)
        else:
            self._send(uri)
        pause = self._ls.options_of(uri).push_pause / 1_000
        self._waiting[uri] = asyncio.get_running_loop().call_later(pause, self._end_burst, uri)

    def closed(self, uri: str) -> None:
        """Take back the diagnostics of a document that is closed, or of a cell that is gone."""
        self.changes.tell()
        self._rest(uri)
        self._told.pop(uri, None)
        if not self._is_idle:
            self._ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
        self._ls.troubles.tell()

    def everything_changed(self) -> None:
        """Have the diagnostics of all open documents told anew: what they depend on has changed."""
        self._ls.projects.forget()
        self._ls.documents.forget_analyses()
        self.files_changed()
        self._ls.troubles.look(*folder_uris(self._ls), *self._ls.documents.homes())
        if not self._is_idle:
            self._ls.start(self._send_all())
        elif self._can_refresh:
            self._ls.workspace_diagnostic_refresh(None)
        if get_capability(self._ls.client_capabilities, "workspace.inlay_hint.refresh_support"):
            self._ls.workspace_inlay_hint_refresh(None)

    def files_changed(self) -> None:
        """Have files on disk looked at anew when they are next asked about."""
        self._ls.index.mark_changed()
        self.changes.tell()

    @property
    def _can_refresh(self) -> bool:
        return bool(get_capability(self._ls.client_capabilities, "workspace.diagnostics.refresh_support"))

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
        """Tell the client what it does not know; one that asks is asked to, since a cell says something of others."""
        self._due.discard(uri)
        news = self._news(uri)
        if not self._is_idle:
            for params in news:
                self._ls.text_document_publish_diagnostics(params)
        elif news and self._can_refresh:
            self._ls.workspace_diagnostic_refresh(None)

    async def _send_all(self) -> None:
        for uri in tuple(self._ls.documents.homes()):
            self._send(uri)
            await asyncio.sleep(0)  # what the client asks meanwhile has its turn

    def _news(self, uri: str) -> list[lsp.PublishDiagnosticsParams]:
        """Return the diagnostics of a document, or of the cells of a notebook, that are not those of the last time."""
        views = self._ls.documents.views(uri)
        versions = [None if self._is_idle else view.version for view in views]
        found = [
            lsp.PublishDiagnosticsParams(view.uri, diagnose(view), version=version)
            for view, version in zip(views, versions, strict=True)
        ]
        news = [params for params in found if self._told.get(params.uri) != params]
        self._told |= {params.uri: params for params in news}
        return news
