"""The formats of a report, by name."""

from importlib import import_module

from statuslens.report.model import Report

FORMATS = {
    "text": "text",
    "concise": "text",
    "json": "records",
    "jsonl": "records",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
    "rdjsonl": "rdjson",
    "junit": "junit",
}
"""The module that each is in, as ``report_`` and its name."""


def load_report(name: str) -> Report:
    """Return what writes a format; its module alone is imported."""
    report: Report = getattr(import_module(f"statuslens.report.{FORMATS[name]}"), f"report_{name}")
    return report
