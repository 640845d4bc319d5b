"""unassigned-code: what a number that no table has means instead."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find

NUMBERED = "".join(f"app.get('/{code}', (req, res) => res.status({code}).send('no'));\n" for code in range(471, 474))


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(item.rule, item.code) for item in find(scan_text(text, language=language), load_registry())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kotlin", "private const val MAX_SUCCESS_STATUS_CODE = 299\n"),
        ("python", "import smtplib\n\nif response.status_code == 250:\n    accept(smtplib.SMTP)\n"),
        ("java", "class WebSocketClosed { void close(Answer response) { response.setStatus(4401); } }\n"),
        ("javascript", "const ok = xhr.status >= 200 && xhr.status < 300 || xhr.status === 1223;\n"),
        ("go", 'package shop\n\nimport "net/http"\n\nfunc f() { client.Get(ctx, "o", "123", body, http.NoBody) }\n'),
        ("javascript", NUMBERED + "app.get('/', (req, res) => res.status(474).send('no'));\n"),
    ],
    ids=["end of a range", "another protocol", "close code", "old browser", "text", "own numbering"],
)
def test_a_number_that_means_something_else_is_left_in_peace(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_few_unknown_codes_are_found_each() -> None:
    unknown = [("unassigned-code", str(code)) for code in range(471, 474)]
    assert found(NUMBERED, "javascript") == unknown
