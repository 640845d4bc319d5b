"""Which constants have a newer name that is surely there."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.registry.declared import Declared
from statuslens.rules import Finding, find


def found(text: str, language: str, *declared: tuple[str, str]) -> list[Finding]:
    findings = find(scan_text(text, language=language), load_registry(), declared=Declared(declared))
    return [item for item in findings if item.rule == "old-name"]


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


DECLARED = {
    "starlette": (
        "python",
        "from starlette import status\n\nSTATUS = status.HTTP_422_UNPROCESSABLE_ENTITY\n",
        ("pypi/starlette", "0.47.3", "0.48"),
        "HTTP_422_UNPROCESSABLE_CONTENT",
    ),
    "rack": ("ruby", "head :payload_too_large\n", ("gem/rack", "3.0.18", "3.1"), "content_too_large"),
    "spring": (
        "java",
        "import org.springframework.http.HttpStatus;\n\nclass A { Object refusal = HttpStatus.PAYLOAD_TOO_LARGE; }\n",
        ("gradle/org.springframework.boot", "3.5.0", "4.0.1"),
        "CONTENT_TOO_LARGE",
    ),
}


@pytest.mark.parametrize(("language", "text", "package", "newer"), DECLARED.values(), ids=DECLARED)
def test_an_old_name_is_told_where_the_declared_version_has_the_new_one(
    language: str, text: str, package: tuple[str, str, str], newer: str
) -> None:
    name, before, after = package
    told = [found(text, language, (name, version)) for version in (before, after)]
    assert [[item.message.endswith(f"{newer} takes its place.") for item in items] for items in told] == [[], [True]]


def test_the_standard_library_of_python_keeps_both_names() -> None:
    assert found("from http import HTTPStatus\n\nSTATUS = HTTPStatus.REQUEST_ENTITY_TOO_LARGE\n", "python") == []


def test_a_library_keeps_its_own_old_names() -> None:
    text = "package org.http4s.dsl\n\nimport org.http4s.Status\n\nval refused = Status.UnprocessableEntity\n"
    assert found(text, "scala") == []
