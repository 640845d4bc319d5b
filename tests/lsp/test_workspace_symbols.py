"""Workspace symbols: where the statuses stand that a query is about."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, place
from statuslens.config.model import DEFAULTS
from statuslens_lsp.workspace_symbols import read_query
from trees import write_tree

FILES = {
    "app.py": "from http import HTTPStatus\n\nabort(409)\nabort(HTTPStatus.NOT_FOUND)\nassert s.status_code >= 500\n",
    "limits.yaml": "openapi: 3.1.0\npaths:\n  /x:\n    get:\n      responses:\n        4XX: {description: Refused}\n",
    "statuslens.yaml": "codes: [{code: '471', name: Basket Expired, meaning: Too old.}]\n",
    "shop.py": "abort(471)\n",
}


def symbol(folder: Path, file: str, name: str, where: lsp.Range, text: str | None = None) -> lsp.WorkspaceSymbol:
    kind = lsp.SymbolKind.Constant if text == "HTTPStatus.NOT_FOUND" else lsp.SymbolKind.Number
    return lsp.WorkspaceSymbol(lsp.Location((folder / file).as_uri(), where), name, kind, container_name=text)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_query_finds_numbers_constants_classes_and_codes_of_the_team(client: Client, tmp_path: Path) -> None:
    await client.begin_in(write_tree(tmp_path, FILES))
    conflict = symbol(tmp_path, "app.py", "409 Conflict", place(2, 6, 2, 9))
    missing = symbol(tmp_path, "app.py", "404 Not Found", place(3, 6, 3, 26), "HTTPStatus.NOT_FOUND")
    failed = symbol(tmp_path, "app.py", "500 Internal Server Error", place(4, 24, 4, 27))
    refused = symbol(tmp_path, "limits.yaml", "4xx Client Error", place(5, 8, 5, 11), "4XX")
    expired = symbol(tmp_path, "shop.py", "471 Basket Expired", place(0, 6, 0, 9))
    assert await client.workspace_symbols("409") == [conflict]
    assert await client.workspace_symbols("not found") == [missing]
    assert await client.workspace_symbols("NOT_FOUND") == [missing]
    assert await client.workspace_symbols(" 50") == [failed]
    assert await client.workspace_symbols("basket expired") == [expired]
    assert await client.workspace_symbols("nothing of the kind") == []
    assert await client.workspace_symbols("") == [conflict, missing, failed, refused, expired]
    of_class = await client.workspace_symbols("4XX")
    assert [item.name for item in of_class] == [
        "409 Conflict (4xx)",
        "404 Not Found (4xx)",
        "4xx Client Error (4xx)",
        "471 Basket Expired (4xx)",
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_no_more_symbols_are_told_than_anybody_looks_through(client: Client, tmp_path: Path) -> None:
    await client.begin_in(write_tree(tmp_path, {"a.py": "abort(409)\n" * 1_100}))
    assert len(await client.workspace_symbols("409")) == 1_000


@pytest.mark.parametrize(
    ("query", "meant", "others"),
    [
        ("", ("404", "4xx", "403.10"), ()),
        ("40", ("404", "400", "403.10"), ("4xx", "500")),
        ("403", ("403", "403.10"), ("404",)),
        ("5xx", ("500", "599", "5xx"), ("404", "4xx")),
        ("too many", ("429",), ("404",)),
        ("401 vs 403", ("401", "403"), ("404",)),
        ("nginx 499", ("499",), ("404",)),
        ("StatusNotFound", ("404",), ("403",)),
        ("retry", ("503", "429"), ("404",)),
    ],
)
def test_a_query_is_read_as_explain_reads_it(query: str, meant: tuple[str, ...], others: tuple[str, ...]) -> None:
    is_meant = read_query(query, [DEFAULTS])
    assert [code for code in (*meant, *others) if is_meant(code)] == list(meant)
