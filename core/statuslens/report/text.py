"""Occurrences and findings as lines for people."""

from collections.abc import Iterable, Iterator

from statuslens.recognise import Occurrence, Scan
from statuslens.registry import load_registry
from statuslens.report.model import CheckedFile
from statuslens.report.place import frame_of
from statuslens.rules import Finding
from statuslens.source.lines import LineIndex
from statuslens.terminal import Paint, plain, printable, width_of


def occurrence_lines(path: str, scan: Scan, occurrence: Occurrence, *, why: bool = False) -> list[str]:
    """Return an occurrence as a line, and its reasons with their sum as further ones."""
    where = _where(path, scan.lines, occurrence.start)
    lines = [f"{where}: {occurrence.code} {occurrence.role.value}  {printable(occurrence.text)}"]
    if why:
        lines += [f"    {item.weight:+.1f}  {printable(item.reason)}" for item in occurrence.evidence]
        lines.append(f"    = {occurrence.confidence:.1f}")
    return lines


def report_text(files: Iterable[CheckedFile], paint: Paint = plain) -> Iterator[str]:
    """Yield each finding with its line and what to do, and a summary at the end."""
    found = looked_at = 0
    for file in files:
        looked_at += 1
        found += len(file.findings)
        for finding in file.findings:
            yield "".join(f"{line}\n" for line in _finding_lines(file, finding, paint))
    yield f"{count(found, 'finding')} in {count(looked_at, 'file')}\n"


def report_concise(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield a line for each finding."""
    for file in files:
        for finding in file.findings:
            yield f"{_headline(file, finding, plain)}\n"


def _finding_lines(file: CheckedFile, finding: Finding, paint: Paint) -> Iterator[str]:
    yield _headline(file, finding, paint)
    line, marks = _frame(file.lines, finding.start, finding.end)
    yield line
    yield paint(marks, finding.level.value)
    for item in finding.related:
        yield f"    {_where(file.path, file.lines, item.start)}: {printable(item.message)}"
    meant = [status.title for code in finding.suggestions if (status := load_registry().get(code))]
    if meant:
        yield f"    perhaps meant: {', '.join(meant)}"
    if finding.fix is not None:
        yield f"    {'fix' if finding.fix.is_safe else 'unsafe fix'}: {printable(finding.fix.title)}"


def _headline(file: CheckedFile, finding: Finding, paint: Paint) -> str:
    where = paint(_where(file.path, file.lines, finding.start), "title")
    level = paint(f"{finding.level.value}[{finding.rule}]", finding.level.value)
    return f"{where}: {level}: {printable(finding.message)}"


def count(number: int, noun: str) -> str:
    """Return a number of things in words: ``1 file``, ``1,000 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _where(path: str, lines: LineIndex, offset: int) -> str:
    position = lines.position(offset)
    return f"{printable(path)}:{position.line + 1}:{position.column + 1}"


def _frame(lines: LineIndex, start: int, end: int) -> tuple[str, str]:
    """Return a line of the file around a place, and the marks below that place."""
    frame = frame_of(lines, start, end)
    marks = "^" * max(1, width_of(frame.marked))
    return f"    {frame.before}{frame.marked}{frame.after}".rstrip(), f"    {' ' * width_of(frame.before)}{marks}"
