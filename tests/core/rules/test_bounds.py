"""Bounds: which statuses the comparison or range takes in that a number is an end of."""

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import Role, scan_text
from statuslens.registry import load_registry
from statuslens.rules.bounds import Span, find_span
from statuslens.rules.subject import Subject


def spans_of(text: str, language: str) -> list[tuple[str, Span | None]]:
    """Return the bounds of a text, and what each takes in."""
    subject = Subject(scan_text(text, language=language), load_registry(), DEFAULTS)
    return [(item.text, find_span(item, subject)) for item in subject.with_role(Role.BOUND)]


@pytest.mark.parametrize(
    ("condition", "first", "last"),
    [
        ("response.status_code < 500", 100, 499),
        ("response.status_code <= 499", 100, 499),
        ("response.status_code >= 400", 400, 599),
        ("response.status_code > 399", 400, 599),
        ("500 > response.status_code", 100, 499),
        ("not response.status_code >= 400", 400, 599),
        ("response.status_code < 502", 100, 501),
        ("asked(1, 'status').status_code < 500", 100, 499),
    ],
)
def test_a_bound_takes_in_what_its_operator_and_side_say(condition: str, first: int, last: int) -> None:
    text = f"import requests\nif {condition}:\n    pass\n"
    assert [span for _, span in spans_of(text, "python")] == [Span(first, last)]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("python", "import requests\nok = 200 <= response.status_code < 300\n", 200, 299),
        ("python", "import requests\nok = response.status_code in range(200, 300)\n", 200, 299),
        ("python", "import requests\nok = response.status_code >= 400 and response.status_code <= 498\n", 400, 498),
        ("javascript", "if (response.status >= 200 && response.status < 300 && ready) go()\n", 200, 299),
        ("rust", "fn f(status: u16) -> bool { matches!(status, 200..=299) || (200..300).contains(&status) }", 200, 299),
        ("ruby", "case response.status\nwhen 400...500 then retry_later\nend\n", 400, 499),
        ("shellscript", 'if [ "$http_code" -ge 200 ] && [ "$http_code" -lt 300 ]; then echo; fi\n', 200, 299),
    ],
)
def test_both_bounds_tell_what_they_take_in_together(language: str, text: str, first: int, last: int) -> None:
    found = spans_of(text, language)
    assert len(found) > 1
    assert [span for _, span in found] == [Span(first, last)] * len(found)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("http", "GET https://example.org\n\n> {% response.status < 400 %}\n", 100, 399),
        ("http", "GET https://example.org\n\n> {% response.status >= 400 %}\n", 400, 599),
        ("yaml", "readiness: {http: {status_codes: '200-399'}}\n", 200, 399),
    ],
)
def test_a_bound_in_a_text_is_read_as_it_is_written(language: str, text: str, first: int, last: int) -> None:
    found = spans_of(text, language)
    assert found
    assert {span for _, span in found} == {Span(first, last)}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("import requests\nif response.status_code < 100:\n    pass\n", [None]),
        (
            "import requests\nif response.status_code >= 400 and response.status_code < 300:\n    pass\n",
            [Span(400, 599), Span(100, 299)],
        ),
        ("import requests\nok = response.status_code in range(LOW, 300)\n", [None]),
    ],
)
def test_what_takes_in_nothing_has_no_span(text: str, spans: list[Span | None]) -> None:
    assert [span for _, span in spans_of(text, "python")] == spans
