"""off-by-one-bound: what it says and how it mends that, and what it leaves in peace."""

import pytest

from findings import findings_of
from statuslens.rules import Level


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Return the messages, and what the fixes make of the text."""
    findings = findings_of("off-by-one-bound", text, language)
    fixed = []
    for finding in findings:
        assert finding.fix is not None
        assert not finding.fix.is_safe
        (edit,) = finding.fix.edits
        fixed.append(text[: edit.start] + edit.text + text[edit.end :])
    return list(zip((finding.message for finding in findings), fixed, strict=True))


@pytest.mark.parametrize(
    ("bad", "good", "message"),
    [
        (
            "response.status_code <= 300",
            "response.status_code < 300",
            "response.status_code <= 300 takes in 300 Multiple Choices: 2xx ends with 299.",
        ),
        (
            "response.status_code > 400",
            "response.status_code >= 400",
            "response.status_code > 400 leaves out 400 Bad Request, with which 4xx begins.",
        ),
        (
            "response.status_code < 299",
            "response.status_code <= 299",
            "response.status_code < 299 leaves out 299, with which 2xx ends.",
        ),
        (
            "response.status_code >= 399",
            "response.status_code > 399",
            "response.status_code >= 399 takes in 399: 4xx begins with 400.",
        ),
        (
            "200 < response.status_code < 300",
            "200 <= response.status_code < 300",
            "response.status_code > 200 leaves out 200 OK, with which 2xx begins.",
        ),
        (
            "500 < response.status_code <= 599",
            "500 <= response.status_code <= 599",
            "response.status_code > 500 leaves out 500 Internal Server Error, with which 5xx begins.",
        ),
        (
            "response.status_code in range(400, 499)",
            "response.status_code in range(400, 500)",
            "range(400, 499) leaves out 499, with which 4xx ends.",
        ),
    ],
)
def test_a_bound_that_is_one_off_is_found(bad: str, good: str, message: str) -> None:
    frame = "def is_it(response):\n    return {}\n"
    assert found(frame.format(bad), "python") == [(message, frame.format(good))]


@pytest.mark.parametrize(
    "condition",
    [
        "200 <= response.status_code < 300",
        "200 <= response.status_code <= 299",
        "199 < response.status_code < 300",
        "response.status_code > 399",
        "response.status_code > 299 or response.status_code < 200",
        "response.status_code > 200",
        "response.status_code <= 200",
        "response.status_code > 500",
        "response.status_code >= 499",
        "response.status_code < 100 or response.status_code > 600",
        "100 < response.status_code < 400",
        "response.status_code == 300 or response.status_code > 300",
        "400 < response.status_code < 408",
        "response.status_code in range(200, 300)",
        "response.status_code in range(200, 599, 100)",
        "response.status_code in range(404, 499)",
    ],
)
def test_a_bound_that_can_be_meant_is_left_in_peace(condition: str) -> None:
    assert found(f"def is_it(response):\n    return {condition}\n", "python") == []


def test_a_code_that_is_looked_for_by_itself_may_be_left_out() -> None:
    text = """\
def act(response):
    if response.status_code == 400:
        return "mend the request"
    if response.status_code > 400:
        return "ask for help"
"""
    assert found(text, "python") == []


@pytest.mark.parametrize(
    ("language", "text", "fixed"),
    [
        ("ruby", "ok = (200..300).cover?(response.status)\n", "ok = (200..299).cover?(response.status)\n"),
        ("ruby", "ok = (200...299).cover?(response.status)\n", "ok = (200...300).cover?(response.status)\n"),
        ("rust", "let ok = (200..=300).contains(&status);\n", "let ok = (200..=299).contains(&status);\n"),
        ("kotlin", "val ok = response.code in 200..300\n", "val ok = response.code in 200..299\n"),
        ("kotlin", "val ok = response.code in 200 until 299\n", "val ok = response.code in 200 until 300\n"),
        ("swift", "let ok = 200..<299 ~= response.statusCode\n", "let ok = 200..<300 ~= response.statusCode\n"),
        ("elixir", "ok = conn.status in 200..300\n", "ok = conn.status in 200..299\n"),
        (
            "shellscript",
            'if [ "$http_status" -gt 400 ]; then exit 1; fi\n',
            'if [ "$http_status" -ge 400 ]; then exit 1; fi\n',
        ),
        (
            "csharp",
            "bool Ok(int statusCode) => statusCode is >= 200 and <= 300;\n",
            "bool Ok(int statusCode) => statusCode is >= 200 and < 300;\n",
        ),
    ],
)
def test_ranges_and_operators_are_read_as_each_language_means_them(language: str, text: str, fixed: str) -> None:
    assert [mended for _, mended in found(text, language)] == [fixed]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ruby", "ok = (200..299).cover?(response.status) || (400...500).cover?(response.status)\n"),
        ("rust", "let ok = (200..300).contains(&status) || (400..=499).contains(&status);\n"),
        ("kotlin", "for (status in 100..500 step 100) probe(status)\n"),
        ("php", "<?php $ok = in_array($response->getStatusCode(), range(200, 299));\n"),
        ("ruby", "status = rand(200..500)\nraise Failed unless (200..299).cover?(status)\n"),
        ("python", "import http, random\n\nstatus_code = random.choice(range(200, 599))\n"),
        ("swift", "let ok = 200...299 ~= response.statusCode || 400..<500 ~= response.statusCode\n"),
    ],
)
def test_ranges_that_end_where_a_class_does_are_left_in_peace(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_constant_is_mended_at_its_operator() -> None:
    text = "package shop\n\nfunc f(s int) bool { return s >= 200 && s <= http.StatusMultipleChoices }\n"
    assert found(text, "go") == [
        (
            "s <= http.StatusMultipleChoices takes in 300 Multiple Choices: 2xx ends with 299.",
            text.replace("<=", "<"),
        )
    ]


@pytest.mark.parametrize(
    ("condition", "level"),
    [
        ("400 < status_code < 500", Level.WARNING),
        ("status_code < 200 or status_code > 300", Level.WARNING),
        ("status_code <= 300", Level.WARNING),
        ("200 < status_code < 300", Level.INFORMATION),
        ("status_code > 400", Level.INFORMATION),
        ("400 <= status_code <= 500", Level.INFORMATION),
        ("status_code in range(400, 499)", Level.WARNING),
    ],
)
def test_what_can_mean_more_than_one_code_matters_less(condition: str, level: Level) -> None:
    (finding,) = findings_of("off-by-one-bound", f"is_it = {condition}\n", "python")
    assert finding.level is level


def test_the_usual_error_may_end_a_range() -> None:
    (finding,) = findings_of("off-by-one-bound", "let failed = (400...500).contains(statusCode)\n", "swift")
    assert finding.level is Level.INFORMATION
