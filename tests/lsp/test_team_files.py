"""Team files: what is wrong with one stands in it, and what it says holds at once, however the server hears of it."""

from pathlib import Path

import pytest
from attrs import evolve
from lsprotocol import types as lsp

from lsp_client import UTF_16, Client, able, connect, place
from statuslens.recognise import scan_text
from statuslens.workspace.manifests import MANIFESTS
from statuslens_lsp.diagnostics import diagnose
from statuslens_lsp.views import Analysis, View

TEXT = "import requests\nassert requests.get('x').status_code == 299\n"
NAME = "statuslens.yaml"
WRONG = "vendors:\n  - nginx\n\nrules:\n  unasigned-code: off  # no such rule\n"
RIGHT = "rules: {unassigned-code: error}\n"
TROUBLE = lsp.Diagnostic(
    place(4, 2, 4, 37),
    'rules.unasigned-code: unknown rule; did you mean "unassigned-code"?',
    severity=lsp.DiagnosticSeverity.Error,
    code="team-file",
    source="statuslens",
)
ASKING = able(
    document=lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities()),
    workspace=lsp.WorkspaceClientCapabilities(
        diagnostics=lsp.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    ),
)
WATCHING = able(
    workspace=lsp.WorkspaceClientCapabilities(
        did_change_configuration=lsp.DidChangeConfigurationClientCapabilities(dynamic_registration=True),
        did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    )
)


def severities(client: Client, uri: str) -> list[lsp.DiagnosticSeverity | None]:
    return [item.severity for item in client.protocol.diagnostics.get(uri, ())]


def found(name: str, text: str) -> list[tuple[lsp.Range, str]]:
    """Return what is wrong in an open file."""
    scan = scan_text(text, language="yaml")
    view = View(f"file:///project/{name}", 1, Analysis(scan), scan.lines, UTF_16)
    return [(item.range, item.message) for item in diagnose(view)]


@pytest.mark.asyncio
@pytest.mark.parametrize("capabilities", [able(), ASKING], ids=["push", "pull"])
async def test_a_wrong_file_that_is_in_use_is_told_of_until_it_is_mended(
    tmp_path: Path, capabilities: lsp.ClientCapabilities
) -> None:
    team, uri = tmp_path / NAME, (tmp_path / "app.py").as_uri()
    team.write_text(WRONG, encoding="utf-8")
    async with connect(capabilities=capabilities) as client:
        client.tell_open(uri, TEXT)
        await client.until(lambda: client.protocol.diagnostics.get(team.as_uri()) == (TROUBLE,))
        team.write_text(RIGHT, encoding="utf-8")
        client.tell_change(uri, TEXT, version=2)
        await client.until(lambda: client.protocol.diagnostics.get(team.as_uri()) == ())
        assert client.shown == []


