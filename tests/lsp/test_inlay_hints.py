"""Inlay hints: the name behind a number that is a status, where the line does not say it."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import MARKDOWN, Client, place
from statuslens.recognise import scan_text
from statuslens_lsp.explanations import explain_at
from statuslens_lsp.views import Analysis

URI = "file:///project/app.py"
ALL = place(0, 0, 1000, 0)


def hint(uri: str, line: int, character: int, code: str, name: str) -> lsp.InlayHint:
    return lsp.InlayHint(lsp.Position(line, character), name, padding_left=True, data={"uri": uri, "code": code})


async def names_of(client: Client, text: str, language: str) -> list[lsp.InlayHintLabelPart | str]:
    client.tell_open(URI, text, language=language)
    return [found.label for found in await client.hints(URI, ALL) or ()]  # type: ignore[misc]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_number_that_is_a_status_gets_its_name(client: Client) -> None:
    client.tell_open(
        URI, 'import requests\nassert response.status_code in (200, 409)\nabout = {"é": 1, "status": "503"}\n'
    )
    assert await client.hints(URI, ALL) == (
        hint(URI, 1, 35, "200", "OK"),
        hint(URI, 1, 40, "409", "Conflict"),
        hint(URI, 2, 32, "503", "Service Unavailable"),
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_only_what_stands_in_the_asked_range_is_named(client: Client) -> None:
    client.tell_open(URI, "import requests\n" + "assert response.status_code == 409\n" * 5)
    asked = place(2, 0, 4, 0)
    assert await client.hints(URI, asked) == (
        hint(URI, 2, 34, "409", "Conflict"),
        hint(URI, 3, 34, "409", "Conflict"),
    )
    assert await client.hints("file:///project/unknown.py", asked) == ()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "import requests\nNOT_FOUND = 404\n"),
        ("python", "import requests\nassert response.status_code == 404  # not found\n"),
        ("python", 'import requests\nassert response.status_code == 413, "payload too large"\n'),
        ("python", "import requests\nHTTP_OK = 200\n"),
        ("python", "from http import HTTPStatus\nassert response.status_code in (HTTPStatus.GONE, 410)\n"),
        ("python", "from http import HTTPStatus\nassert response.status_code == HTTPStatus.GONE\n"),
        ("python", "import requests\nassert response.status_code < 500\n"),
        ("python", "import requests\nassert response.status_code // 100 == 4\n"),
        ("python", "import requests\nassert response.status_code == 299\n"),
        ("python", "import requests\ndelay = 404\n# answers with status 409\n"),
        ("http", "HTTP/1.1 404 Not Found\n"),
    ],
)
async def test_what_says_its_name_or_is_no_single_code_gets_no_hint(client: Client, language: str, text: str) -> None:
    assert await names_of(client, text, language) == []


@pytest.mark.asyncio(loop_scope="module")
async def test_a_name_on_another_line_does_not_count(client: Client) -> None:
    text = "import requests\n# not found\nassert response.status_code == 404\r# not found\n"
    assert await names_of(client, text, "python") == ["Not Found"]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_code_of_the_team_and_of_its_vendors_has_the_name_that_they_use(client: Client, tmp_path: Path) -> None:
    team = "vendors: [esri-arcgis]\ncodes: [{code: '471', name: Basket Expired}]\n"
    (tmp_path / "statuslens.yaml").write_text(team, encoding="utf-8")
    uri = (tmp_path / "app.py").as_uri()
    client.tell_open(uri, "import requests\nassert response.status_code in (471, 499)\n")
    assert await client.hints(uri, ALL) == (
        hint(uri, 1, 35, "471", "Basket Expired"),
        hint(uri, 1, 40, "499", "Token Required"),
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_a_hint_is_explained_when_the_client_asks_for_more(client: Client) -> None:
    text = "import requests\nassert response.status_code == 409\n"
    client.tell_open(URI, text)
    expected = hint(URI, 1, 34, "409", "Conflict")
    told = explain_at(text.index("409"), "409", Analysis(scan_text(text, language="python")), MARKDOWN)
    expected.tooltip = lsp.MarkupContent(MARKDOWN, told)
    assert await client.resolve_hint(hint(URI, 1, 34, "409", "Conflict")) == expected


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("data", [None, {"uri": "file:///project/closed.py", "code": "409"}, {"of": "another"}])
async def test_a_hint_that_is_not_ours_stays_as_it_is(client: Client, data: lsp.LSPAny) -> None:
    foreign = lsp.InlayHint(lsp.Position(0, 0), "x", data=data)
    assert await client.resolve_hint(foreign) == foreign
