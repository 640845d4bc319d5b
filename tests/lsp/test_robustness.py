"""What clients do wrong or oddly is no trouble of the user's."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcMethodNotFound

from lsp_client import Client, connect

ODD = "import requests\nif requests.get('x').status_code == 299:\n    pass\n"


async def still_answers(client: Client, uri: str = "file:///project/fine.py") -> bool:
    """Tell whether a new document gets its diagnostic, the first thing published since."""
    published = await client.open(uri, ODD)
    return published.uri == uri and len(published.diagnostics) == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_that_was_never_opened_is_passed_over(client: Client) -> None:
    uri = "file:///project/never-opened.py"
    client.tell_change(uri, ODD, version=2)
    client.tell_close(uri)
    assert await client.hover(uri, 1, 36) is None
    assert await still_answers(client)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_position_out_of_range_has_no_hover(client: Client) -> None:
    uri = "file:///project/short.py"
    await client.open(uri, ODD)
    places = [(1, 1_000_000), (1_000_000, 0), (2**31 - 1, 2**31 - 1)]
    assert [await client.hover(uri, *place) for place in places] == [None, None, None]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("language", ["klingon", "", "plaintext"])
async def test_an_unknown_language_has_nothing_to_explain(client: Client, language: str) -> None:
    uri = f"file:///project/{language}"
    assert await client.open(uri, ODD, language=language) == lsp.PublishDiagnosticsParams(uri, (), version=1)
    assert await client.hover(uri, 1, 36) is None


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("uri", ["git:/project/app.py?ref=HEAD", "vscode-vfs://github/project/app.py", "no uri at all"])
async def test_documents_of_other_schemes_are_left_alone(client: Client, uri: str) -> None:
    client.tell_open(uri, ODD)
    client.tell_change(uri, ODD, version=2)
    assert await client.hover(uri, 1, 36) is None
    client.tell_close(uri)
    assert await still_answers(client)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "file:///C%3A/project/app.py", "FILE:///project/a.py"])
async def test_unsaved_documents_and_windows_paths_are_looked_at(client: Client, uri: str) -> None:
    assert await still_answers(client, uri)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_of_several_megabytes_is_looked_at(client: Client) -> None:
    uri = "file:///project/big.py"
    published = await client.open(uri, ODD + "names = ['one', 'two', 'three']\n" * 100_000)
    assert len(published.diagnostics) == 1
    hover = await client.hover(uri, 1, 36)
    assert hover is not None


@pytest.mark.asyncio(loop_scope="module")
async def test_text_that_no_encoding_can_hold_is_looked_at(client: Client) -> None:
    published = await client.open("file:///project/surrogate.py", ODD.replace("'x'", "'\ud83d'"))
    assert [diagnostic.range for diagnostic in published.diagnostics] == [
        lsp.Range(lsp.Position(1, 36), lsp.Position(1, 39))
    ]


@pytest.mark.asyncio
async def test_an_unknown_request_is_refused_and_gets_one_line_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    async with connect("--log-file", str(log)) as client:
        with pytest.raises(JsonRpcMethodNotFound, match="statuslens/nothing"):
            await client.request("statuslens/nothing")
        assert await still_answers(client)
    assert client.shown == []
    (line,) = log.read_text("utf-8").splitlines()
    assert line.partition(" ERROR ")[2] == "a request could not be answered: Method Not Found: statuslens/nothing"
