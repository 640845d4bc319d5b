"""References: every place in the workspace that means the status of a number."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, able, connect, place
from trees import write_tree

APP = "from http import HTTPStatus\n\nif answer.status_code == HTTPStatus.CONFLICT:\n    abort(409)\n"
SHOP = {
    "shop/app.py": APP,
    "shop/client.ts": "if (response.status === 409 || response.status === 404) retry();\n",
    "api.yaml": "openapi: 3.1.0\npaths:\n  /x:\n    get:\n      responses:\n        '409': {description: Taken}\n",
    "port.py": "connect(port=409)\n",
}
IN_APP = [place(2, 25, 2, 44), place(3, 10, 3, 13)]
SMALL = "abort(409)\n"
IN_SMALL = place(0, 6, 0, 9)


def at(folder: Path, name: str, *ranges: lsp.Range) -> list[lsp.Location]:
    return [lsp.Location((folder / name).as_uri(), item) for item in ranges]


async def places_of_409(client: Client) -> list[tuple[str, lsp.Range]]:
    """Ask in a document that is no file; return names and places in all others."""
    await client.open("untitled:a", SMALL)
    found = await client.references("untitled:a", 0, 7)
    assert found is not None
    assert found[-1] == lsp.Location("untitled:a", IN_SMALL)
    return [(Path(item.uri).name, item.range) for item in found[:-1]]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_number_has_references_of_every_kind_in_every_language(client: Client, tmp_path: Path) -> None:
    write_tree(tmp_path, SHOP)
    await client.begin_in(tmp_path)
    uri = (tmp_path / "shop" / "app.py").as_uri()
    await client.open(uri, APP)
    assert await client.references(uri, 3, 11) == [
        *at(tmp_path, "api.yaml", place(5, 9, 5, 12)),
        *at(tmp_path, "shop/app.py", *IN_APP),
        *at(tmp_path, "shop/client.ts", place(0, 24, 0, 27)),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_name_that_a_main_server_owns_has_none(client: Client, tmp_path: Path) -> None:
    await client.begin_in(write_tree(tmp_path, SHOP))
    uri = (tmp_path / "shop" / "app.py").as_uri()
    await client.open(uri, APP)
    assert await client.references(uri, 2, 40) is None
    assert await client.references(uri, 0, 0) is None
    await client.open("untitled:a.rb", "head :conflict\n", language="ruby")
    found = await client.references("untitled:a.rb", 0, 6)
    assert found is not None
    assert len(found) == 5


@pytest.mark.asyncio(loop_scope="module")
async def test_an_open_document_counts_as_it_is_shown_and_a_closed_one_as_it_is_on_disk(
    client: Client, tmp_path: Path
) -> None:
    await client.begin_in(write_tree(tmp_path, {"a.py": SMALL}))
    assert await places_of_409(client) == [("a.py", IN_SMALL)]
    uri = (tmp_path / "a.py").as_uri()
    await client.open(uri, f"\n{SMALL}")
    assert await places_of_409(client) == [("a.py", place(1, 6, 1, 9))]
    await client.change(uri, "abort(404)\n", version=2)
    assert await places_of_409(client) == []
    await client.close(uri)
    assert await places_of_409(client) == [("a.py", IN_SMALL)]


@pytest.mark.asyncio(loop_scope="module")
async def test_files_that_are_written_renamed_and_deleted_are_noticed(client: Client, tmp_path: Path) -> None:
    await client.begin_in(write_tree(tmp_path, {"a.py": SMALL, "b/b.py": SMALL}))
    assert await places_of_409(client) == [("a.py", IN_SMALL), ("b.py", IN_SMALL)]
    (tmp_path / "a.py").write_text(f"\n{SMALL}", encoding="utf-8")
    (tmp_path / "b").rename(tmp_path / "c")
    write_tree(tmp_path, {"d.py": SMALL})
    moved = [("a.py", place(1, 6, 1, 9)), ("b.py", IN_SMALL), ("d.py", IN_SMALL)]
    assert await places_of_409(client) == moved
    (tmp_path / "a.py").unlink()
    (tmp_path / "d.py").write_text("abort(404)\n", encoding="utf-8")
    assert await places_of_409(client) == [("b.py", IN_SMALL)]


@pytest.mark.asyncio
async def test_a_client_that_tells_of_changed_files_is_asked_to_and_believed(tmp_path: Path) -> None:
    watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    able_to_watch = able(workspace=lsp.WorkspaceClientCapabilities(did_change_watched_files=watching))
    write_tree(tmp_path, {"a.py": SMALL})
    async with connect(folders=(tmp_path,), capabilities=able_to_watch) as client:
        assert await places_of_409(client) == [("a.py", IN_SMALL)]
        (watched,) = (item for item in client.registered if item.id == "statuslens:files")
        assert watched.method == lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
        write_tree(tmp_path, {"b.py": SMALL})
        assert await places_of_409(client) == [("a.py", IN_SMALL)]
        client.tell_files((tmp_path / "b.py").as_uri())
        assert await places_of_409(client) == [("a.py", IN_SMALL), ("b.py", IN_SMALL)]
        (tmp_path / "a.py").unlink()
        unheeded = ("a.png", ".git/index", "node_modules/b/b.js")
        client.tell_files(*((tmp_path / name).as_uri() for name in unheeded))
        assert await places_of_409(client) == [("a.py", IN_SMALL), ("b.py", IN_SMALL)]
        deleted = lsp.DeleteFilesParams([lsp.FileDelete((tmp_path / "a.py").as_uri())])
        client.protocol.workspace_did_delete_files(deleted)
        assert await places_of_409(client) == [("b.py", IN_SMALL)]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("encoding", "character"),
    [
        (lsp.PositionEncodingKind.Utf8, 13),
        (lsp.PositionEncodingKind.Utf32, 10),
    ],
)
async def test_places_on_disk_are_in_the_clients_units(
    tmp_path: Path, encoding: lsp.PositionEncodingKind, character: int
) -> None:
    write_tree(tmp_path, {"a.py": "'\U0001f600';abort(409)\n"})
    async with connect(folders=(tmp_path,), capabilities=able(encodings=(encoding,))) as client:
        assert await places_of_409(client) == [("a.py", place(0, character, 0, character + 3))]


@pytest.mark.asyncio(loop_scope="module")
async def test_each_folder_has_its_own_team_file_and_one_that_is_wrong_stands_in_no_way(
    client: Client, tmp_path: Path
) -> None:
    write_tree(
        tmp_path,
        {
            "one/statuslens.yaml": "exclude: [left/]\ncontexts: [{call: refuse, argument: 0}]\n",
            "one/left/a.py": SMALL,
            "one/b.py": "refuse(409)\n",
            "one/inner/c.py": SMALL,
            "two/statuslens.yaml": "codes: [409]\n",
            "two/d.py": f"{SMALL}refuse(409)\n",
        },
    )
    folders = tmp_path / "one", tmp_path / "one" / "inner", tmp_path / "two", tmp_path / "nowhere"
    await client.begin_in(*folders)
    assert await places_of_409(client) == [
        ("b.py", place(0, 7, 0, 10)),
        ("c.py", IN_SMALL),
        ("d.py", IN_SMALL),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_without_a_folder_open_documents_are_all_there_is(client: Client) -> None:
    await client.begin_in()
    assert await places_of_409(client) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_an_answer_comes_in_parts_where_the_client_takes_them(client: Client, tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": SMALL * 450})
    await client.begin_in(tmp_path)
    await client.open("untitled:a", SMALL)
    assert await client.references("untitled:a", 0, 7, parts="parts") == []
    assert [len(part) for part in client.told["parts"]] == [200, 200, 51]
