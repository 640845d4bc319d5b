"""What the rules find."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Finding, Level, find


def test_an_unassigned_code_is_found_with_codes_that_were_perhaps_meant() -> None:
    scan = scan_text("r.status_code = 533\n", language="python")
    assert find(scan, load_registry()) == (
        Finding(
            rule="unassigned-code",
            level=Level.INFORMATION,
            start=16,
            end=19,
            code="533",
            message="533 is not an assigned HTTP status code. A client that does not know a 5xx code treats it as 500.",
            suggestions=("503", "511", "508"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("import requests\nr.status_code = 44", ["44 is no HTTP status code: they run from 100 to 599."]),
        ("r.status_code = 404", []),
        ("r.status_code = 418", []),
        ("if 200 <= r.status_code <= 299: pass", []),
        (
            "r.status_code = 530",
            [
                "530 is no standard status: it is known from Cloudflare, Pantheon, Shopify. "
                "If meant, name the vendor in the team file."
            ],
        ),
        (
            "r.status_code = 499",
            [
                "499 is no standard status: it is known from 10 vendors (statuslens explain 499). "
                "If meant, name the vendor in the team file."
            ],
        ),
        ("timeout = 299", []),
        ('counts = {"2xx": 299}', []),
    ],
)
def test_a_known_code_a_bound_and_another_number_are_left_in_peace(text: str, messages: list[str]) -> None:
    assert [finding.message for finding in find(scan_text(text, language="python"), load_registry())] == messages


@pytest.mark.parametrize("nothing", ["''", "{}", "()", "[]", "``"])
def test_an_answer_of_nothing_is_looked_at(nothing: str) -> None:
    text = f"{nothing}.status(404).send('x')\n"
    assert find(scan_text(text, language="javascript"), load_registry()) == ()
