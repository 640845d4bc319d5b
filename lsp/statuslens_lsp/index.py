"""What the files of the workspace hold on disk.

Nothing is looked at before somebody asks, afterwards only what has changed, and nothing in this process.
"""

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from statuslens_lsp.folders import folder_path, folder_uris
from statuslens_lsp.helper import Helper, HelperDiedError
from statuslens_lsp.mentions import Mention, mentions_of
from statuslens_lsp.options import Scope
from statuslens_lsp.progress import show_progress
from statuslens_lsp.projects import path_of
from statuslens_lsp.refresh import Refresh
from statuslens_lsp.registration import watch_files
from statuslens_lsp.reports import Report

if TYPE_CHECKING:
    from statuslens_lsp.session import Session

_LOG = logging.getLogger(__name__)
_CONSEQUENCES = ("it is started once again", "what it had not told is not known")
"""What follows from the death of the process, the first time and the next."""
_MENTIONS, _REPORTS = "mentions", "reports"
Item = TypeVar("Item")


@dataclass(slots=True)
class _Shelf(Generic[Item]):
    """What is known of one kind."""

    kind: str
    make: Callable[..., Item]
    request: dict[str, Any] = field(default_factory=dict)
    """What the process is asked."""
    files: dict[str, list[Item]] = field(default_factory=dict)
    """By path, what is in a file; one with nothing in it is left out."""
    changes: int = -1
    """How many changes there had been when the files were looked at."""
    refresh: Refresh | None = None
    """The look at the files that goes on."""


class Index:
    """What is in the files below the open folders."""

    def __init__(self, ls: "Session") -> None:
        """Take the session whose folders they are below."""
        self._ls = ls
        self._helper = Helper()
        self._turn = asyncio.Lock()
        self._changes = 0
        self._is_watched: bool | None = None
        """Whether the client tells of changed files; None before it is asked to."""
        self._mentions = _Shelf(_MENTIONS, Mention)
        self._reports = _Shelf(_REPORTS, Report)
        self._counted: Mapping[str, list[Mention]] = {}
        self._uses = Counter[str]()
        """Of the files that were counted."""

    def mark_changed(self) -> None:
        """Note that files or what is to be found in them may have changed."""
        self._changes += 1

    def close(self) -> None:
        """Stop looking."""
        self._helper.stop()

    async def mentions(self, token: lsp.ProgressToken | None) -> list[tuple[str, Sequence[Mention]]]:
        """Return by URI what means a status: in open documents as they are shown, in other files as they are on disk.

        ``token`` is what the client gave to show the progress by.
        """
        files = await self._look(self._mentions, token)
        views = filter(None, map(self._ls.documents.view, self._ls.documents.uris()))
        shown = [(view.uri, mentions_of(view)) for view in views]
        return sorted([*shown, *self._others(files)], key=lambda item: item[0])

    def uses(self) -> Counter[str]:
        """Return how often the files on disk use each code, as far as that is known; the first time, begin to look."""
        shelf = self._mentions
        if not shelf.request and (request := self._request(_MENTIONS))["folders"]:
            shelf.request = request
            self._begin(shelf)
        if self._counted is not shelf.files:
            self._counted = shelf.files
            self._uses = Counter(mention.code for mentions in shelf.files.values() for mention in mentions)
        return self._uses

    async def reports(self, token: lsp.ProgressToken | None) -> list[tuple[str, Report]]:
        """Return by URI what is wrong in the files that are not open, below the folders of which that is to be told."""
        files = await self._look(self._reports, token)
        return [(uri, report) for uri, (report,) in self._others(files)]

    def _others(self, files: Mapping[str, list[Item]]) -> list[tuple[str, list[Item]]]:
        """Return what is in the files that are not open."""
        opened = {os.path.normcase(path) for uri in self._ls.documents.homes() if (path := path_of(uri))}
        others = ((path, items) for path, items in files.items() if os.path.normcase(path) not in opened)
        return [(from_fs_path(path) or path, items) for path, items in others]

    async def _look(self, shelf: _Shelf[Item], token: lsp.ProgressToken | None) -> Mapping[str, list[Item]]:
        """Return what is known of a kind, after all changes that there have been until now."""
        request = self._request(shelf.kind)
        if request != shelf.request or not self._is_watched:
            shelf.request = request
            self.mark_changed()
        wanted = self._changes
        while (request["folders"] or shelf.files) and shelf.changes < wanted:
            refresh = shelf.refresh or self._begin(shelf)
            await show_progress(self._ls, refresh, token)
            if not refresh.is_complete:
                break
        return shelf.files

    def _request(self, kind: str) -> dict[str, Any]:
        """Return what the process is asked: ``indexer`` tells of it."""
        uris = {path: uri for uri in folder_uris(self._ls) if (path := folder_path(uri))}
        folders = [
            {
                "path": path,
                "without": [other for other in uris if other.startswith(f"{path}/")],
                "overrides": dict(settings.overrides),
            }
            for path, uri in uris.items()
            if (settings := self._ls.configuration.of(uri))
            and (kind != _REPORTS or settings.options.diagnostics_scope is Scope.WORKSPACE)
        ]
        return {"kind": kind, "folders": folders, "encoding": self._ls.documents.encoding}

    def _begin(self, shelf: _Shelf[Item]) -> Refresh:
        refresh = shelf.refresh = Refresh()
        refresh.start(self._refresh(shelf, refresh))
        return refresh

    async def _refresh(self, shelf: _Shelf[Item], refresh: Refresh) -> None:
        try:
            async with self._turn:
                if self._is_watched is None:
                    self._is_watched = await watch_files(self._ls)
                changes = self._changes
                refresh.is_complete = await self._try(shelf, refresh)
                if refresh.is_complete:
                    shelf.changes = changes
        finally:
            shelf.refresh = None
            refresh.end()

    async def _try(self, shelf: _Shelf[Item], refresh: Refresh) -> bool:
        """Look at the files, once more should the process that does so die; tell whether it came to its end."""
        for consequence in _CONSEQUENCES:
            try:
                await self._read(shelf, refresh)
            except HelperDiedError as error:
                _LOG.warning("the process that looks at files on disk has ended%s; %s", error, consequence)
            else:
                return True
        return False

    async def _read(self, shelf: _Shelf[Item], refresh: Refresh) -> None:
        """Take over what the process says; of an answer without an end, what there is of it."""
        files: dict[str, list[Item]] = {}
        try:
            async with aclosing(self._helper.ask(shelf.request)) as answers:
                async for answer in answers:
                    match answer:
                        case {"work": work, "is_all": is_all}:
                            refresh.begin(work)
                            files = {} if is_all else dict(shelf.files)
                        case {"percent": percent}:
                            refresh.advance(percent)
                        case {"path": path, "items": []}:
                            files.pop(path, None)
                        case {"path": path, "items": items}:
                            files[path] = [shelf.make(*item) for item in items]
                        case {"path": path, "more": items}:
                            files[path] += [shelf.make(*item) for item in items]
                        case {"note": note}:
                            _LOG.warning("%s", note)
        except (HelperDiedError, asyncio.CancelledError):
            files = shelf.files | files
            raise
        finally:
            shelf.files = files
