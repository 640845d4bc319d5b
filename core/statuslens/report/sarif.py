"""SARIF 2.1.0, as GitHub code scanning and other viewers read it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from statuslens import __version__
from statuslens.report.fingerprint import line_hashes
from statuslens.report.model import CheckedFile
from statuslens.report.place import range_of, utf16_units
from statuslens.rules import Edit, Fix, Level, Rule, load_rules
from statuslens.rules.markdown import section

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFORMATION: "note", Level.HINT: "note"}


def report_sarif(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one SARIF log; columns count in code units of UTF-16."""
    results = [result for file in files for result in _results(file)]
    driver = {
        "name": "statuslens",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in load_rules().values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def uri_of(result: Mapping[str, Any]) -> str:
    """Return where the file of a result is."""
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return uri


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.why, "markdown": section(rule)},
        "defaultConfiguration": {"enabled": rule.is_on, "level": _LEVELS[rule.level]},
        "properties": {"tags": ["http"]},
    }


def _results(file: CheckedFile) -> Iterator[dict[str, Any]]:
    if not file.findings:
        return
    rules = list(load_rules())
    hashes = line_hashes(file.lines)
    for finding in file.findings:
        line = file.lines.position(finding.start).line
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": rules.index(finding.rule),
            "level": _LEVELS[finding.level],
            "message": {"text": finding.message},
            "locations": [_location(file, finding.start, finding.end)],
            "partialFingerprints": {"primaryLocationLineHash": hashes[line]},
        }
        if finding.related:
            result["relatedLocations"] = [
                {**_location(file, item.start, item.end), "message": {"text": item.message}} for item in finding.related
            ]
        if finding.fix is not None:
            result["fixes"] = [_fix(file, finding.fix)]
        yield result


def _fix(file: CheckedFile, fix: Fix) -> dict[str, Any]:
    replacements = [_replacement(file, edit) for edit in fix.edits]
    change = {"artifactLocation": _artifact(file.path), "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _replacement(file: CheckedFile, edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(file, edit.start, edit.end), "insertedContent": {"text": edit.text}}


def _location(file: CheckedFile, start: int, end: int) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(file.path), "region": _region(file, start, end)}}


def _artifact(path: str) -> dict[str, str]:
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(str(PurePosixPath(path)))}


def _region(file: CheckedFile, start: int, end: int) -> dict[str, int]:
    place = range_of(file.lines, start, end, utf16_units)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
