"""Notebooks: the code cells in one language are one program, each is shown by itself."""

from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from lsprotocol import types as lsp

from lsp_client import UTF_16, Client, able, connect, place
from statuslens.source.cell import read_cell
from statuslens_lsp.configuration import Configuration
from statuslens_lsp.documents import Documents
from statuslens_lsp.projects import Projects

IMPORTS = "%pip install fastapi\nfrom http import HTTPStatus as S\nfrom fastapi import HTTPException as Refusal"
ODD = "!curl -o 404 x\nraise Refusal(299 if it == S.NOT_FOUND else 404)"
SHELL = '%%bash\ncode=$(curl -w "%{http_code}" x)\n[ "$code" = 499 ]'
NOTES = "`Refusal(status=299)` is odd"
UNASSIGNED = "unassigned-code"


def cell(name: str, *, is_code: bool = True) -> lsp.NotebookCell:
    kind = lsp.NotebookCellKind.Code if is_code else lsp.NotebookCellKind.Markup
    return lsp.NotebookCell(kind, uri_of(name))


def uri_of(name: str) -> str:
    return f"vscode-notebook-cell:/project/a.ipynb#{name}"


def text(name: str, source: str, *, language: str = "python", version: int = 1) -> lsp.TextDocumentItem:
    return lsp.TextDocumentItem(uri_of(name), language, version, source)


def splice(start: int, deleted: int, *cells: lsp.NotebookCell, **changes: object) -> lsp.NotebookDocumentCellChanges:
    """Return a change of the order of cells, ``changes`` being the texts that are opened and closed."""
    array = lsp.NotebookCellArrayChange(start, deleted, cells)
    return lsp.NotebookDocumentCellChanges(structure=lsp.NotebookDocumentCellChangeStructure(array, **changes))  # type: ignore[arg-type]


def edit(name: str, version: int, *changes: lsp.TextDocumentContentChangeEvent) -> lsp.NotebookDocumentCellChanges:
    document = lsp.VersionedTextDocumentIdentifier(version, uri_of(name))
    content = lsp.NotebookDocumentCellContentChanges(document, changes)
    return lsp.NotebookDocumentCellChanges(text_content=[content])


class Shown:
    """A notebook that the client shows."""

    def __init__(self, client: Client, uri: str) -> None:
        self._client = client
        self._uri = uri
        self._version = 0

    def open(self) -> None:
        cells = [cell("notes", is_code=False), cell("imports"), cell("odd"), cell("shell")]
        texts = [
            text("notes", NOTES, language="markdown"),
            text("imports", IMPORTS),
            text("odd", ODD),
            text("shell", SHELL),
        ]
        notebook = lsp.NotebookDocument(self._uri, "jupyter-notebook", 0, cells)
        params = lsp.DidOpenNotebookDocumentParams(notebook, texts)
        self._client.notify(lsp.NOTEBOOK_DOCUMENT_DID_OPEN, params)

    def change(self, changes: lsp.NotebookDocumentCellChanges | None) -> None:
        self._version += 1
        document = lsp.VersionedNotebookDocumentIdentifier(self._version, self._uri)
        event = lsp.NotebookDocumentChangeEvent(cells=changes)
        self._client.notify(lsp.NOTEBOOK_DOCUMENT_DID_CHANGE, lsp.DidChangeNotebookDocumentParams(document, event))

    def close(self) -> None:
        document = lsp.NotebookDocumentIdentifier(self._uri)
        params = lsp.DidCloseNotebookDocumentParams(document, [])
        self._client.notify(lsp.NOTEBOOK_DOCUMENT_DID_CLOSE, params)

    def found(self) -> dict[str, list[tuple[lsp.Range, int | str | None]]]:
        """Return what is wrong, by the names of cells."""
        return {
            uri.rpartition("#")[2]: [(item.range, item.code) for item in items]
            for uri, items in self._client.protocol.diagnostics.items()
        }


SUPPORTED = lsp.NotebookDocumentClientCapabilities(lsp.NotebookDocumentSyncClientCapabilities())
PUSH = evolve(able(), notebook_document=SUPPORTED)
PULL = evolve(
    able(
        document=lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities()),
        workspace=lsp.WorkspaceClientCapabilities(
            diagnostics=lsp.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        ),
    ),
    notebook_document=SUPPORTED,
)
PYTHON_FOUND: list[tuple[lsp.Range, int | str | None]] = [(place(1, 14, 1, 17), UNASSIGNED)]
SHELL_FOUND: list[tuple[lsp.Range, int | str | None]] = [(place(2, 12, 2, 15), "vendor-code")]


