"""``statuslens scan``: the contract of its records."""

import json
from pathlib import Path

import pytest

from command import Result, Run

SOURCE = """import requests
r = "é😀", requests.codes.not_found, r.status_code == 404
if 200 <= r.status_code < 300 or r.status_code // 100 == 5:
    print("HTTP/1.1 404 Not Found")  # status 410
"""


def record(line: int, column: int, text: str, code: str, role: str) -> dict[str, object]:
    return {
        "path": "shop/a.py",
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": column + len(text),
        "text": text,
        "code": code,
        "role": role,
        "language": "python",
    }


RECORDS = [
    record(2, 11, "requests.codes.not_found", "404", "constant"),
    record(2, 54, "404", "404", "status"),
    record(3, 4, "200", "200", "bound"),
    record(3, 27, "300", "300", "bound"),
    record(3, 58, "5", "5xx", "class"),
    record(4, 21, "404", "404", "status"),
]


def test_a_record_a_line_says_what_stands_where(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    result = statuslens("scan", "--format", "jsonl", "shop")
    assert [json.loads(line) for line in result.out.splitlines()] == RECORDS
    assert list(json.loads(result.out.splitlines()[0])) == list(RECORDS[0])
    assert (result.err, result.status) == ("", 0)


def test_the_same_records_as_one_document_with_the_version_of_its_schema(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    result = statuslens("scan", "--format", "json", "shop/a.py")
    assert json.loads(result.out) == {"schema": 1, "files": 1, "occurrences": RECORDS}


def test_reasons_and_prose_are_added_on_demand(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    result = statuslens("scan", "--format", "jsonl", "--why", "--prose", "shop/a.py")
    records = [json.loads(line) for line in result.out.splitlines()]
    assert records[-1] == record(4, 47, "410", "410", "prose") | {
        "reasons": [{"reason": "named as a status in a text", "weight": 3.0}]
    }
    assert records[2]["reasons"] == [
        {"reason": "a bound of r.status_code", "weight": 4.5},
        {"reason": "200 as a value", "weight": 1.0},
        {"reason": "the file uses Requests", "weight": 0.8},
        {"reason": "200 and 300 are the bounds of a class", "weight": 1.2},
    ]


def test_the_text_for_people_shows_place_code_and_role(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "shop" / "b.go").write_text('package b\nimport "net/http"\nvar s = http.StatusGone\n', encoding="utf-8")
    assert statuslens("scan", "--why", "shop/b.go") == Result(
        "shop/b.go:3:9: 410 constant  http.StatusGone\n"
        "    +5.0  a constant of Go standard library, which the file imports\n"
        "    = 5.0\n",
        "",
        0,
    )


def test_the_nearest_team_file_says_what_is_a_status_and_what_is_none(statuslens: Run, tmp_path: Path) -> None:
    for folder, rule in (("a", "{call: refuse, argument: 1}"), ("b", "{name: r.status_code, status: false}")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.py").write_text("refuse(basket, 410)\nr.status_code = 404\n", encoding="utf-8")
        (tmp_path / folder / "statuslens.yaml").write_text(f"contexts: [{rule}]\n", encoding="utf-8")
    result = statuslens("scan", ".")
    assert result == Result("a/x.py:1:16: 410 status  410\na/x.py:2:17: 404 status  404\n", "", 0)
    assert "    +50.0  the team file says so: {call: refuse, argument: 1}\n" in statuslens("scan", "--why", "a").out


@pytest.mark.parametrize(("least", "lines"), [("2", [1, 2]), ("3", [1]), ("-20", [1, 2, 3]), ("100", [])])
def test_the_least_sum_that_counts_can_be_set(statuslens: Run, tmp_path: Path, least: str, lines: list[int]) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 404\nx.code = 404\ntimeout = 500\n", encoding="utf-8")
    result = statuslens("scan", "--format", "jsonl", "--min-confidence", least, "a.py")
    assert [json.loads(line)["line"] for line in result.out.splitlines()] == lines


def test_the_least_sum_counts_for_constants_and_prose_too(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = HTTPStatus.GONE  # status 503\n", encoding="utf-8")
    found = {
        least: statuslens("scan", "--prose", f"--min-confidence={least}", "a.py").out.count("\n") for least in (3, 4, 9)
    }
    assert found == {3: 2, 4: 1, 9: 0}


def test_the_least_sum_counts_where_a_lexer_reads_too(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "nginx.conf").write_text("error_page 404 /none.html;\n", encoding="utf-8")
    assert statuslens("scan", "nginx.conf").out == "nginx.conf:1:12: 404 status  404\n"
    assert statuslens("scan", "--min-confidence", "100", "nginx.conf") == Result("", "", 0)


def test_standard_input_may_tell_its_language_by_its_first_line(statuslens: Run) -> None:
    script = '#!/bin/sh\nif [ "$http_code" = 404 ]; then exit 1; fi\n'
    for encoding in ("utf-8", "utf-16"):
        found = statuslens("scan", "-", "--stdin-filename", "deploy", stdin=script.encode(encoding))
        assert found == Result("deploy:2:21: 404 status  404\n", "", 0)


@pytest.mark.parametrize("least", ["nan", "inf", "much"])
def test_the_least_sum_is_a_number(statuslens: Run, least: str) -> None:
    message = f"argument --min-confidence: '{least}' is no number; write one such as 4.5; see statuslens scan --help\n"
    assert statuslens("scan", "--min-confidence", least, ".") == Result("", f"statuslens scan: {message}", 2)


def test_standard_input_stands_for_a_file_of_the_given_name(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "statuslens.yaml").write_text(
        "contexts: [{call: refuse, argument: 1}]\nexclude: [a.py]\n", encoding="utf-8"
    )
    arguments = ("scan", "--format", "jsonl", "--stdin-filename", "shop/a.py", "-")
    found = json.loads(statuslens(*arguments, stdin="'é', refuse(basket, 410)\r\n".encode()).out)
    assert found == record(1, 21, "410", "410", "status")
    assert statuslens(*arguments, stdin=b"") == Result("", "", 0)


@pytest.mark.parametrize("command", ["scan", "check"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "- is in no known language by itself; add --stdin-filename NAME, such as app.py"),
        (["-", "a.py", "--stdin-filename", "a.py"], "- is read alone; leave the other paths out, or - itself"),
        (["a.py", "--stdin-filename", "a.py"], "--stdin-filename says what - is; give - as the path"),
        (["-", "--stdin-filename", "a.py"], "a.py: holds NUL bytes, so it is no text; name a source file"),
    ],
)
def test_standard_input_that_cannot_be_read_is_told(
    statuslens: Run, command: str, arguments: list[str], message: str
) -> None:
    assert statuslens(command, *arguments, stdin=b"\0") == Result("", f"statuslens: {message}\n", 2)


def test_standard_input_in_an_unknown_language_is_noted(statuslens: Run) -> None:
    note = "statuslens: note: a.klingon: left out, its language is not known\n"
    assert statuslens("scan", "-", "--stdin-filename", "a.klingon") == Result("", note, 0)


def test_files_that_cannot_be_read_on_the_way_are_noted(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "shop" / "b.py").write_bytes(b"\0")
    result = statuslens("scan", "shop")
    assert result.err == "statuslens: note: shop/b.py: left out, holds NUL bytes, so it is no text\n"
    assert (len(result.out.splitlines()), result.status) == (6, 0)


def test_names_and_lines_from_a_repository_cannot_drive_the_terminal(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.py").write_text("status_code = 299 # \x1b]0;x\x07\u202e\n", encoding="utf-8")
    for arguments in (["scan", "."], ["check", "."]):
        result = statuslens(*arguments)
        assert "\x1b" not in result.out
        assert "\u202e" not in result.out
        assert result.out.startswith("a?[31m.py:1:15: ")


def write(folder: Path) -> None:
    (folder / "shop").mkdir()
    (folder / "shop" / "a.py").write_text(SOURCE, encoding="utf-8")
