"""A session as a whole: its log, many and large documents, and the URIs that clients write."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, connect
from statuslens_lsp.projects import path_of

ODD = "import requests\nassert requests.get('x').status_code == 299\n"
MEGABYTES_20 = ODD + "# nothing to see in this line\n" * 700_000


def told(client: Client) -> list[tuple[lsp.MessageType, str]]:
    """Return what the client was told of the log."""
    return [(item.type, item.message) for item in client.protocol.log_messages]


@pytest.mark.asyncio
async def test_the_client_is_told_of_the_log_as_far_as_its_trace_goes(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    ignored = "ignored a change of file:///never.py, which is not open here"
    team = tmp_path / "statuslens.yaml"
    async with connect("--log-file", str(log), trace=lsp.TraceValue.Off) as client:
        client.tell_change("file:///never.py", ODD, version=2)
        client.notify(lsp.SET_TRACE, lsp.SetTraceParams(lsp.TraceValue.Messages))
        client.tell_change("file:///never.py", ODD, version=3)
        team.write_text("styl: number\n", encoding="utf-8")
        client.tell_open((tmp_path / "app.py").as_uri(), ODD)
        left_out = f'the team file is left out: {team}:1: styl: unknown key; did you mean "style"?'
        await client.until(lambda: told(client))
        client.notify(lsp.SET_TRACE, lsp.SetTraceParams(lsp.TraceValue.Off))
        client.tell_change("file:///never.py", ODD, version=4)
        await client.until(lambda: len(client.protocol.log_messages) > 1)
        assert told(client) == [(lsp.MessageType.Info, ignored), (lsp.MessageType.Warning, left_out)]
    written = [line.split(" ", 3)[2:] for line in log.read_text("utf-8").splitlines()]
    assert written == [["INFO", ignored], ["INFO", ignored], ["WARNING", left_out], ["INFO", ignored]]


@pytest.mark.asyncio
async def test_a_verbose_trace_tells_of_each_message() -> None:
    async with connect(trace=lsp.TraceValue.Verbose) as client:
        assert await client.hover("file:///nowhere.py", 0, 0) is None
        await client.until(lambda: (lsp.MessageType.Debug, "received textDocument/hover") in told(client))


@pytest.mark.asyncio
async def test_a_thousand_documents_are_open_at_once(tmp_path: Path) -> None:
    uris = [(tmp_path / f"app{number}.py").as_uri() for number in range(1_000)]
    async with connect() as client:
        for uri in uris:
            client.tell_open(uri, ODD)
        await client.until(lambda: len(client.protocol.diagnostics) == len(uris))
        assert all(len(found) == 1 for found in client.protocol.diagnostics.values())
        (tmp_path / "statuslens.yaml").write_text("rules: {unassigned-code: off}\n", encoding="utf-8")
        client.tell_change(uris[0], ODD, version=2)
        await client.until(lambda: not any(client.protocol.diagnostics.values()))
        for uri in uris:
            client.tell_close(uri)
        assert await client.hover(uris[0], 1, 42) is None
        assert client.shown == []


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_of_20_megabytes_is_kept_and_not_looked_at(client: Client) -> None:
    uri = "file:///project/huge.py"
    assert (await client.open(uri, MEGABYTES_20)).diagnostics == ()
    nothing = lsp.TextDocumentContentChangePartial(
        lsp.Range(lsp.Position(2, 0), lsp.Position(800_000, 0)), "answer = 1\n"
    )
    client.tell_changes(uri, [nothing], version=2)
    (found,) = (await client.diagnostics()).diagnostics
    assert found.range.start == lsp.Position(1, 40)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///project/app.py", "/project/app.py"),
        ("FILE:///project/a%20b.py", "/project/a b.py"),
        ("file:///c%3A/project/app.py", "c:/project/app.py"),
        ("file:///C:/project/app.py", "c:/project/app.py"),
        ("file://server/share/app.py", "//server/share/app.py"),
        ("file://[/app.py", None),
        ("file:///a%00b.py", None),
        ("untitled:Untitled-1", None),
        ("vscode-notebook-cell:/project/a.ipynb#c1", None),
        ("", None),
    ],
)
def test_the_path_of_a_document(uri: str, path: str | None) -> None:
    found = path_of(uri)
    assert (found and found.replace("\\", "/")) == path


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    "uri", ["file:///a%00b/app.py", "file://[/app.py", f"file:///{'a' * 5_000}/app.py", "file:///a%FFb.py", "file:"]
)
async def test_a_path_that_cannot_be_is_no_trouble(client: Client, uri: str) -> None:
    assert len((await client.open(uri, ODD)).diagnostics) == 1
    assert (await client.close(uri)).uri == uri
