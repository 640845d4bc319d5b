"""Reviewdog's diagnostic format, as one document or as lines."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from statuslens.report.model import CheckedFile
from statuslens.report.place import range_of, utf8_bytes
from statuslens.rules import Finding, Fix, Level

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFORMATION: "INFO", Level.HINT: "INFO"}
_SOURCE = {"name": "statuslens"}


def report_rdjson(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one result with all diagnostics; columns count in bytes of UTF-8."""
    diagnostics = [_diagnostic(file, finding) for file in files for finding in file.findings]
    yield json.dumps({"source": _SOURCE, "diagnostics": diagnostics}, indent=2) + "\n"


def report_rdjsonl(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield a line for each diagnostic; columns count in bytes of UTF-8."""
    for file in files:
        for finding in file.findings:
            yield json.dumps({"source": _SOURCE, **_diagnostic(file, finding)}) + "\n"


def _diagnostic(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": file.path, "range": _range(file, finding.start, finding.end)},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if finding.fix is not None:
        diagnostic["suggestions"] = _suggestions(file, finding.fix)
    if finding.related:
        diagnostic["related_locations"] = [
            {"message": item.message, "location": {"path": file.path, "range": _range(file, item.start, item.end)}}
            for item in finding.related
        ]
    return diagnostic


def _suggestions(file: CheckedFile, fix: Fix) -> list[dict[str, Any]]:
    """Return the edits of a fix, where one edit is all of it: reviewdog offers each suggestion by itself."""
    if len(fix.edits) != 1:
        return []
    (edit,) = fix.edits
    return [{"range": _range(file, edit.start, edit.end), "text": edit.text}]


def _range(file: CheckedFile, start: int, end: int) -> dict[str, dict[str, int]]:
    place = range_of(file.lines, start, end, utf8_bytes)
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
