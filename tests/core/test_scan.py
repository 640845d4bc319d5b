"""What the recogniser gives for a text: places, codes, roles, reasons."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.recognise import Evidence, Occurrence, Role, scan_text

PYTHON = "import requests\n"


def codes(text: str, language: str = "python", *, prose: bool = False) -> list[tuple[str, Role]]:
    return [(item.code, item.role) for item in scan_text(text, language=language, prose=prose).occurrences]


def test_an_occurrence_says_what_where_and_why() -> None:
    (found,) = scan_text(PYTHON + "ok = r.status_code == 404\n", language="python").occurrences
    assert found == Occurrence(
        start=38,
        end=41,
        text="404",
        code="404",
        role=Role.STATUS,
        evidence=(
            Evidence("compared with r.status_code", 4.5),
            Evidence("404 as a value", 1.0),
            Evidence("the file uses Requests", 0.8),
        ),
    )
    assert found.confidence == pytest.approx(6.3)


def test_offsets_count_code_points_whatever_stands_before() -> None:
    text = "é😀 = '漢\x0c\u2028'\nstatus_code = 404; x = HTTPStatus.GONE\n"
    found = scan_text(text, language="python").occurrences
    assert [(item.text, text[item.start : item.end]) for item in found] == [
        ("404", "404"),
        ("HTTPStatus.GONE", "HTTPStatus.GONE"),
    ]


def test_a_text_in_an_unknown_language_holds_nothing() -> None:
    scan = scan_text("status = 404\r\nx", language="klingon")
    assert (scan.language, scan.occurrences, len(scan.lines)) == ("klingon", (), 2)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("r.status_code = 299", [("299", Role.STATUS)]),
        ("r.status_code = 44", [("44", Role.STATUS)]),
        ("r.status_code = 4040", [("4040", Role.STATUS)]),
        ("r.status_code = 700", [("700", Role.STATUS)]),
        ("r.status_code < 600", [("600", Role.BOUND)]),
        ("r.status_code = 0", []),
        ("status = 44", []),
        ("version = '1.404'", []),
        ("x = 0x404 + 404_000 + 1.404 + 404.5", []),
    ],
)
def test_a_number_that_is_no_status_is_one_only_where_nothing_else_can_stand(
    line: str, expected: list[tuple[str, Role]]
) -> None:
    assert codes(PYTHON + line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# answers 404 when nothing is there", []),
        ("# the status is 404", ["404"]),
        ("# a 404 Not Found", ["404"]),
        ("# HTTP 503 or 4xx", ["503", "4xx"]),
        ("log('request failed with status 503')", ["503"]),
        ("x = 1  # 404 of them", []),
    ],
)
def test_prose_is_left_out_unless_it_is_asked_for(line: str, expected: list[str]) -> None:
    assert codes(line) == []
    assert codes(line, prose=True) == [(code, Role.PROSE) for code in expected]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("import http\nx = http.HTTPStatus.NOT_FOUND.value", ["http.HTTPStatus.NOT_FOUND"]),
        ("from http import HTTPStatus as S\nx = int(S.GONE)", ["S.GONE"]),
        ("import http.client as hc\nx = hc.GONE", ["hc.GONE"]),
        ("from http.client import GONE\nx = GONE", ["GONE"]),
        ("from rest_framework import status as st\nx = st.HTTP_410_GONE", ["st.HTTP_410_GONE"]),
        ("import requests\nx = requests.codes.gone", ["requests.codes.gone"]),
        ("x = HTTPStatus.GONE.HTTPStatus.NOT_FOUND", ["HTTPStatus.GONE.HTTPStatus.NOT_FOUND"]),
        ("x = codes.gone; y = status.GONE; z = GONE", []),
        ("x = 'HTTPStatus.GONE'  # HTTPStatus.GONE", []),
    ],
)
def test_a_constant_is_found_under_the_names_that_the_file_gives_it(text: str, written: list[str]) -> None:
    found = scan_text(text, language="python").occurrences
    assert [item.text for item in found] == written
    assert {item.code for item in found} <= {"404", "410"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "def f(:\n  if r.status_code == 404\n<<<<<<< HEAD\n"),
        ("javascript", "res.status(404); function ( {"),
        ("javascript", "function f(res) {\n  res.status(404\n}"),
        ("javascript", "const answer = { status: 404"),
        ("python", "from flask import abort\n\ndef f():\n    abort(404\n    x = 1\n"),
        ("typescript", "const x: = <T>(res.statusCode = 404;"),
        ("go", 'package x\nimport "net/http"\nfunc { if r.StatusCode == 404 {'),
    ],
)
def test_a_broken_file_is_read_as_far_as_it_goes(language: str, text: str) -> None:
    assert codes(text, language) == [("404", Role.STATUS)]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000 + "404",
        "status = [" + "404, " * 5_000 + "]",
        "x = " + "-" * 50_000 + "404",
        "status_code = 404 \x00 \ufffd\n",
        "a.b" * 30_000 + " == 404",
        "\r".join(["status_code == 404"] * 3),
        "\ud800 status_code = 404",
    ],
    ids=["brackets", "list", "operators", "nul", "names", "carriage returns", "surrogate"],
)
def test_a_hostile_text_has_an_answer(text: str) -> None:
    for language in ("python", "javascript", "go"):
        for item in scan_text(text, language=language, prose=True).occurrences:
            assert text[item.start : item.end] == item.text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "deep",
    [
        "\n".join(" " * level + "a:" for level in range(1_000)),
        "\n".join(" " * level + "a:\n" + " " * level + "- b: 1" for level in range(0, 1_000, 2)),
        "\n".join(" " * level + "-" for level in range(1_000)),
        "- " * 1_000,
        "a:\n" + "? - " * 1_000,
    ],
    ids=["mappings", "both", "lists", "lists on a line", "keys"],
)
def test_yaml_is_read_up_to_where_it_nests_too_deep(deep: str, line_end: str) -> None:
    text = f"status: 404\n{deep}\nstatus: 404\n".replace("\n", line_end)
    assert codes(text, "yaml") == [("404", Role.STATUS)]


def test_yaml_with_much_space_before_its_lines_is_read_to_its_end() -> None:
    text = "a: |\n" + "".join(" " * (2 + level % 90 * 2) + "text\n" for level in range(500)) + "status: 404\n"
    assert codes(text, "yaml") == [("404", Role.STATUS)]


def test_a_table_of_data_is_left_out_with_the_reason() -> None:
    scan = scan_text("[" + "404," * 20_001 + "]", language="javascript")
    assert (scan.occurrences, scan.left_out) == ((), "holds more than 20,000 numbers, so it is data")


@settings(max_examples=200)
@given(st.text(st.sampled_from("status=:(){}[]<>'\"# \n.,;404HTTP/1 xé😀\r\f")))
def test_any_text_has_occurrences_at_their_places(text: str) -> None:
    for language in ("python", "typescript", "go"):
        places = []
        for item in scan_text(text, language=language, prose=True).occurrences:
            assert text[item.start : item.end] == item.text
            places.append((item.start, item.end))
        assert all(before[1] <= after[0] for before, after in pairwise(places))
