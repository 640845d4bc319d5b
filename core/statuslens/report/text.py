"""Occurrences and findings as lines for people."""

from collections.abc import Iterable

from statuslens.recognise import Occurrence, Scan
from statuslens.registry import Registry
from statuslens.rules import Finding
from statuslens.source.lines import LineIndex, Position
from statuslens.terminal import printable

_FRAME_WIDTH = 100
_TAB = "    "


def occurrence_lines(path: str, scan: Scan, occurrence: Occurrence, *, why: bool = False) -> list[str]:
    """Return an occurrence as a line, and its reasons with their sum as further ones."""
    where = _where(path, scan, occurrence.start)
    lines = [f"{where}: {occurrence.code} {occurrence.role.value}  {printable(occurrence.text)}"]
    if why:
        lines += [f"    {item.weight:+.1f}  {printable(item.reason)}" for item in occurrence.evidence]
        lines.append(f"    = {occurrence.confidence:.1f}")
    return lines


def finding_lines(path: str, scan: Scan, finding: Finding, registry: Registry) -> list[str]:
    """Return a finding with the line that it stands on, and what was perhaps meant."""
    lines = [
        f"{_where(path, scan, finding.start)}: {finding.level.value}[{finding.rule}]: {printable(finding.message)}",
        *_frame(scan.lines, finding.start, finding.end),
    ]
    meant = [status.title for code in finding.suggestions if (status := registry.get(code))]
    if meant:
        lines.append(f"    perhaps meant: {', '.join(meant)}")
    return lines


def summary(findings: int, files: int) -> str:
    """Return the last line of a check: how much was found, in how much."""
    return f"{_count(findings, 'finding')} in {_count(files, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _where(path: str, scan: Scan, offset: int) -> str:
    position = scan.lines.position(offset)
    return f"{printable(path)}:{position.line + 1}:{position.column + 1}"


def _frame(lines: LineIndex, start: int, end: int) -> Iterable[str]:
    first = lines.position(start)
    column = first.column
    line = lines.line(first.line)
    cut = max(0, column - _FRAME_WIDTH // 2)
    shown = line[cut : cut + _FRAME_WIDTH]
    before = printable(shown[: column - cut]).replace("\t", _TAB)
    width = max(1, min(end, lines.offset(Position(first.line, len(line)))) - start)
    return (f"    {printable(shown).replace(chr(9), _TAB)}", f"    {' ' * len(before)}{'^' * width}")
