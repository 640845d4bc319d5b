"""obsolete-code: a code in use, and one that is only listed."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find

CODES = [status.code for status in load_registry()]
ALL = "STATUS_CODES = {\n" + "".join(f"    {code}: 'status {code}',\n" for code in CODES) + "}\n"


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(item.rule, item.code) for item in find(scan_text(text, language=language), load_registry())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", ALL + "assert response.status_code == 305\n"),
        ("python", ALL + "assert response.status_code == 499\n"),
        ("javascript", "const redirectStatuses = [301, 302, 305, 307];\n"),
        ("javascript", "switch (response.statusCode) {\n  case 302:\n  case 305:\n    follow();\n}\n"),
    ],
    ids=["catalogue", "catalogue with a vendor's code", "list", "switch"],
)
def test_a_code_that_is_listed_is_left_in_peace(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_code_that_is_answered_is_found() -> None:
    assert found("response.status_code = 305\n", "python") == [("obsolete-code", "305")]
