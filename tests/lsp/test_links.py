"""Document links: to the specification, and only where people read and do not program."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, able, connect, place

RFC = "https://www.rfc-editor.org/rfc/rfc9110.html#section-"
LOG = """\
127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 404 2326
127.0.0.1 - - [10/Oct/2000:13:55:37 -0700] "GET / HTTP/1.0" 499 12
127.0.0.1 - - [10/Oct/2000:13:55:38 -0700] "GET / HTTP/1.0" 200 2326
"""
OPENAPI = """\
openapi: 3.0.0
paths:
  /a:
    get:
      responses:
        '404': {description: nothing}
        4XX: {description: something}
        200: {description: fine}
x-example: {status: 404}
"""
TEAM = """\
codes: [{code: "471", name: Basket Expired}]
notes:
  - code: "404"
    note: Ask the shop, 410 at the most.
"""


def link(line: int, character: int, section: str) -> lsp.DocumentLink:
    return lsp.DocumentLink(place(line, character, line, character + 3), f"{RFC}{section}")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("language", "text", "links"),
    [
        ("log", LOG, (link(0, 60, "15.5.5"), link(2, 60, "15.3.1"))),
        ("http", "GET / HTTP/1.1\n\nHTTP/1.1 404 Not Found\n", (link(2, 9, "15.5.5"),)),
        ("hurl", "GET https://example.org\nHTTP 404\n", (link(1, 5, "15.5.5"),)),
        ("yaml", OPENAPI, (link(5, 9, "15.5.5"), link(7, 8, "15.3.1"))),
        ("json", '{"responses": {"404": {"description": "x"}}, "status": 404}', (link(0, 16, "15.5.5"),)),
        ("yaml", "answer: {status: 404}\n", ()),
        ("python", "import requests\nassert response.status_code == 404\n", ()),
        ("nginx", "return 404;\n", ()),
    ],
)
async def test_a_status_leads_to_the_specification_where_no_code_is_read(
    client: Client, language: str, text: str, links: tuple[lsp.DocumentLink, ...]
) -> None:
    uri = "file:///project/file"
    client.tell_open(uri, text, language=language)
    assert await client.links(uri) == links


@pytest.mark.asyncio(loop_scope="module")
async def test_the_codes_of_the_team_file_are_linked(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "statuslens.yaml").as_uri()
    client.tell_open(uri, TEAM, language="yaml")
    assert await client.links(uri) == (link(2, 11, "15.5.5"),)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_that_is_not_open_has_no_links(client: Client) -> None:
    assert await client.links("file:///project/unknown.log") == ()


@pytest.mark.asyncio
async def test_a_client_that_shows_tooltips_is_told_where_a_link_leads() -> None:
    links = lsp.DocumentLinkClientCapabilities(tooltip_support=True)
    able_to_tell = able(document=lsp.TextDocumentClientCapabilities(document_link=links))
    async with connect(capabilities=able_to_tell) as client:
        client.tell_open("file:///project/a.http", "HTTP/1.1 404 Not Found\n", language="http")
        (found,) = await client.links("file:///project/a.http") or ()
    assert found == lsp.DocumentLink(place(0, 9, 0, 12), f"{RFC}15.5.5", "404 Not Found, RFC 9110 §15.5.5")
