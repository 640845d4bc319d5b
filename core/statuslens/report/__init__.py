"""Floor 5: findings and occurrences as text, and as the records of review tools."""

from statuslens.report.model import CheckedFile, Report
from statuslens.report.records import SCHEMA, occurrence_record
from statuslens.report.text import occurrence_lines

__all__ = ["SCHEMA", "CheckedFile", "Report", "occurrence_lines", "occurrence_record"]