@pytest.mark.asyncio
async def test_a_wrong_file_of_a_folder_is_told_of_before_any_document_is_open(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(WRONG, encoding="utf-8")
    async with connect(folders=(tmp_path,)) as client:
        await client.until(lambda: client.protocol.diagnostics == {(tmp_path / NAME).as_uri(): (TROUBLE,)})


@pytest.mark.asyncio
async def test_an_open_file_is_looked_at_as_it_is_written(tmp_path: Path) -> None:
    team = tmp_path / NAME
    team.write_text(WRONG, encoding="utf-8")
    async with connect(folders=(tmp_path,)) as client:
        await client.until(lambda: client.protocol.diagnostics)
        client.tell_open(team.as_uri(), f"# é😀\n{WRONG}", language="yaml")
        moved = evolve(TROUBLE, range=place(5, 2, 5, 37))
        await client.until(lambda: client.protocol.diagnostics == {team.as_uri(): (moved,)})
        assert (await client.change(team.as_uri(), RIGHT, version=2)).diagnostics == ()
        client.tell_close(team.as_uri())
        await client.until(lambda: client.protocol.diagnostics.get(team.as_uri()) == (TROUBLE,))


@pytest.mark.asyncio
async def test_a_client_that_asks_gets_the_trouble_of_an_open_file_as_an_answer(tmp_path: Path) -> None:
    team = tmp_path / NAME
    team.write_text(WRONG, encoding="utf-8")
    async with connect(capabilities=ASKING, folders=(tmp_path,)) as client:
        await client.until(lambda: client.protocol.diagnostics == {team.as_uri(): (TROUBLE,)})
        client.tell_open(team.as_uri(), WRONG, language="yaml")
        report = await client.ask_diagnostics(team.as_uri())
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert list(report.items) == [TROUBLE]
        assert client.protocol.diagnostics == {team.as_uri(): ()}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[project]\nname = "x"\n[tool.statuslens]\nstyle = "no"\n', 3),
        ('[tool.statuslens.rules]\nold-name = "off"\nold-nam = "off"\n', 2),
        ('[tool.statuslens]\nrules = {old-nam = "off"}\nvendors = []\n', 1),
        ('[[tool.statuslens.codes]]\ncode = "471"\nname = "a"\n[[tool.statuslens.codes]]\ncode = "472"\n', 3),
        (
            '[[tool.statuslens.codes]]\ncode = "471"\nname = "a"\n[[tool.statuslens.codes]]\ncode = "47"\nname = "b"\n',
            4,
        ),
        ("x = 1\n\n[tool.statuslens]\nstyle =\n", 3),
        ("[tool]\nstatuslens = 3\n", 1),
    ],
)
def test_the_line_of_a_toml_file_is_found(text: str, line: int) -> None:
    ((where, _),) = found("pyproject.toml", text)
    written = text.splitlines()[line]
    assert where == place(line, 0, line, len(written))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "[tool.black]\n"),
        ("pyproject.toml", "[tool\n"),
        (NAME, ""),
        (NAME, RIGHT),
        ("other.yaml", WRONG),
    ],
)
def test_what_is_no_wrong_team_file_has_no_trouble(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.asyncio
async def test_a_client_that_can_watches_team_files_and_manifests(tmp_path: Path) -> None:
    async with connect(capabilities=WATCHING, folders=(tmp_path,)) as client:
        await client.until(lambda: client.registered)
        watched = [lsp.FileSystemWatcher(f"**/{name}") for name in (NAME, *MANIFESTS)]
        assert {item.method: item.register_options for item in client.registered} == {
            lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: {"section": "statuslens"},
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: {
                "watchers": [{"globPattern": watcher.glob_pattern} for watcher in watched]
            },
        }
        uris = [(tmp_path / name).as_uri() for name in ("a.py", "b.py")]
        for uri in uris:
            await client.open(uri, TEXT)
        (tmp_path / NAME).write_text(RIGHT, encoding="utf-8")
        created = lsp.FileEvent((tmp_path / NAME).as_uri(), lsp.FileChangeType.Created)
        client.notify(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, lsp.DidChangeWatchedFilesParams([created]))
        error = [lsp.DiagnosticSeverity.Error]
        await client.until(lambda: [severities(client, uri) for uri in uris] == [error, error])


def happened(method: str, old: str, new: str) -> object:
    """Return how a client tells of a file that it saved, created, renamed or deleted."""
    match method:
        case lsp.TEXT_DOCUMENT_DID_SAVE:
            return lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(new))
        case lsp.WORKSPACE_DID_CREATE_FILES:
            return lsp.CreateFilesParams([lsp.FileCreate(new)])
        case lsp.WORKSPACE_DID_RENAME_FILES:
            return lsp.RenameFilesParams([lsp.FileRename(old, new)])
    return lsp.DeleteFilesParams([lsp.FileDelete(old)])


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "method",
    [
        lsp.TEXT_DOCUMENT_DID_SAVE,
        lsp.WORKSPACE_DID_CREATE_FILES,
        lsp.WORKSPACE_DID_RENAME_FILES,
        lsp.WORKSPACE_DID_DELETE_FILES,
    ],
)
async def test_without_watching_what_the_client_does_to_the_file_is_heard(tmp_path: Path, method: str) -> None:
    team, uri = tmp_path / NAME, (tmp_path / "app.py").as_uri()
    async with connect() as client:
        await client.open(uri, TEXT)
        before = severities(client, uri)
        team.write_text(RIGHT, encoding="utf-8")
        client.notify(lsp.TEXT_DOCUMENT_DID_SAVE, happened(lsp.TEXT_DOCUMENT_DID_SAVE, "", team.as_uri()))
        await client.until(lambda: severities(client, uri) == [lsp.DiagnosticSeverity.Error])
        team.unlink()
        if method in {lsp.TEXT_DOCUMENT_DID_SAVE, lsp.WORKSPACE_DID_CREATE_FILES}:
            team.write_text("rules: {unassigned-code: hint}\n", encoding="utf-8")
            before = [lsp.DiagnosticSeverity.Hint]
        client.notify(method, happened(method, team.as_uri(), team.with_suffix(".yaml").as_uri()))
        await client.until(lambda: severities(client, uri) == before)


@pytest.mark.asyncio
async def test_what_a_project_declares_is_read_again_when_it_is_saved(tmp_path: Path) -> None:
    """``old-name`` tells of a renamed constant only where the declared version has the new one."""
    manifest, uri = tmp_path / "pyproject.toml", (tmp_path / "app.py").as_uri()
    manifest.write_text('[project]\ndependencies = ["starlette>=0.40"]\n', encoding="utf-8")
    text = "from starlette import status\nanswer = status.HTTP_422_UNPROCESSABLE_ENTITY\n"
    async with connect() as client:
        assert (await client.open(uri, text)).diagnostics == ()
        manifest.write_text('[project]\ndependencies = ["starlette>=0.48"]\n', encoding="utf-8")
        saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(manifest.as_uri()))
        client.notify(lsp.TEXT_DOCUMENT_DID_SAVE, saved)
        await client.until(lambda: client.protocol.diagnostics[uri])
        assert [item.code for item in client.protocol.diagnostics[uri]] == ["old-name"]
