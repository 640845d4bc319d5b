"""Where a status goes: which part of a text gives way to one, and where none goes."""

import pytest
from lsprotocol import types as lsp

from statuslens_lsp.slots import find_slot
from statuslens_lsp.texts import EditedText
from statuslens_lsp.views import Analysis, View

HTTP = "import requests\nresponse = requests.get('/')\n"
RAILS = "class ShopController < ApplicationController\n  def show\n    {}\n  end\nend\n"
GO = 'package shop\nimport "net/http"\nfunc f(w http.ResponseWriter, r *http.Request) {{\n\t{}\n}}\n'
OPENAPI = "openapi: 3.0.0\npaths:\n  /shop:\n    get:\n      responses:\n        {}:\n          description: none\n"


def slot_at(marked: str, language: str) -> tuple[str, str] | None:
    """Return what gives way to a status at the bar in a text, and what of it is typed; None where none goes."""
    before, _, after = marked.partition("|")
    text = EditedText(before + after, language)
    analysis = Analysis(text.scan(()), text=text)
    view = View("file:///shop", 1, analysis, text.lines, lsp.PositionEncodingKind.Utf32)
    slot = find_slot(view, view.range(len(before), len(before)).start)
    return (text.lines.text[slot.start : slot.end], slot.typed) if slot is not None else None


@pytest.mark.parametrize(
    ("marked", "language", "expected"),
    [
        pytest.param(f"{HTTP}assert response.status_code == |\n", "python", ("", ""), id="nothing typed"),
        pytest.param(f"{HTTP}assert response.status_code == 4|\n", "python", ("4", "4"), id="a digit"),
        pytest.param(f"{HTTP}assert response.status_code == 4|04\n", "python", ("404", "4"), id="in a number"),
        pytest.param(f"{HTTP}assert response.status_code == |404\n", "python", ("404", ""), id="before a number"),
        pytest.param(f"{HTTP}assert response.status_code == notf|\n", "python", ("notf", "notf"), id="a word"),
        pytest.param(f"{HTTP}assert response.status_code == too m|\n", "python", ("too m", "too m"), id="two words"),
        pytest.param(f"{HTTP}assert response.status_code == HTTPSt|\n", "python", ("HTTPSt",) * 2, id="a constant"),
        pytest.param(f"{HTTP}assert response.status_code in (200, |)\n", "python", ("", ""), id="an element"),
        pytest.param(f"{HTTP}assert response.status_code == '4|'\n", "python", ("4", "4"), id="in quotes"),
        pytest.param("from http import HTTPStatus\nassert HTTPStatus.OK == |", "python", ("", ""), id="at the end"),
        pytest.param("import fastapi\nraise fastapi.HTTPException(|\n", "python", ("", ""), id="not closed"),
        pytest.param(RAILS.format("head :not_f|"), "ruby", (":not_f", ":not_f"), id="a symbol"),
        pytest.param(RAILS.format("render json: {}, status: n|"), "ruby", ("n", "n"), id="a value behind a symbol"),
        pytest.param(GO.format("w.WriteHeader(n|)"), "go", ("n", "n"), id="go"),
        pytest.param(OPENAPI.format("'4|'"), "yaml", ("4", "4"), id="a key"),
        pytest.param("server {\n  location / { return 4|; }\n}\n", "nginx", ("4", "4"), id="a configuration"),
        pytest.param("<script>\nif (response.status === n|) {}\n</script>\n", "html", ("n", "n"), id="in a page"),
    ],
)
def test_what_is_typed_where_a_status_goes_gives_way(marked: str, language: str, expected: tuple[str, str]) -> None:
    assert slot_at(marked, language) == expected


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        pytest.param("timeout = 4|\n", "python", id="another number"),
        pytest.param(f"{HTTP}timeout = |\n", "python", id="another value"),
        pytest.param(f"{HTTP}respo|\n", "python", id="a statement"),
        pytest.param(f"{HTTP}|response\n", "python", id="before a word"),
        pytest.param(f"{HTTP}response.sta|\n", "python", id="a member"),
        pytest.param(f"{HTTP}assert response.status_code == HTTPStatus.NOT|\n", "python", id="a member of constants"),
        pytest.param(f"{HTTP}assert response.status_code == not f|\n", "python", id="a negation"),
        pytest.param(f"{HTTP}assert response.status_code < 4|\n", "python", id="a bound"),
        pytest.param(f"{HTTP}assert response.status_code in range(200, |)\n", "python", id="a bound of a range"),
        pytest.param(f"{HTTP}assert response.status_code // 100 == 4|\n", "python", id="a class"),
        pytest.param(f"{HTTP}# 40|\n", "python", id="a comment"),
        pytest.param(f"{HTTP}print('error 40|')\n", "python", id="a text"),
        pytest.param(f"{HTTP}print(status|=404)\n", "python", id="the name of an argument"),
        pytest.param(f"{HTTP}if| response.status_code == 404: pass\n", "python", id="a keyword"),
        pytest.param("<?php return new Response('', $st|);", "php", id="a variable"),
        pytest.param('127.0.0.1 - - [10/Oct/2026:13:55:36 +0000] "GET / HTTP/1.1" 4|\n', "log", id="a log"),
        pytest.param("status == 4|\n", "fortran", id="an unknown language"),
    ],
)
def test_elsewhere_nothing_gives_way(marked: str, language: str) -> None:
    assert slot_at(marked, language) is None
