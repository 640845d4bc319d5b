"""How many findings there are of each rule, in place of the findings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from statuslens.report.model import SEVERITY, CheckedFile, Report
from statuslens.report.records import SCHEMA
from statuslens.report.text import count
from statuslens.rules import Finding, Level
from statuslens.terminal import Paint, plain


@dataclass(slots=True)
class _Row:
    """The findings of a rule at a level."""

    rule: str
    level: Level
    findings: int = 0
    safe_fixes: int = 0
    unsafe_fixes: int = 0

    def add(self, finding: Finding) -> None:
        """Count one more."""
        self.findings += 1
        self.safe_fixes += finding.fix is not None and finding.fix.is_safe
        self.unsafe_fixes += finding.fix is not None and not finding.fix.is_safe


def statistics_text(files: Iterable[CheckedFile], paint: Paint = plain) -> Iterator[str]:
    """Yield a line for each rule at each of its levels, the most frequent first, and a summary at the end."""
    looked_at, rows = _count(files)
    width = max((len(f"{row.findings:,}") for row in rows), default=0)
    for row in rows:
        told = f"  {row.safe_fixes:,} fixable" if row.safe_fixes else ""
        told += f"  {row.unsafe_fixes:,} with an unsafe fix" if row.unsafe_fixes else ""
        yield f"{row.findings:>{width},}  {paint(f'{row.level.value}[{row.rule}]', row.level.value)}{told}\n"
    yield f"{count(sum(row.findings for row in rows), 'finding')} in {count(looked_at, 'file')}\n"


def statistics_json(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one JSON document with a record for each rule at each of its levels, the most frequent first."""
    looked_at, rows = _count(files)
    records = [asdict(row) for row in rows]
    yield json.dumps({"schema": SCHEMA, "files": looked_at, "statistics": records}, indent=2) + "\n"


STATISTICS: dict[str, Report] = {"text": statistics_text, "json": statistics_json}
"""The formats, by name."""


def _count(files: Iterable[CheckedFile]) -> tuple[int, list[_Row]]:
    looked_at = 0
    rows: dict[tuple[str, Level], _Row] = {}
    for file in files:
        looked_at += 1
        for finding in file.findings:
            key = finding.rule, finding.level
            rows.setdefault(key, _Row(*key)).add(finding)
    return looked_at, sorted(rows.values(), key=lambda row: (-row.findings, SEVERITY[row.level], row.rule))
