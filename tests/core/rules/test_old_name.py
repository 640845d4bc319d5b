"""Which constants have a newer name that is surely there."""

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, find


def found(text: str, language: str) -> list[Finding]:
    return [item for item in find(scan_text(text, language=language), load_registry()) if item.rule == "old-name"]


def test_a_fix_takes_the_newer_member() -> None:
    text = "import org.http4s.Status\n\nval refused = Status.UnprocessableEntity\n"
    (finding,) = found(text, "scala")
    assert finding.fix is not None
    assert not finding.fix.is_safe
    assert [edit.text for edit in finding.fix.edits] == ["Status.UnprocessableContent"]


def test_an_older_version_may_lack_the_new_name() -> None:
    texts = {
        "python": "from starlette import status\n\nSTATUS = status.HTTP_422_UNPROCESSABLE_ENTITY\n",
        "ruby": "head :unprocessable_entity\n",
        "elixir": "send_resp(conn, :unprocessable_entity, body)\n",
    }
    assert [found(text, language) for language, text in texts.items()] == [[], [], []]


def test_the_standard_library_of_python_keeps_both_names() -> None:
    assert found("from http import HTTPStatus\n\nSTATUS = HTTPStatus.REQUEST_ENTITY_TOO_LARGE\n", "python") == []


def test_a_library_keeps_its_own_old_names() -> None:
    text = "package org.http4s.dsl\n\nimport org.http4s.Status\n\nval refused = Status.UnprocessableEntity\n"
    assert found(text, "scala") == []
