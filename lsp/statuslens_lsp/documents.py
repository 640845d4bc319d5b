"""The open documents and what is known of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lsprotocol import types as lsp

from statuslens.source.detect import HEAD_BYTES, language_in
from statuslens.source.outline import load_outlines
from statuslens_lsp.notebooks import Notebook
from statuslens_lsp.offered import SCHEMES
from statuslens_lsp.projects import Project, path_of
from statuslens_lsp.texts import EditedText
from statuslens_lsp.views import Analysis, View


@dataclass(slots=True)
class _Document:
    """An open document."""

    version: int
    text: EditedText
    view: View | None = None
    """What is known of the version; None where nobody has asked yet."""


class Documents:
    """The open documents and notebooks, each version analysed once, when it is first asked about."""

    def __init__(self, project_of: Callable[[str], Project], encoding: str = lsp.PositionEncodingKind.Utf16) -> None:
        """Take what tells the project that a document, given by its URI, is in, and how the client counts."""
        self._project_of = project_of
        self._open: dict[str, _Document] = {}
        self._notebooks: dict[str, Notebook] = {}
        self._around: dict[str, Notebook] = {}
        """By the URI of a code cell, the notebook around it."""
        self.encoding = encoding

    def open(self, uri: str, version: int, text: str, *, language: str) -> bool:
        """Take a document in; tell whether its URI says that it is a concern of ours."""
        if not _is_concern(uri):
            return False
        self._open[uri] = _Document(version, EditedText(text, _language_of(uri, text, language)))
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

    def open_notebook(self, document: lsp.NotebookDocument, texts: Iterable[lsp.TextDocumentItem]) -> bool:
        """Take a notebook in; tell whether its URI says that it is a concern of ours."""
        if not _is_concern(document.uri):
            return False
        self._notebooks[document.uri] = Notebook(document, texts)
        self._find_cells()
        return True

    def change_notebook(self, uri: str, cells: lsp.NotebookDocumentCellChanges) -> tuple[str, ...] | None:
        """Change the cells of a notebook; return those that it no longer has, None where it is not open."""
        notebook = self._notebooks.get(uri)
        if notebook is None:
            return None
        notebook.change(cells, self.encoding)
        return self._find_cells()

    def close_notebook(self, uri: str) -> tuple[str, ...]:
        """Forget a notebook; return its cells."""
        self._notebooks.pop(uri, None)
        return self._find_cells()

    def forget_analyses(self) -> None:
        """Look at all documents anew when they are next asked about, since what they depend on has changed."""
        for document in self._open.values():
            document.view = None
        for notebook in self._notebooks.values():
            notebook.forget_views()

    def uris(self) -> Iterator[str]:
        """Yield the URIs of the open documents, and of the code cells of the open notebooks."""
        yield from (*self._open, *self._around)

    def homes(self) -> Iterator[str]:
        """Yield the URIs of the open documents and notebooks, by which they are in a project."""
        yield from (*self._open, *self._notebooks)

    def home_of(self, uri: str) -> str:
        """Return the URI of the notebook that a cell is in, of anything else its own."""
        return self._around[uri].uri if uri in self._around else uri

    def is_notebook(self, uri: str) -> bool:
        """Tell whether a URI is that of an open notebook."""
        return uri in self._notebooks

    def views(self, uri: str) -> list[View]:
        """Return what is known of a document as it stands, or of each cell of a notebook, given by its URI."""
        notebook = self._notebooks.get(uri)
        if notebook is not None:
            return list(self._views_in(notebook).values())
        view = self.view(uri)
        return [view] if view is not None else []

    def view_of_file(self, path: str) -> View | None:
        """Return what is known of a file as it stands; None where it is not open."""
        own = os.path.normcase(path)
        found = (uri for uri in self._open if (other := path_of(uri)) and os.path.normcase(other) == own)
        return next(map(self.view, found), None)

    def view(self, uri: str) -> View | None:
        """Return what is known of a document or cell as it stands; None where it is not open."""
        if uri in self._around:
            return self._views_in(self._around[uri]).get(uri)
        document = self._open.get(uri)
        if document is None:
            return None
        if document.view is None:
            project = self._project_of(uri)
            scan = document.text.scan(project.team.contexts)
            analysis = Analysis(scan, project.team, project.place, project.declared, document.text)
            document.view = View(uri, document.version, analysis, document.text.lines, self.encoding)
        return document.view

    def _views_in(self, notebook: Notebook) -> Mapping[str, View]:
        return notebook.views(self._project_of, self.encoding)

    def _find_cells(self) -> tuple[str, ...]:
        """Note where each cell is; return those that were somewhere and now are nowhere."""
        before = self._around
        self._around = {uri: notebook for notebook in self._notebooks.values() for uri in notebook.uris()}
        return tuple(uri for uri in before if uri not in self._around)


def _language_of(uri: str, text: str, told: str) -> str:
    """Return the language id that a client tells, or what the file says itself: editors have names of their own."""
    if told in load_outlines():
        return told
    return language_in(path_of(uri) or "", text[:HEAD_BYTES]) or told


def _is_concern(uri: str) -> bool:
    return uri.partition(":")[0].lower() in SCHEMES
