"""The open documents and what is known of them."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lsprotocol import types as lsp

from statuslens_lsp.projects import Project, path_of
from statuslens_lsp.texts import EditedText
from statuslens_lsp.views import Analysis, View

_SCHEMES = frozenset({"file", "untitled"})
"""Texts that people write; ``git:`` and ``vscode-vfs:`` show the same files at other times and places."""


@dataclass(slots=True)
class _Document:
    """An open document."""

    version: int
    text: EditedText
    view: View | None = None
    """What is known of the version; None where nobody has asked yet."""


class Documents:
    """The open documents, each version analysed once, when it is first asked about."""

    def __init__(self, project_of: Callable[[str], Project]) -> None:
        """Take what tells the project that a document, given by its URI, is in."""
        self._project_of = project_of
        self._open: dict[str, _Document] = {}
        self.encoding: str = lsp.PositionEncodingKind.Utf16

    def open(self, uri: str, version: int, text: str, *, language: str) -> bool:
        """Take a document in; tell whether its URI says that it is a concern of ours."""
        if uri.partition(":")[0].lower() not in _SCHEMES:
            return False
        self._open[uri] = _Document(version, EditedText(text, language))
        return True

    def change(self, uri: str, version: int, changes: Iterable[lsp.TextDocumentContentChangeEvent]) -> bool:
        """Change the text of a document; tell whether it is open."""
        document = self._open.get(uri)
        if document is None:
            return False
        # What is known of the version before must not answer for this one.
        document.version, document.view = version, None
        document.text.apply(changes, self.encoding)
        return True

    def close(self, uri: str) -> bool:
        """Forget a document; tell whether it was open."""
        return self._open.pop(uri, None) is not None

    def forget_analyses(self) -> None:
        """Look at all documents anew when they are next asked about, since what they depend on has changed."""
        for document in self._open.values():
            document.view = None

    def uris(self) -> Iterator[str]:
        """Yield the URIs of the open documents."""
        yield from tuple(self._open)

    def view_of_file(self, path: str) -> View | None:
        """Return what is known of a file as it stands; None where it is not open."""
        own = os.path.normcase(path)
        found = (uri for uri in self._open if (other := path_of(uri)) and os.path.normcase(other) == own)
        return next(map(self.view, found), None)

    def view(self, uri: str) -> View | None:
        """Return what is known of a document as it stands; None where it is not open."""
        document = self._open.get(uri)
        if document is None:
            return None
        if document.view is None:
            project = self._project_of(uri)
            scan = document.text.scan(project.team.contexts)
            analysis = Analysis(scan, project.team, project.place, project.declared, document.text)
            document.view = View(uri, document.version, analysis, document.text.lines, self.encoding)
        return document.view