@pytest.mark.asyncio
async def test_a_notebook_is_followed_from_its_opening_to_its_end(tmp_path: Path) -> None:
    async with connect(capabilities=PUSH) as client:
        notebook = Shown(client, (tmp_path / "a.ipynb").as_uri())
        notebook.open()
        await client.until(lambda: notebook.found() == {"imports": [], "odd": PYTHON_FOUND, "shell": SHELL_FOUND})
        hover = await client.hover(uri_of("odd"), 1, 27)
        assert hover is not None
        assert hover.range == place(1, 27, 1, 38)
        assert await client.hover(uri_of("notes"), 0, 17) is None

        removal = lsp.TextDocumentContentChangePartial(place(1, 0, 2, 0), "")
        notebook.change(edit("imports", 2, removal, evolve(removal, range=place(1, 0, 2, 40))))
        await client.until(lambda: notebook.found()["odd"] == [])
        notebook.change(edit("imports", 3, lsp.TextDocumentContentChangeWholeDocument(IMPORTS)))
        await client.until(lambda: notebook.found()["odd"] == PYTHON_FOUND)

        notebook.change(splice(2, 2, cell("shell"), cell("new"), did_open=[text("new", ODD, version=9)]))
        gone = {"imports": [], "odd": [], "shell": SHELL_FOUND, "new": PYTHON_FOUND}
        await client.until(lambda: notebook.found() == gone)
        notebook.change(None)
        notebook.close()
        await client.until(lambda: not any(notebook.found().values()))
        assert await client.hover(uri_of("new"), 1, 27) is None
        assert client.shown == []


@pytest.mark.asyncio
async def test_a_client_that_asks_is_asked_to_do_so_again_where_a_cell_changes_what_others_mean(tmp_path: Path) -> None:
    async with connect(capabilities=PULL) as client:
        notebook = Shown(client, (tmp_path / "a.ipynb").as_uri())
        notebook.open()
        first = await client.ask_diagnostics(uri_of("odd"))
        assert isinstance(first, lsp.RelatedFullDocumentDiagnosticReport)
        assert [(item.range, item.code) for item in first.items] == PYTHON_FOUND
        notebook.change(edit("imports", 2, lsp.TextDocumentContentChangeWholeDocument("Refusal = 1")))
        await client.until(lambda: client.protocol.diagnostic_refresh_count == 1)
        second = await client.ask_diagnostics(uri_of("odd"), first.result_id)
        assert isinstance(second, lsp.RelatedFullDocumentDiagnosticReport)
        assert list(second.items) == []
        assert client.protocol.diagnostics == {}


@pytest.mark.asyncio
async def test_in_a_cell_codes_are_offered_as_the_imports_of_another_one_let_it_write_them(tmp_path: Path) -> None:
    async with connect(capabilities=PULL) as client:
        notebook = Shown(client, (tmp_path / "a.ipynb").as_uri())
        notebook.open()
        notebook.change(edit("odd", 2, lsp.TextDocumentContentChangeWholeDocument("assert it.status_code == 41")))
        found = await client.complete(uri_of("odd"), 0, 27)
        assert found is not None
        gone = [(item.label, item.text_edit, item.additional_text_edits) for item in found.items[:2]]
        written = place(0, 25, 0, 27)
        assert gone == [
            ("S.GONE", lsp.TextEdit(written, "S.GONE"), None),
            ("410", lsp.TextEdit(written, "410"), None),
        ]


@pytest.mark.asyncio
async def test_the_server_says_which_notebooks_it_wants() -> None:
    async with connect(capabilities=PUSH) as client:
        sync = client.initialized.capabilities.notebook_document_sync
        assert isinstance(sync, lsp.NotebookDocumentSyncOptions)
        assert [
            item.notebook for item in sync.notebook_selector if isinstance(item, lsp.NotebookDocumentFilterWithNotebook)
        ] == [
            lsp.NotebookDocumentFilterScheme("file"),
            lsp.NotebookDocumentFilterScheme("untitled"),
        ]


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ("%pip install x\na = 404", "python", ("python", "______________\na = 404")),
        (
            "x = !curl y\n!ls \\\n  404\nb",
            "python",
            ("python", "x = !curl y\n___________\nb"),
        ),
        ("%%bash\necho 404", "python", ("shellscript", "______\necho 404")),
        ("a = 404", "klingon", None),
        ("", "python", ("python", "")),
    ],
)
def test_a_cell_is_read_as_one_in_a_file(source: str, language: str, expected: tuple[str, str] | None) -> None:
    assert read_cell(source, language) == expected


