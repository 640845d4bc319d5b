"""The editor's settings reach the server in three ways, and hold at once, for each folder by itself."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, able, connect, place
from statuslens_lsp.configuration import Configuration

TEXT = "import requests\nassert requests.get('x').status_code == 299\n"
ASKABLE = able(workspace=lsp.WorkspaceClientCapabilities(configuration=True))
RULES = {"rules": {"unassigned-code": "error"}}
HINT = lsp.DiagnosticSeverity.Hint
ERROR = lsp.DiagnosticSeverity.Error
WARNING = lsp.DiagnosticSeverity.Warning


def severity(client: Client, uri: str) -> lsp.DiagnosticSeverity | None:
    """Return how severe the one diagnostic of a document is, None where it has none."""
    return next((item.severity for item in client.protocol.diagnostics.get(uri, ())), None)


def levels(level: str) -> dict[str, Any]:
    return {"rules": {"unassigned-code": level}}


@pytest.mark.asyncio
@pytest.mark.parametrize("options", [RULES, {"statuslens": RULES}, {"settings": RULES}])
async def test_what_initialize_says_goes_over_the_team_file(tmp_path: Path, options: dict[str, Any]) -> None:
    (tmp_path / "statuslens.yaml").write_text("rules: {unassigned-code: hint}\n", encoding="utf-8")
    async with connect(options=options, folders=(tmp_path,)) as client:
        uri = (tmp_path / "app.py").as_uri()
        await client.open(uri, TEXT)
        assert severity(client, uri) is ERROR


@pytest.mark.asyncio
async def test_each_folder_has_the_settings_that_the_client_answers_for_it(tmp_path: Path) -> None:
    folders = tmp_path / "one", tmp_path / "two"
    for folder in folders:
        folder.mkdir()
    (folders[1] / "statuslens.yaml").write_text("rules: {unassigned-code: warning}\n", encoding="utf-8")
    settings: dict[str, dict[str, Any]] = {
        "": {"statuslens": None},
        folders[0].as_uri(): {"statuslens": {**levels("hint"), "style": None}},
        folders[1].as_uri(): {"statuslens": {"pushPause": 10}},
    }
    async with connect(capabilities=ASKABLE, folders=folders, options=RULES, settings=settings) as client:
        uris = [(folder / "app.py").as_uri() for folder in (*folders, tmp_path)]
        for uri in uris:
            await client.open(uri, TEXT)
        await client.until(lambda: [severity(client, uri) for uri in uris] == [HINT, ERROR, ERROR])
        client.protocol.set_configuration({"statuslens": levels("warning")}, scope_uri=folders[0].as_uri())
        client.notify(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, lsp.DidChangeConfigurationParams(settings=None))
        await client.until(lambda: [severity(client, uri) for uri in uris] == [WARNING, ERROR, ERROR])
        assert client.shown == []


@pytest.mark.asyncio
async def test_a_client_that_cannot_be_asked_sends_its_settings(tmp_path: Path) -> None:
    async with connect(options=levels("hint")) as client:
        uri = (tmp_path / "app.py").as_uri()
        await client.open(uri, TEXT)
        assert severity(client, uri) is HINT
        for settings, expected in (({"statuslens": RULES}, ERROR), (RULES, ERROR), ({}, HINT)):
            told = lsp.DidChangeConfigurationParams(settings=settings)
            client.notify(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, told)
            await client.until(lambda wanted=expected: severity(client, uri) is wanted)  # type: ignore[misc]


@pytest.mark.asyncio
async def test_what_cannot_be_used_is_told_in_one_message_and_once(tmp_path: Path) -> None:
    wrong = {"styl": "number", "vendors": ["ngins"], **RULES}
    settings = {"": {"statuslens": wrong}, tmp_path.as_uri(): {"statuslens": wrong}}
    log = tmp_path / "server.log"
    async with connect("--log-file", str(log), capabilities=ASKABLE, folders=(tmp_path,), settings=settings) as client:
        uri = (tmp_path / "app.py").as_uri()
        await client.open(uri, TEXT)
        await client.until(lambda: severity(client, uri) is ERROR)
        client.notify(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, lsp.DidChangeConfigurationParams(settings=None))
        await client.until(lambda: client.shown)
        await client.close(uri)
        assert client.shown == [
            "statuslens leaves out what it cannot use in the settings: "
            'styl: unknown key; did you mean "style"?; vendors[0]: unknown vendor "ngins"; did you mean "nginx"?'
        ]
    lines = log.read_text("utf-8").splitlines()
    assert [line.partition(" WARNING ")[2] for line in lines if "WARNING" in line] == [
        'a setting is left out: styl: unknown key; did you mean "style"?',
        'a setting is left out: vendors[0]: unknown vendor "ngins"; did you mean "nginx"?',
    ]


@pytest.mark.asyncio
async def test_a_folder_that_is_added_brings_its_settings(tmp_path: Path) -> None:
    settings = {"": {}, tmp_path.as_uri(): {"statuslens": RULES}}
    async with connect(capabilities=ASKABLE, settings=settings) as client:
        uri = (tmp_path / "app.py").as_uri()
        await client.open(uri, TEXT)
        before = severity(client, uri)
        folder = lsp.WorkspaceFolder(tmp_path.as_uri(), "new")
        for added, removed, expected in (([folder], [], ERROR), ([], [folder], before)):
            event = lsp.WorkspaceFoldersChangeEvent(added, removed)
            params = lsp.DidChangeWorkspaceFoldersParams(event)
            client.notify(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, params)
            await client.until(lambda wanted=expected: severity(client, uri) is wanted)  # type: ignore[misc]


@pytest.mark.parametrize(("settings", "is_other"), [({}, False), ({"style": "constant"}, True)])
def test_settings_that_say_nothing_new_for_a_folder_are_no_change(settings: object, *, is_other: bool) -> None:
    configuration = Configuration(RULES)
    assert configuration.take({"": None, "file:///shop": settings}) is is_other
    assert configuration.take({"": None}) is is_other


@pytest.mark.asyncio
async def test_a_client_that_asks_for_diagnostics_is_asked_to_do_so_again_when_settings_change(tmp_path: Path) -> None:
    capabilities = able(
        document=lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities()),
        workspace=lsp.WorkspaceClientCapabilities(
            diagnostics=lsp.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        ),
    )
    async with connect(capabilities=capabilities) as client:
        uri = (tmp_path / "app.py").as_uri()
        client.tell_open(uri, TEXT)
        client.notify(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, lsp.DidChangeConfigurationParams(settings=RULES))
        await client.until(lambda: client.protocol.diagnostic_refresh_count == 1)
        report = await client.ask_diagnostics(uri)
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert [item.severity for item in report.items] == [ERROR]


@pytest.mark.asyncio
async def test_inlay_hints_are_switched_on_and_off_at_once(tmp_path: Path) -> None:
    capabilities = able(
        workspace=lsp.WorkspaceClientCapabilities(
            inlay_hint=lsp.InlayHintWorkspaceClientCapabilities(refresh_support=True)
        )
    )
    async with connect(capabilities=capabilities, options={"inlayHints": False}) as client:
        refreshed: list[None] = []

        def refresh(params: None) -> None:
            refreshed.append(params)

        client.protocol.feature(lsp.WORKSPACE_INLAY_HINT_REFRESH)(refresh)
        uri = (tmp_path / "app.py").as_uri()
        await client.open(uri, TEXT.replace("299", "404"))
        params = lsp.InlayHintParams(lsp.TextDocumentIdentifier(uri), place(0, 0, 2, 0))
        assert await client.protocol.text_document_inlay_hint_async(params) == ()
        told = lsp.DidChangeConfigurationParams(settings={"inlayHints": True})
        client.notify(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, told)
        await client.until(lambda: refreshed)
        hints = await client.protocol.text_document_inlay_hint_async(params)
        assert [hint.label for hint in hints or ()] == ["Not Found"]
