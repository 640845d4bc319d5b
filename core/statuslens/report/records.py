"""Occurrences and findings as plain records, the stable form that programs read."""

from typing import Any

from statuslens.recognise import Occurrence, Scan
from statuslens.rules import Finding
from statuslens.source.lines import LineIndex

SCHEMA = 1
"""The version of the records' shape; it changes when a program that reads them would have to."""


def occurrence_record(path: str, scan: Scan, occurrence: Occurrence, *, why: bool = False) -> dict[str, Any]:
    """Return an occurrence as a record; lines and columns from 1, columns in code points, the end exclusive."""
    record: dict[str, Any] = {
        "path": path,
        **place(scan.lines, occurrence.start, occurrence.end),
        "text": occurrence.text,
        "code": occurrence.code,
        "role": occurrence.role.value,
        "language": occurrence.language or scan.language,
    }
    if why:
        record["reasons"] = [{"reason": item.reason, "weight": item.weight} for item in occurrence.evidence]
    return record


def finding_record(path: str, scan: Scan, finding: Finding) -> dict[str, Any]:
    """Return a finding as a record, with its place as in an occurrence's."""
    return {
        "path": path,
        **place(scan.lines, finding.start, finding.end),
        "rule": finding.rule,
        "level": finding.level.value,
        "code": finding.code,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
    }


def place(lines: LineIndex, start: int, end: int) -> dict[str, int]:
    """Return a range of offsets as lines and columns from 1."""
    first, last = lines.position(start), lines.position(end)
    return {
        "line": first.line + 1,
        "column": first.column + 1,
        "end_line": last.line + 1,
        "end_column": last.column + 1,
    }
