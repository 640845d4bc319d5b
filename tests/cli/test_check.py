"""``statuslens check``."""

import json
from pathlib import Path

import pytest

from command import Result, Run

MESSAGE = "533 is not an assigned HTTP status code. A client that does not know a 5xx code treats it as 500."


def test_a_finding_is_shown_with_its_line_and_what_was_perhaps_meant(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(r):\n\tr.status_code = 533  # gone\n", encoding="utf-8")
    (tmp_path / "b.js").write_text("const timeout = 533;\n", encoding="utf-8")
    assert statuslens("check", ".") == Result(
        f"a.py:2:18: information[unassigned-code]: {MESSAGE}\n"
        "        r.status_code = 533  # gone\n"
        "                        ^^^\n"
        "    perhaps meant: 503 Service Unavailable, 511 Network Authentication Required, 508 Loop Detected\n"
        "1 finding in 2 files\n",
        "",
        0,
    )


def test_findings_as_json(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\nr.status_code = 533\n", encoding="utf-8")
    result = statuslens("check", "--format", "json", "a.py")
    assert (json.loads(result.out), result.err, result.status) == (
        {
            "schema": 1,
            "files": 1,
            "findings": [
                {
                    "path": "a.py",
                    "line": 2,
                    "column": 17,
                    "end_line": 2,
                    "end_column": 20,
                    "rule": "unassigned-code",
                    "level": "information",
                    "code": "533",
                    "message": MESSAGE,
                    "suggestions": ["503", "511", "508"],
                    "related": [],
                    "fix": None,
                }
            ],
        },
        "",
        0,
    )


def test_the_team_file_says_where_a_status_stands(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("fail(basket, 533)\nr.status_code = 534\n", encoding="utf-8")
    rules = "{call: fail, argument: 1}, {name: status_code, status: false}"
    (tmp_path / "statuslens.yaml").write_text(f"contexts: [{rules}]\n", encoding="utf-8")
    result = statuslens("check", "--format", "json", "a.py")
    assert [(found["line"], found["code"]) for found in json.loads(result.out)["findings"]] == [(1, "533")]


def test_standard_input_is_checked_as_a_file_of_the_given_name(statuslens: Run) -> None:
    result = statuslens("check", "-", "--stdin-filename", "shop/a.py", stdin=b"r.status_code = 533\n")
    assert result.out.startswith(f"shop/a.py:1:17: information[unassigned-code]: {MESSAGE}\n")
    assert (result.out.splitlines()[-1], result.err, result.status) == ("1 finding in 1 file", "", 0)


def test_clean_files_end_with_0(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 404\n", encoding="utf-8")
    assert statuslens("check", "a.py") == Result("0 findings in 1 file\n", "", 0)


def test_findings_end_with_0_on_demand(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 533\n", encoding="utf-8")
    assert statuslens("check", "--exit-zero", "a.py").status == 0


def test_a_long_line_is_shown_around_the_place(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(f"const a = '{'x' * 500}'; res.statusCode = 533; // {'y' * 500}\n", encoding="utf-8")
    _, line, marks, *_ = statuslens("check", "a.js").out.splitlines()
    assert len(line) == len("    ") + 100
    assert line[marks.index("^") : marks.rindex("^") + 1] == "533"


def test_only_the_rules_that_are_asked_for_run(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 533\nr.status_code = 305\nr.status_code = 499\n", encoding="utf-8")
    (tmp_path / "statuslens.yaml").write_text("rules: {obsolete-code: off, vendor-code: error}\n", encoding="utf-8")

    def found(*options: str) -> list[tuple[str, str]]:
        printed = json.loads(statuslens("check", "--format", "json", *options, "a.py").out)
        return [(item["rule"], item["level"]) for item in printed["findings"]]

    assert found() == [("unassigned-code", "information"), ("vendor-code", "error")]
    assert found("--select", "obsolete-code,vendor-code") == [
        ("obsolete-code", "information"),
        ("vendor-code", "error"),
    ]
    assert found("--select", "all", "--ignore", "vendor-code") == [
        ("unassigned-code", "information"),
        ("obsolete-code", "information"),
    ]
    assert found("--ignore", "unassigned-code") == [("vendor-code", "error")]


def test_a_rule_that_is_not_there_is_told_with_the_nearest(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    message = "statuslens: vendor-codes: no such rule; did you mean vendor-code?\n"
    assert statuslens("check", "--select", "vendor-codes", "a.py") == Result("", message, 2)


def test_the_level_that_fails_can_be_chosen(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 533\n", encoding="utf-8")
    levels = ("error", "warning", "information", "hint")
    assert [statuslens("check", "--fail-on", level, "a.py").status for level in levels] == [0, 0, 1, 1]


def test_a_job_of_github_gets_annotations_and_a_summary(
    statuslens: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 533\n", encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("# Earlier\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = statuslens("check", "--format", "github", "a.py")
    assert result.out.startswith("::notice file=a.py,line=1,endLine=1,col=17,endColumn=20,title=")
    assert summary.read_text(encoding="utf-8").startswith("# Earlier\n### statuslens\n\n1 finding in 1 file\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    message = f"statuslens: GITHUB_STEP_SUMMARY: {tmp_path} cannot be written: Is a directory; unset it\n"
    assert statuslens("check", "--format", "github", "a.py").err == message
