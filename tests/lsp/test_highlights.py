"""Highlights: on a number, all places of the document that mean the same."""

import pytest
from lsprotocol import types as lsp

from lsp_client import Client, place
from statuslens.recognise import scan_text
from statuslens_lsp import highlights
from statuslens_lsp.views import Analysis, View

URI = "file:///project/app.py"
SOURCE = """\
import requests
from http import HTTPStatus

assert response.status_code in (404, 409, HTTPStatus.NOT_FOUND)
assert "é" and response.status_code != 404
assert response.status_code // 100 == 4
width = 404
# answers with status 404
"""
NOT_FOUND = (place(3, 32, 3, 35), place(3, 42, 3, 62), place(4, 39, 4, 42))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("line", "character", "places"),
    [
        (3, 32, NOT_FOUND),
        (4, 40, NOT_FOUND),
        (3, 37, (place(3, 37, 3, 40),)),
        (5, 38, (place(5, 38, 5, 39),)),
        (3, 50, ()),
        (6, 9, ()),
        (7, 23, ()),
        (0, 0, ()),
        (1000, 0, ()),
    ],
)
async def test_a_number_shows_where_else_the_code_stands_and_a_name_is_left_to_its_own_server(
    client: Client, line: int, character: int, places: tuple[lsp.Range, ...]
) -> None:
    client.tell_open(URI, SOURCE)
    assert await client.highlights(URI, line, character) == tuple(map(lsp.DocumentHighlight, places))


@pytest.mark.asyncio(loop_scope="module")
async def test_the_keys_of_openapi_are_highlighted_too(client: Client) -> None:
    text = "paths: {/a: {get: {responses: {'404': {description: x}}}}}\nanswer: {status: 404}\n"
    client.tell_open(URI, text, language="yaml")
    found = tuple(map(lsp.DocumentHighlight, (place(0, 32, 0, 35), place(1, 17, 1, 20))))
    assert await client.highlights(URI, 1, 18) == found


def test_of_more_places_than_one_answer_holds_the_nearest_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlights, "MOST_PLACES", 4)
    text = 'a "GET / HTTP/1.1" 404 1\n' * 9
    scan = scan_text(text, language="log")
    view = View(URI, 1, Analysis(scan), scan.lines, lsp.PositionEncodingKind.Utf16)
    for line, lines in ((0, [0, 1, 2, 3]), (5, [3, 4, 5, 6]), (8, [6, 7, 8])):
        found = highlights.find_highlights(view, lsp.Position(line, 19))
        assert [item.range.start.line for item in found] == lines


@pytest.mark.asyncio(loop_scope="module")
async def test_a_document_that_is_not_open_has_no_highlights(client: Client) -> None:
    assert await client.highlights("file:///project/unknown.py", 0, 0) == ()
