"""Where a constant gives way to a number, and where it stays."""

import pytest

from mending import mended
from statuslens.config.model import Style, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.rules.choice import choose

CHANGING = {
    "python, a comparison and a call": (
        "python",
        "from http import HTTPStatus\n\nfrom flask import abort\n\n"
        "if r.status_code == HTTPStatus.OK:\n    abort(HTTPStatus.CONFLICT)\n",
        "from http import HTTPStatus\n\nfrom flask import abort\n\nif r.status_code == 200:\n    abort(409)\n",
    ),
    "ruby, a symbol": ("ruby", "head :not_found\nfoo(:not_found)\n", "head 404\nfoo(:not_found)\n"),
    "java, a number's method": (
        "java",
        "import org.springframework.http.HttpStatus;\n\nclass A {\n"
        "    boolean f() { return r.getStatus() == HttpStatus.OK.value() && g(HttpStatus.OK); }\n}\n",
        "import org.springframework.http.HttpStatus;\n\nclass A {\n"
        "    boolean f() { return r.getStatus() == 200 && g(HttpStatus.OK); }\n}\n",
    ),
    "go, an import that is still used": (
        "go",
        'package x\n\nimport "net/http"\n\nfunc f(w http.ResponseWriter) { w.WriteHeader(http.StatusOK) }\n',
        'package x\n\nimport "net/http"\n\nfunc f(w http.ResponseWriter) { w.WriteHeader(200) }\n',
    ),
    "elixir, an atom": ("elixir", "Plug.Conn.put_status(conn, :gone)\n", "Plug.Conn.put_status(conn, 410)\n"),
}


@pytest.mark.parametrize(("language", "before", "after"), CHANGING.values(), ids=CHANGING)
def test_a_number_takes_a_constant_s_place(language: str, before: str, after: str) -> None:
    assert mended("prefer-number", before, language) == after


STAYING = {
    "an import that nothing would use": (
        "go",
        'package x\n\nimport "net/http"\n\nfunc f(w W) { w.WriteHeader(http.StatusOK) }\n',
    ),
    "what else a constant can": (
        "python",
        "from http import HTTPStatus\n\nprint(HTTPStatus.OK.phrase, HTTPStatus.OK)\n",
    ),
    "a member that is no number": (
        "csharp",
        "using System.Net;\n\nclass A { bool F() => r.StatusCode == HttpStatusCode.OK; }\n",
    ),
    "a name that only looks like one": ("python", "ok = r.status_code == MyStatus.NOT_FOUND\n"),
}


@pytest.mark.parametrize(("language", "text"), STAYING.values(), ids=STAYING)
def test_what_only_a_constant_can_be_stays(language: str, text: str) -> None:
    assert mended("prefer-number", text, language) == text


@pytest.mark.parametrize(
    ("style", "rules"),
    [(Style.CONSTANT, {"prefer-constant"}), (Style.NUMBER, {"prefer-number"}), (Style.LEAVE, set[str]())],
)
def test_only_the_rule_of_the_team_s_style_runs(style: Style, rules: set[str]) -> None:
    text = "from http import HTTPStatus\n\nok = r.status_code == 200 or r.status_code == HTTPStatus.CREATED\n"
    team = choose(TeamFile(style=style), ["all"])
    found = find(scan_text(text, language="python"), load_registry(), team)
    assert {finding.rule for finding in found} == rules
