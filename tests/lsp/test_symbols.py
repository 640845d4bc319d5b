"""Document symbols: the statuses of a document, class by class."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types as lsp

from lsp_client import Client, able, connect, place

URI = "file:///project/app.py"
SOURCE = """\
import requests
from http import HTTPStatus

assert response.status_code in (409, HTTPStatus.NOT_FOUND, 200)
assert response.status_code // 100 == 4 or response.status_code < 500
assert response.status_code in (499, 666)
"""
NUMBER, CONSTANT = lsp.SymbolKind.Number, lsp.SymbolKind.Constant
STATUSES = [
    ("2xx Successful", "200 OK", NUMBER, "status", place(3, 59, 3, 62)),
    ("4xx Client Error", "409 Conflict", NUMBER, "status", place(3, 32, 3, 35)),
    ("4xx Client Error", "404 Not Found", CONSTANT, "constant", place(3, 37, 3, 57)),
    ("4xx Client Error", "4xx Client Error", NUMBER, "class", place(4, 38, 4, 39)),
    ("4xx Client Error", "499 Client Closed Request", NUMBER, "status", place(5, 32, 5, 35)),
    ("5xx Server Error", "500 Internal Server Error", NUMBER, "bound", place(4, 66, 4, 69)),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tree_client() -> AsyncIterator[Client]:
    symbols = lsp.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True)
    able_to_nest = able(document=lsp.TextDocumentClientCapabilities(document_symbol=symbols))
    async with connect(capabilities=able_to_nest) as connected:
        yield connected


@pytest.mark.asyncio(loop_scope="module")
async def test_a_client_with_trees_gets_classes_with_their_statuses_below(tree_client: Client) -> None:
    tree_client.tell_open(URI, SOURCE)
    classes: dict[str, list[lsp.DocumentSymbol]] = {}
    for status_class, name, kind, detail, where in STATUSES:
        classes.setdefault(status_class, []).append(lsp.DocumentSymbol(name, kind, where, where, detail))
    assert await tree_client.symbols(URI) == [
        lsp.DocumentSymbol(name, lsp.SymbolKind.Namespace, items[0].range, items[0].range, children=tuple(items))
        for name, items in classes.items()
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_client_without_trees_gets_a_list(client: Client) -> None:
    client.tell_open(URI, SOURCE)
    assert await client.symbols(URI) == [
        lsp.SymbolInformation(lsp.Location(URI, where), name, kind, container_name=status_class)
        for status_class, name, kind, _, where in STATUSES
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_what_has_no_status_has_no_symbols(client: Client, tree_client: Client) -> None:
    for each in (client, tree_client):
        each.tell_open(URI, "width = 404\n")
        assert await each.symbols(URI) == []
        assert await each.symbols("file:///project/unknown.py") == []


@pytest.mark.asyncio(loop_scope="module")
async def test_the_list_has_a_name_beside_those_of_other_servers(client: Client) -> None:
    assert client.initialized.capabilities.document_symbol_provider == lsp.DocumentSymbolOptions(label="statuslens")
