"""Commands: explain a query, open a specification."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from lsp_client import Client, able, connect
from statuslens.explain import explain
from statuslens.explain.markdown import to_markdown
from statuslens.registry import load_registry
from statuslens_lsp.plain_text import to_plain_text
from trees import write_tree

SPECIFICATION = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("query", ["404", "too many", "401 vs 403", "teapot, 299", "no such thing", 404])
async def test_a_query_is_answered_in_both_forms(client: Client, query: str | int) -> None:
    answers = explain(str(query), load_registry())
    assert await client.command("statuslens.explain", query) == {
        "markdown": "\n\n---\n\n".join(map(to_markdown, answers)),
        "text": "\n\n".join(map(to_plain_text, answers)),
    }


@pytest.mark.asyncio(loop_scope="module")
async def test_the_team_file_of_a_document_or_of_the_folder_counts(client: Client, tmp_path: Path) -> None:
    write_tree(tmp_path, {"statuslens.yaml": "codes: [{code: '471', name: Basket Expired, meaning: Too old.}]\n"})
    other = await client.command("statuslens.explain", "471")
    assert "Basket" not in other["text"]
    own = await client.command("statuslens.explain", "471", {"uri": (tmp_path / "a.py").as_uri()})
    assert own["text"].startswith("471 Basket Expired")
    await client.begin_in(tmp_path)
    assert await client.command("statuslens.explain", "471") == own
    await client.begin_in()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("arguments", [(), (None,), (True,), ({"query": "404"},)])
@pytest.mark.parametrize("command", ["statuslens.explain", "statuslens.openSpecification"])
async def test_arguments_that_are_no_query_are_refused(
    client: Client, command: str, arguments: tuple[object, ...]
) -> None:
    with pytest.raises(JsonRpcInvalidParams, match=f"{command} takes a text such as"):
        await client.command(command, *arguments)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("code", "address"), [("404", SPECIFICATION), ("499", None), ("299", None), ("x", None)])
async def test_the_address_of_a_specification_is_told(client: Client, code: str, address: str | None) -> None:
    assert await client.command("statuslens.openSpecification", code) == address


@pytest.mark.asyncio
async def test_an_editor_that_can_is_asked_to_show_it() -> None:
    opened: list[lsp.ShowDocumentParams] = []

    def show(params: lsp.ShowDocumentParams) -> lsp.ShowDocumentResult:
        opened.append(params)
        return lsp.ShowDocumentResult(success=True)

    window = lsp.WindowClientCapabilities(show_document=lsp.ShowDocumentClientCapabilities(support=True))
    async with connect(capabilities=able(window=window)) as client:
        client.answer(lsp.WINDOW_SHOW_DOCUMENT, show)
        assert await client.command("statuslens.openSpecification", "404") == SPECIFICATION
        assert opened == [lsp.ShowDocumentParams(SPECIFICATION, external=True)]
        answer = await client.command("statuslens.explain", "404", {"show": True})
        assert client.shown == [answer["text"]]
