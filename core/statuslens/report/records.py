"""Occurrences and findings as plain records, the stable form that programs read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from statuslens.recognise import Occurrence, Scan
from statuslens.report.model import CheckedFile, all_findings
from statuslens.report.place import range_of
from statuslens.rules import Finding, Fix
from statuslens.source.lines import LineIndex

SCHEMA = 1
"""The version of the records' shape; it changes when a program that reads them would have to."""


def occurrence_record(path: str, scan: Scan, occurrence: Occurrence, *, why: bool = False) -> dict[str, Any]:
    """Return an occurrence as a record; lines and columns from 1, columns in code points, the end exclusive."""
    record: dict[str, Any] = {
        "path": path,
        **range_of(scan.lines, occurrence.start, occurrence.end)._asdict(),
        "text": occurrence.text,
        "code": occurrence.code,
        "role": occurrence.role.value,
        "language": occurrence.language or scan.language,
    }
    if why:
        record["reasons"] = [{"reason": item.reason, "weight": item.weight} for item in occurrence.evidence]
    return record


def finding_record(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    """Return a finding as a record, with its place as in an occurrence's."""
    return {
        "path": file.path,
        **range_of(file.lines, finding.start, finding.end)._asdict(),
        "rule": finding.rule,
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "related": [
            range_of(file.lines, item.start, item.end)._asdict() | {"message": item.message} for item in finding.related
        ],
        "fix": _fix_record(file.lines, finding.fix) if finding.fix is not None else None,
    }


def _fix_record(lines: LineIndex, fix: Fix) -> dict[str, Any]:
    edits = [{**range_of(lines, edit.start, edit.end)._asdict(), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.is_safe, "edits": edits}


def report_json(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one JSON document of all findings."""
    looked_at = list(files)
    records = [finding_record(*item) for item in all_findings(looked_at)]
    yield json.dumps({"schema": SCHEMA, "files": len(looked_at), "findings": records}, indent=2) + "\n"


def report_jsonl(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield a line of JSON for each finding."""
    for file in files:
        for finding in file.findings:
            yield json.dumps(finding_record(file, finding)) + "\n"
