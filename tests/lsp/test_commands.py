"""Commands: explain a query, open a specification."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from lsp_client import Client, able, connect, place
from statuslens.config.template import TEMPLATE
from statuslens.explain import explain
from statuslens.explain.markdown import to_markdown
from statuslens.explain.typeahead import suggest
from statuslens.registry import load_registry
from statuslens_lsp.plain_text import to_plain_text
from trees import write_tree

SPECIFICATION = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"


EDITS = lsp.WorkspaceEditClientCapabilities(
    document_changes=True, resource_operations=[lsp.ResourceOperationKind.Create]
)
EDITING = able(workspace=lsp.WorkspaceClientCapabilities(workspace_edit=EDITS))


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
async def test_a_command_that_there_is_not_is_refused_with_those_that_there_are(client: Client) -> None:
    with pytest.raises(
        JsonRpcInvalidParams, match=r"no command statuslens\.nothing; there are statuslens\.createTeamFile"
    ):
        await client.command("statuslens.nothing")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("arguments", [(), (None,), (True,), ({"query": "404"},)])
@pytest.mark.parametrize("command", ["explain", "openSpecification", "places", "search"])
async def test_arguments_that_are_no_query_are_refused(
    client: Client, command: str, arguments: tuple[object, ...]
) -> None:
    with pytest.raises(JsonRpcInvalidParams, match=f"statuslens.{command} takes a text such as"):
        await client.command(f"statuslens.{command}", *arguments)


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


@pytest.mark.asyncio(loop_scope="module")
async def test_what_can_be_meant_is_offered_while_one_types(client: Client, tmp_path: Path) -> None:
    for typed in ("", "too man", "StatusNotF", "401 vs 403"):
        expected = [
            {
                "query": item.query,
                "title": item.title,
                "label": item.label,
                "text": item.text,
                "constant": item.constant,
            }
            for item in suggest(typed, load_registry())
        ]
        assert await client.command("statuslens.search", typed) == expected
    write_tree(tmp_path, {"statuslens.yaml": "codes: [{code: '471', name: Basket Expired, meaning: Too old.}]\n"})
    (own,) = await client.command("statuslens.search", "basket", {"uri": tmp_path.as_uri()})
    assert own["title"] == "471 Basket Expired"


@pytest.mark.asyncio(loop_scope="module")
async def test_the_codes_of_the_workspace_are_counted_and_their_places_listed(client: Client, tmp_path: Path) -> None:
    files = {
        "app.py": "from http import HTTPStatus\n\nabort(409)\nabort(HTTPStatus.CONFLICT)\nabort(471)\n",
        "statuslens.yaml": "codes: [{code: '471', name: Basket Expired, meaning: Too old.}]\n",
    }
    await client.begin_in(write_tree(tmp_path, files))
    assert await client.command("statuslens.usages") == [
        {"code": "409", "title": "409 Conflict", "places": 2},
        {"code": "471", "title": "471 Basket Expired", "places": 1},
    ]
    uri = (tmp_path / "app.py").as_uri()
    number = {"start": {"line": 2, "character": 6}, "end": {"line": 2, "character": 9}}
    constant = {"start": {"line": 3, "character": 6}, "end": {"line": 3, "character": 25}}
    assert await client.command("statuslens.places", "409") == [
        {"uri": uri, "range": number, "text": "409"},
        {"uri": uri, "range": constant, "text": "HTTPStatus.CONFLICT"},
    ]
    assert await client.command("statuslens.places", "404") == []
    await client.begin_in()


@pytest.mark.asyncio
async def test_a_team_file_is_begun_where_there_is_none(tmp_path: Path) -> None:
    asked: list[lsp.ApplyWorkspaceEditParams] = []

    def apply(params: lsp.ApplyWorkspaceEditParams) -> lsp.ApplyWorkspaceEditResult:
        asked.append(params)
        return lsp.ApplyWorkspaceEditResult(applied=True)

    (tmp_path / ".git").mkdir()
    uri = (tmp_path / "statuslens.yaml").as_uri()
    async with connect(capabilities=EDITING, folders=(tmp_path,)) as client:
        client.answer(lsp.WORKSPACE_APPLY_EDIT, apply)
        assert await client.command("statuslens.createTeamFile") == {"uri": uri, "created": True}
        ((created, written),) = [params.edit.document_changes or () for params in asked]
        assert created == lsp.CreateFile(uri)
        assert isinstance(written, lsp.TextDocumentEdit)
        assert list(written.edits) == [lsp.TextEdit(place(0, 0, 0, 0), TEMPLATE)]
        (tmp_path / "statuslens.yaml").write_text(TEMPLATE, "utf-8")
        (tmp_path / "shop").mkdir()
        answer = await client.command("statuslens.createTeamFile", (tmp_path / "shop").as_uri())
        assert (answer, len(asked)) == ({"uri": uri, "created": False}, 1)


@pytest.mark.asyncio
@pytest.mark.parametrize("is_able", [True, False])
async def test_a_team_file_that_the_editor_does_not_make_is_told_of(tmp_path: Path, *, is_able: bool) -> None:
    (tmp_path / ".git").mkdir()
    async with connect(capabilities=EDITING if is_able else able()) as client:
        client.answer(
            lsp.WORKSPACE_APPLY_EDIT,
            lambda _: lsp.ApplyWorkspaceEditResult(applied=False, failure_reason="the disk is full"),
        )
        with pytest.raises(JsonRpcInvalidParams, match="disk is full" if is_able else "this editor makes no files"):
            await client.command("statuslens.createTeamFile", tmp_path.as_uri())
        with pytest.raises(JsonRpcInvalidParams, match="needs a folder"):
            await client.command("statuslens.createTeamFile")
