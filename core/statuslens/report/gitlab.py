"""GitLab's code quality report."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from statuslens.report.fingerprint import fingerprints
from statuslens.report.model import CheckedFile
from statuslens.report.place import range_of
from statuslens.rules import Finding, Level

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.INFORMATION: "info", Level.HINT: "info"}


def report_gitlab(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one list of issues."""
    issues = [
        _issue(file, finding, mark)
        for file in files
        for finding, mark in zip(file.findings, fingerprints(file), strict=True)
    ]
    yield json.dumps(issues, indent=2) + "\n"


def _issue(file: CheckedFile, finding: Finding, fingerprint: str) -> dict[str, Any]:
    place = range_of(file.lines, finding.start, finding.end)
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": file.path.removeprefix("./"), "lines": {"begin": place.line, "end": place.end_line}},
    }
