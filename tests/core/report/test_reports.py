"""Each format of a report: whole answers, and the published schemas where there are any."""

import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from checked_files import CLEAN, MESSAGE, VENDOR, checked, mended
from statuslens.report import CheckedFile
from statuslens.report.formats import load_report
from statuslens.report.github import job_summary
from statuslens.rules import Finding, Level
from statuslens.source.lines import LineIndex

VARIABLE = "STATUSLENS_REPORT_SCHEMAS"
SCHEMAS = {
    "sarif": "sarif-2.1.0.schema.json",
    "rdjson": "rdf-DiagnosticResult.schema.json",
    "rdjsonl": "rdf-Diagnostic.schema.json",
}
WILD = "a b/s,h:op%.py"


def report(name: str, *files: CheckedFile) -> str:
    return "".join(load_report(name)(files))


def test_text_shows_the_line_with_marks_below_the_place() -> None:
    assert report("text", checked("a.py"), CLEAN) == (
        f"a.py:1:32: information[unassigned-code]: {MESSAGE}\n"
        '        note = "\U0001f600 \u6f22"; r.status_code = 533\n'
        f"    {' ' * 36}^^^\n"
        "    perhaps meant: 503 Service Unavailable, 511 Network Authentication Required, 508 Loop Detected\n"
        f"a.py:2:17: information[vendor-code]: {VENDOR}\n"
        "    r.status_code = 499\n"
        "                    ^^^\n"
        "2 findings in 2 files\n"
    )


def test_text_tells_of_other_places_and_of_a_fix() -> None:
    assert report("text", mended("a.py")) == (
        "a.py:1:8: warning[obsolete-code]: GONE is 410.\n"
        "    GONE = 404\n"
        "           ^^^\n"
        "    a.py:2:11: 404 stands here as well\n"
        "    perhaps meant: 410 Gone\n"
        "    unsafe fix: Replace 404 by 410\n"
        "1 finding in 1 file\n"
    )


def test_concise_is_a_line_for_each_finding() -> None:
    assert report("concise", checked("a.py"), CLEAN) == (
        f"a.py:1:32: information[unassigned-code]: {MESSAGE}\na.py:2:17: information[vendor-code]: {VENDOR}\n"
    )


def test_records_tell_the_edits_of_a_fix() -> None:
    record = {
        "path": "a.py",
        "line": 1,
        "column": 8,
        "end_line": 1,
        "end_column": 11,
        "rule": "obsolete-code",
        "level": "warning",
        "code": "404",
        "message": "GONE is 410.",
        "suggestions": ["410"],
        "related": [
            {"line": 2, "column": 11, "end_line": 2, "end_column": 14, "message": "404 stands here as well"},
        ],
        "fix": {
            "title": "Replace 404 by 410",
            "safe": False,
            "edits": [{"line": 1, "column": 8, "end_line": 1, "end_column": 11, "text": "410"}],
        },
    }
    assert json.loads(report("json", mended("a.py"), CLEAN)) == {"schema": 1, "files": 2, "findings": [record]}
    assert [json.loads(line) for line in report("jsonl", mended("a.py"), CLEAN).splitlines()] == [record]


def test_sarif_counts_code_units_and_tells_fixes_and_fingerprints() -> None:
    log = json.loads(report("sarif", checked(WILD), mended("./b.py"), CLEAN))
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first, _, third = run["results"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "utf16CodeUnits")
    assert first == {
        "ruleId": "unassigned-code",
        "ruleIndex": rules.index("unassigned-code"),
        "level": "note",
        "message": {"text": MESSAGE},
        "locations": [location("a%20b/s%2Ch%3Aop%25.py", 1, 33, 36)],
        "partialFingerprints": {"primaryLocationLineHash": "9d3d42f93afb9cb7:1"},
    }
    assert third["relatedLocations"] == [
        {**location("b.py", 2, 11, 14), "message": {"text": "404 stands here as well"}},
    ]
    assert third["fixes"] == [
        {
            "description": {"text": "Replace 404 by 410"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "b.py"},
                    "replacements": [{"deletedRegion": region(1, 8, 11), "insertedContent": {"text": "410"}}],
                }
            ],
        }
    ]


def location(uri: str, line: int, start: int, end: int) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region(line, start, end)}}


