"""Workspace diagnostics: a question is kept until the client does not know the answer."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, able, connect, place
from trees import write_tree

FINE = "abort(404)\n"
ODD = "abort(533)\n"
ODDER = "abort(533)\nabort(534)\n"
URIS = "file:///project/a.py", "file:///project/b.py"
CAPABILITIES = able(document=lsp.TextDocumentClientCapabilities(diagnostic=lsp.DiagnosticClientCapabilities()))
WHOLE = {"diagnosticsScope": "workspace"}


def ids(report: lsp.WorkspaceDiagnosticReport) -> dict[str, str | None]:
    return {item.uri: item.result_id for item in report.items}


def told(report: lsp.WorkspaceDiagnosticReport) -> Mapping[str, list[lsp.Range] | None]:
    """Return where something is wrong, by URI; None where that is as before."""
    return {
        item.uri: [found.range for found in item.items]
        if isinstance(item, lsp.WorkspaceFullDocumentDiagnosticReport)
        else None
        for item in report.items
    }


async def is_kept(client: Client, asked: Any) -> bool:
    """Tell whether a question is still without an answer when others that came later have theirs."""
    await client.hover(URIS[0], 0, 0)
    await client.ask_diagnostics(URIS[0])
    return not asked.done()


@pytest.mark.asyncio
async def test_a_question_is_answered_once_for_each_change_and_kept_in_between() -> None:
    first, second = URIS
    async with connect(capabilities=CAPABILITIES) as client:
        asked = client.ask_workspace()
        assert await is_kept(client, asked)
        client.tell_open(first, FINE)
        assert await is_kept(client, asked)
        client.tell_open(second, ODD)
        report = await asked
        (item,) = report.items
        document = await client.ask_diagnostics(second)
        assert isinstance(document, lsp.RelatedFullDocumentDiagnosticReport)
        assert item == lsp.WorkspaceFullDocumentDiagnosticReport(
            second, document.items, version=1, result_id=document.result_id
        )
        known = ids(report)
        asked = client.ask_workspace(known)
        assert await is_kept(client, asked)
        client.tell_change(second, FINE, f"{ODD}# as before\n", version=2)
        assert await is_kept(client, asked)
        client.tell_change(first, ODDER, version=2)
        report = await asked
        assert told(report) == {first: [place(0, 6, 0, 9), place(1, 6, 1, 9)], second: None}
        known |= ids(report)
        asked = client.ask_workspace(known)
        client.tell_close(second)
        report = await asked
        assert told(report) == {first: None, second: []}
        known |= ids(report)
        asked = client.ask_workspace(known)
        assert await is_kept(client, asked)
        client.tell_close(first)
        assert told(await asked) == {first: [], second: None}


@pytest.mark.asyncio
async def test_an_answer_comes_in_parts_where_the_client_takes_them() -> None:
    async with connect(capabilities=CAPABILITIES) as client:
        for uri in URIS:
            client.tell_open(uri, ODD)
        assert told(await client.ask_workspace(parts="parts")) == {}
        (part,) = client.told["parts"]
        assert [item["uri"] for item in part["items"]] == list(URIS)


@pytest.mark.asyncio
async def test_a_question_that_is_kept_does_not_stand_in_the_way_of_the_end() -> None:
    async with connect(capabilities=CAPABILITIES) as client:
        asked = client.ask_workspace()
        assert await is_kept(client, asked)
    assert told(await asked) == {}


@pytest.mark.asyncio
async def test_files_that_are_not_open_are_told_of_where_the_settings_ask_for_it(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": ODDER, "b.py": ODD, "c.py": FINE})
    first, second, third = ((tmp_path / name).as_uri() for name in ("a.py", "b.py", "c.py"))
    async with connect(capabilities=CAPABILITIES, folders=(tmp_path,), options=WHOLE) as client:
        report = await client.ask_workspace()
        assert told(report) == {first: [place(0, 6, 0, 9), place(1, 6, 1, 9)], second: [place(0, 6, 0, 9)]}
        client.tell_open(first, ODDER)
        document = await client.ask_diagnostics(first)
        assert isinstance(document, lsp.RelatedFullDocumentDiagnosticReport)
        assert list(document.items) == list(report.items[0].items)
        known = ids(report)
        asked = client.ask_workspace(known)
        assert await is_kept(client, asked)
        write_tree(tmp_path, {"c.py": ODD})
        client.tell_files(third)
        report = await asked
        assert told(report) == {first: None, second: None, third: [place(0, 6, 0, 9)]}
        known |= ids(report)
        asked = client.ask_workspace(known)
        write_tree(tmp_path, {"b.py": FINE})
        client.tell_files(second)
        report = await asked
        assert told(report) == {first: None, second: [], third: None}
        known |= ids(report)
        asked = client.ask_workspace(known)
        client.tell_change(first, FINE, version=2)
        assert told(await asked) == {first: [], second: None, third: None}


@pytest.mark.asyncio
async def test_what_a_team_file_says_anew_is_told_of_files_that_are_not_open(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": ODD})
    uri = (tmp_path / "a.py").as_uri()
    async with connect(capabilities=CAPABILITIES, folders=(tmp_path,), options=WHOLE) as client:
        report = await client.ask_workspace()
        asked = client.ask_workspace(ids(report))
        write_tree(tmp_path, {"statuslens.yaml": "rules: {unassigned-code: off}\n"})
        client.tell_files((tmp_path / "statuslens.yaml").as_uri())
        assert told(await asked) == {uri: []}


@pytest.mark.long
@pytest.mark.asyncio
async def test_who_asks_again_after_the_answer_hears_nothing_in_a_minute_without_a_change(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": ODD})
    async with connect(capabilities=CAPABILITIES, folders=(tmp_path,), options=WHOLE) as client:
        known = ids(await client.ask_workspace())
        again = lsp.WorkspaceDiagnosticParams([lsp.PreviousResultId(uri, str(value)) for uri, value in known.items()])
        asked = asyncio.ensure_future(client.protocol.workspace_diagnostic_async(again))
        answered, _ = await asyncio.wait([asked], timeout=60)
    assert (list(known), answered) == ([(tmp_path / "a.py").as_uri()], set())
