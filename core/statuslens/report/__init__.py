"""Floor 5: findings and occurrences as text and as records."""

from statuslens.report.records import SCHEMA, finding_record, occurrence_record
from statuslens.report.text import finding_lines, occurrence_lines, summary

__all__ = [
    "SCHEMA",
    "finding_lines",
    "finding_record",
    "occurrence_lines",
    "occurrence_record",
    "summary",
]