def region(line: int, start: int, end: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end}


def test_github_gets_what_matters_most_first_and_the_rest_as_lines() -> None:
    many = CheckedFile(WILD, LineIndex("404\n" * 12), tuple(finding(Level.ERROR, 4 * place) for place in range(12)))
    lines = report("github", checked("a.py"), many).splitlines()
    place = "file=a b/s%2Ch%3Aop%25.py,line=1,endLine=1,col=1,endColumn=4,title=statuslens%3A obsolete-code"
    assert lines[0] == f"::error {place}::100%25 wrong%0A"
    assert [line.partition(" ")[0] for line in lines] == [*["::error"] * 10, "-", "-", "::notice", "::notice"]
    assert lines[10] == f"- {WILD}:11:1: error[obsolete-code]: 100% wrong%0A"


def finding(level: Level, start: int) -> Finding:
    return Finding("obsolete-code", level, start, start + 3, "404", "100% wrong\n")


def test_the_summary_of_a_job_shows_texts_as_they_are() -> None:
    file = CheckedFile("<a|b>.py", LineIndex("404\n"), (finding(Level.ERROR, 0),))
    assert job_summary([file, CLEAN]) == (
        "### statuslens\n\n1 finding in 2 files\n\n"
        "| place | level | rule | finding |\n|---|---|---|---|\n"
        "| \\<a\\|b\\>.py:1:1 | error | obsolete\\-code | 100% wrong? |\n"
    )
    assert job_summary([CLEAN]) == "### statuslens\n\n0 findings in 1 file\n"


def test_gitlab_tells_equal_findings_apart_and_knows_them_when_lines_move() -> None:
    twice = "r.status_code = 533\n" * 2
    first, second = json.loads(report("gitlab", checked("./a.py", twice)))
    (moved, other) = json.loads(report("gitlab", checked("./a.py", f"x = 1\n{twice}")))
    assert (first["fingerprint"], second["fingerprint"]) == (moved["fingerprint"], other["fingerprint"])
    assert first.pop("fingerprint") != second.pop("fingerprint")
    assert first == {
        "description": MESSAGE,
        "check_name": "unassigned-code",
        "severity": "info",
        "location": {"path": "a.py", "lines": {"begin": 1, "end": 1}},
    }


def test_reviewdog_gets_bytes_and_the_edit_as_a_suggestion() -> None:
    first, _, third = [json.loads(line) for line in report("rdjsonl", checked("a.py"), mended("b.py")).splitlines()]
    assert first["location"]["range"] == {"start": {"line": 1, "column": 37}, "end": {"line": 1, "column": 40}}
    assert third["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 11}}, "text": "410"},
    ]
    whole = json.loads(report("rdjson", checked("a.py"), mended("b.py")))
    assert [{"source": whole["source"], **item} for item in whole["diagnostics"]][2] == third


def test_junit_has_a_test_for_each_finding_and_for_each_clean_file() -> None:
    suites = ET.fromstring(report("junit", checked('<"&.py'), CLEAN))  # noqa: S314 (our own text)
    assert suites.attrib == {"name": "statuslens", "tests": "3", "failures": "2"}
    assert [(suite.get("name"), len(suite.findall("testcase/failure"))) for suite in suites] == [
        ('<"&.py', 2),
        ("clean.py", 0),
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_report_follows_its_published_schema(name: str) -> None:
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} names no folder of schemas")
    schema = json.loads((Path(folder) / SCHEMAS[name]).read_text(encoding="utf-8"))
    text = report(name, checked(WILD), mended("b.py"), CLEAN)
    documents = text.splitlines() if name == "rdjsonl" else [text]
    validator = Draft4Validator(schema)
    assert [error.message for document in documents for error in validator.iter_errors(json.loads(document))] == []


@given(st.text(), st.text())
def test_no_text_of_a_repository_ends_a_command_or_breaks_a_document(path: str, message: str) -> None:
    file = CheckedFile(path, LineIndex("404"), (Finding("obsolete-code", Level.ERROR, 0, 3, "404", message),))
    assert len(report("github", file).split("\n")) == 2
    assert len(report("concise", file).split("\n")) == 2
    ET.fromstring(report("junit", file))  # noqa: S314 (our own text)
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(report(name, file))
