"""A notebook that the client has open: its cells are shown one by one, and analysed as the programs that they make.

All code cells in one language are one program, so that what the first one imports counts in the last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lsprotocol import types as lsp

from statuslens.source.cell import read_cell
from statuslens_lsp.edits import difference
from statuslens_lsp.projects import Project
from statuslens_lsp.texts import EditedText
from statuslens_lsp.views import Analysis, View

_BETWEEN = "\n"
"""What stands between two cells of a program."""


class _Cell:
    """The text of a cell, as the client shows it and as code."""

    def __init__(self, item: lsp.TextDocumentItem) -> None:
        self.version = item.version
        self.text = EditedText(item.text, item.language_id)
        self.code = self._read()

    def change(self, version: int, changes: Iterable[lsp.TextDocumentContentChangeEvent], encoding: str) -> None:
        self.version = version
        self.text.apply(changes, encoding)
        self.code = self._read()

    def _read(self) -> tuple[str, str] | None:
        return read_cell(self.text.lines.text, self.text.language)


class Notebook:
    """The cells of a notebook, each version analysed once, when it is first asked about."""

    def __init__(self, document: lsp.NotebookDocument, texts: Iterable[lsp.TextDocumentItem]) -> None:
        """Take the cells, with the texts of those that the client tells of."""
        self.uri = document.uri
        self._order = list(document.cells)
        self._cells = {item.uri: _Cell(item) for item in texts}
        self._programs: dict[str, EditedText] = {}
        """By language."""
        self._views: dict[str, View] | None = None

    def uris(self) -> Iterator[str]:
        """Yield the URIs of the code cells, in their order."""
        for cell in self._order:
            if cell.kind == lsp.NotebookCellKind.Code and cell.document in self._cells:
                yield cell.document

    def change(self, cells: lsp.NotebookDocumentCellChanges, encoding: str) -> None:
        """Move, insert, delete and edit cells; texts that are not here are passed over."""
        self._views = None
        if cells.structure is not None:
            array = cells.structure.array
            self._order[array.start : array.start + array.delete_count] = array.cells or ()
            for closed in cells.structure.did_close or ():
                self._cells.pop(closed.uri, None)
            self._cells |= {item.uri: _Cell(item) for item in cells.structure.did_open or ()}
        data = {cell.document: cell for cell in cells.data or ()}
        self._order = [data.get(cell.document, cell) for cell in self._order]
        for content in cells.text_content or ():
            cell = self._cells.get(content.document.uri)
            if cell is not None:
                cell.change(content.document.version, content.changes, encoding)

    def forget_views(self) -> None:
        """Look at all cells anew when they are next asked about."""
        self._views = None

    def views(self, project_of: Callable[[str], Project], encoding: str) -> Mapping[str, View]:
        """Return what is known of the code cells in known languages, by their URIs."""
        if self._views is None:
            self._views = {view.uri: view for view in self._look(project_of(self.uri), encoding)}
        return self._views

    def _look(self, project: Project, encoding: str) -> Iterator[View]:
        members: dict[str, dict[str, str]] = {}
        for uri in self.uris():
            if found := self._cells[uri].code:
                members.setdefault(found[0], {})[uri] = found[1]
        self._programs = {name: self._programs.get(name) or EditedText("", name) for name in members}
        for language, codes in members.items():
            program = self._programs[language]
            text = _BETWEEN.join(codes.values())
            if text != program.lines.text:
                change = difference(program.lines.text, text)
                program.replace(change.start, change.end, change.text)
            scan = program.scan(project.team.contexts)
            analysis = Analysis(scan, project.team, project.place, project.declared, program)
            start = 0
            for uri, code in codes.items():
                cell = self._cells[uri]
                yield View(uri, cell.version, analysis, cell.text.lines, encoding, start)
                start += len(code) + len(_BETWEEN)
