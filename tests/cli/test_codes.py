"""``statuslens codes``: lists with filters."""

import json

import pytest

from command import Result, Run
from statuslens.registry import load_registry


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            ["--class", "1xx"],
            [
                "100  Continue",
                "101  Switching Protocols",
                "102  Processing",
                "103  Early Hints",
                "104  Upload Resumption Supported",
            ],
        ),
        (["--registration", "unused"], ["306  (Unused)", "418  I'm a teapot"]),
        (
            ["--heuristically-cacheable", "--class", "5xx"],
            ["501  Not Implemented"],
        ),
        (
            ["--vendor", "nginx"],
            [
                "444  No Response                      nginx",
                "494  Request Header Too Large         nginx",
                "495  SSL Certificate Error            nginx",
                "496  SSL Certificate Required         nginx",
                "497  HTTP Request Sent to HTTPS Port  nginx",
                "499  Client Closed Request            nginx",
            ],
        ),
        (
            ["--constants", "--language", "elixir", "--class", "1xx"],
            [
                "100  :continue             elixir/plug",
                "101  :switching_protocols  elixir/plug",
                "102  :processing           elixir/plug",
                "103  :early_hints          elixir/plug",
            ],
        ),
    ],
)
def test_a_list_holds_what_its_filters_let_through(statuslens: Run, arguments: list[str], lines: list[str]) -> None:
    assert statuslens("codes", *arguments) == Result("".join(f"{line}\n" for line in lines), "", 0)


def test_every_code_is_listed_without_a_filter(statuslens: Run) -> None:
    assert len(statuslens("codes").out.splitlines()) == len(list(load_registry()))


def test_a_list_as_json(statuslens: Run) -> None:
    result = statuslens("codes", "--registration", "obsoleted", "--format", "json")
    assert json.loads(result.out) == {
        "schema": 1,
        "items": [
            {
                "code": "510",
                "name": "Not Extended",
                "class": "5xx",
                "registration": "obsoleted",
                "reference": "RFC 2774 §7",
            }
        ],
    }


def test_an_unknown_vendor_or_language_is_named_with_a_way_on(statuslens: Run) -> None:
    assert statuslens("codes", "--vendor", "nobody") == Result(
        "", "statuslens: --vendor nobody: no such vendor; statuslens codes --vendor all lists them\n", 2
    )
    error = statuslens("codes", "--constants", "--language", "cobol").err
    assert error.startswith("statuslens: --language cobol: no constants of such a language; there are c, cpp, csharp, ")