SOURCES = (
    IMPORTS,
    ODD,
    SHELL,
    "",
    "# é😀\r",
    "if answer.status_code in (404, 299):\r\n    pass\r\n",
    "Refusal = 1",
)
URI = "file:///project/a.ipynb"


def opened(cells: dict[str, str]) -> Documents:
    documents = Documents(Projects(Configuration().of).project_of)
    notebook = lsp.NotebookDocument(URI, "jupyter-notebook", 0, [cell(name) for name in cells])
    assert documents.open_notebook(notebook, [text(name, source) for name, source in cells.items()])
    return documents


def known(documents: Documents) -> list[tuple[object, ...]]:
    """Return what is known of the cells."""
    return [
        (
            view.uri,
            [(item.code, view.range(item.start, item.end)) for item in view.occurrences],
            [(item.message, view.range(item.start, item.end)) for item in view.findings],
        )
        for view in documents.views(URI)
    ]


def test_after_every_change_the_cells_mean_what_those_of_a_new_notebook_do() -> None:
    random = Random(6)  # noqa: S311 (no secret)
    cells = {"c0": IMPORTS, "c1": ODD}
    documents = opened(cells)
    assert documents.encoding == UTF_16
    for number in range(2, 300):
        names = list(cells)
        start = random.randrange(len(names) + 1)
        if start < len(names) and random.random() < 0.6:
            cells[names[start]] = source = random.choice(SOURCES)
            change = edit(names[start], number, lsp.TextDocumentContentChangeWholeDocument(source))
        else:
            deleted, new = names[start : start + random.randrange(3)], f"c{number}"
            texts = {name: cells[name] for name in names if name not in deleted} | {new: random.choice(SOURCES)}
            order = [*names[:start], new, *names[start + len(deleted) :]]
            cells = {name: texts[name] for name in order}
            closed = [lsp.TextDocumentIdentifier(uri_of(name)) for name in deleted]
            change = splice(start, len(deleted), cell(new), did_open=[text(new, cells[new])], did_close=closed)
        documents.change_notebook(URI, change)
        assert known(documents) == known(opened(cells))


def test_cells_may_change_places() -> None:
    documents = opened({"c0": IMPORTS, "c1": ODD, "c2": SHELL})
    documents.change_notebook(URI, splice(0, 3, cell("c2"), cell("c1"), cell("c0")))
    assert known(documents) == known(opened({"c2": SHELL, "c1": ODD, "c0": IMPORTS}))


def test_a_cell_that_becomes_prose_is_no_code_any_longer() -> None:
    documents = opened({"c0": IMPORTS, "c1": ODD})
    changed = lsp.NotebookDocumentCellChanges(data=[cell("c0", is_code=False)])
    assert documents.change_notebook(URI, changed) == (uri_of("c0"),)
    assert known(documents) == known(opened({"c1": ODD}))


@pytest.mark.parametrize("uri", ["git:/project/a.ipynb", "vscode-vfs://github/project/a.ipynb"])
def test_notebooks_of_other_schemes_and_unknown_ones_are_left_alone(uri: str) -> None:
    documents = Documents(Projects(Configuration().of).project_of)
    assert not documents.open_notebook(
        lsp.NotebookDocument(uri, "jupyter-notebook", 0, [cell("c0")]), [text("c0", ODD)]
    )
    assert documents.change_notebook(uri, edit("c0", 2)) is None
    assert documents.close_notebook(uri) == ()
    assert documents.view(uri_of("c0")) is None


def test_a_cell_is_in_the_project_of_its_notebook() -> None:
    documents = opened({"c0": IMPORTS})
    assert [documents.home_of(uri) for uri in (uri_of("c0"), uri_of("c1"), URI)] == [URI, uri_of("c1"), URI]
    assert list(documents.homes()) == [URI]
