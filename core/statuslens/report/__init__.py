"""Floor 5: findings and occurrences as text, and as the records of review tools."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.report.model import CheckedFile, Report
    from statuslens.report.records import SCHEMA, occurrence_record
    from statuslens.report.text import occurrence_lines

__all__ = ["SCHEMA", "CheckedFile", "Report", "occurrence_lines", "occurrence_record"]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "report.model": ("CheckedFile", "Report"),
            "report.records": ("SCHEMA", "occurrence_record"),
            "report.text": ("occurrence_lines",),
        },
        globals(),
    )
