"""Findings and occurrences as lists that JSON can hold, and back."""

from typing import Any

from statuslens.recognise import Evidence, Occurrence
from statuslens.recognise.model import Role
from statuslens.rules import Edit, Finding, Fix, Level, Related


def pack_finding(finding: Finding) -> list[Any]:
    """Return a finding as a list."""
    fix = finding.fix
    return [
        finding.rule,
        finding.level.value,
        finding.start,
        finding.end,
        finding.code,
        finding.message,
        list(finding.suggestions),
        fix and [fix.title, [[edit.start, edit.end, edit.text] for edit in fix.edits], fix.is_safe],
        [[item.start, item.end, item.message] for item in finding.related],
    ]


def unpack_finding(record: list[Any]) -> Finding:
    """Return the finding that was packed."""
    rule, level, start, end, code, message, suggestions, fix, related = record
    if fix is not None:
        title, edits, is_safe = fix
        fix = Fix(title, tuple(Edit(*edit) for edit in edits), is_safe)
    places = tuple(Related(*item) for item in related)
    return Finding(rule, Level(level), start, end, code, message, tuple(suggestions), fix, places)


def pack_occurrence(found: Occurrence) -> list[Any]:
    """Return an occurrence as a list."""
    evidence = [[item.reason, item.weight] for item in found.evidence]
    return [found.start, found.end, found.text, found.code, found.role.value, evidence, found.language]


def unpack_occurrence(record: list[Any]) -> Occurrence:
    """Return the occurrence that was packed."""
    start, end, text, code, role, evidence, language = record
    return Occurrence(start, end, text, code, Role(role), tuple(Evidence(*item) for item in evidence), language)
