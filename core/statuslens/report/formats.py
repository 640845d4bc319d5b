"""The formats of a report, by name."""

from statuslens.report.github import report_github
from statuslens.report.gitlab import report_gitlab
from statuslens.report.junit import report_junit
from statuslens.report.model import Report
from statuslens.report.rdjson import report_rdjson, report_rdjsonl
from statuslens.report.records import report_json, report_jsonl
from statuslens.report.sarif import report_sarif
from statuslens.report.text import report_concise, report_text

FORMATS: dict[str, Report] = {
    "text": report_text,
    "concise": report_concise,
    "json": report_json,
    "jsonl": report_jsonl,
    "sarif": report_sarif,
    "github": report_github,
    "gitlab": report_gitlab,
    "rdjson": report_rdjson,
    "rdjsonl": report_rdjsonl,
    "junit": report_junit,
}
