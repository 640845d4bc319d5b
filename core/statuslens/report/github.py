"""Annotations of GitHub Actions, which mark lines of a pull request, and the summary of a job."""

import re
from collections.abc import Iterable, Iterator

from statuslens.report.model import CheckedFile, worst_first
from statuslens.report.place import range_of, utf16_units
from statuslens.report.text import count
from statuslens.rules import Finding, Level
from statuslens.terminal import printable

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFORMATION: "notice"}
_MOST_OF_A_SUMMARY = 1_000
"""Rows of a summary, which may have 1 MiB."""
_MOST_OF_A_LEVEL = 10
"""Annotations of a level that GitHub shows of a step; the rest of them are lines of the log."""


def report_github(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield annotations, those first that matter most; what GitHub would drop is written as plain lines."""
    found = worst_first(files)
    shown = dict.fromkeys(Level, 0)
    for file, finding in found:
        shown[finding.level] += 1
        command = _COMMANDS.get(finding.level)
        if command is None or shown[finding.level] > _MOST_OF_A_LEVEL:
            yield f"{_plain(file, finding)}\n"
        else:
            yield f"{_annotation(command, file, finding)}\n"


def _annotation(command: str, file: CheckedFile, finding: Finding) -> str:
    place = range_of(file.lines, finding.start, finding.end, utf16_units)
    properties = {
        "file": file.path,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
        "title": f"statuslens: {finding.rule}",
    }
    if place.line != place.end_line:
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{name}={_escape(str(value), ':,')}" for name, value in properties.items())
    return f"::{command} {told}::{_escape(finding.message)}"


def _plain(file: CheckedFile, finding: Finding) -> str:
    """Return a line for the log that is no command, whatever the path and the message are."""
    place = range_of(file.lines, finding.start, finding.end)
    where = f"{file.path}:{place.line}:{place.column}"
    return _escape(f"- {where}: {finding.level.value}[{finding.rule}]: {finding.message}").replace("%25", "%")


def _escape(text: str, more: str = "") -> str:
    """Escape as the toolkit of GitHub Actions does (actions/toolkit, packages/core/src/command.ts)."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def job_summary(files: Iterable[CheckedFile]) -> str:
    """Return Markdown for the page of a job: how much was found, and a row for each finding."""
    looked_at = list(files)
    found = worst_first(looked_at)
    head = f"### statuslens\n\n{count(len(found), 'finding')} in {count(len(looked_at), 'file')}\n"
    if not found:
        return head
    rows = [_row(file, finding) for file, finding in found[:_MOST_OF_A_SUMMARY]]
    left = len(found) - len(rows)
    more = f"\nand {left:,} more, in the log\n" if left else ""
    return "\n".join([head, "| place | level | rule | finding |", "|---|---|---|---|", *rows, more])


def _row(file: CheckedFile, finding: Finding) -> str:
    place = range_of(file.lines, finding.start, finding.end)
    cells = (f"{file.path}:{place.line}:{place.column}", finding.level.value, finding.rule, finding.message)
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    escaped = re.sub(r"([\\`*_{}\[\]<>()#+!|~@-])", r"\\\1", printable(text).replace("&", "&amp;"))
    return escaped.replace("\t", " ")
