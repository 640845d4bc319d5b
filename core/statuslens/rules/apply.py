"""Apply fixes to a text: each whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from statuslens.rules.model import Edit, Finding, Fix


@dataclass(frozen=True, slots=True)
class Applied:
    """A text with fixes."""

    text: str
    fixes: tuple[Fix, ...]
    """Those that were applied; one that overlaps an earlier one was not."""


def fixes_of(findings: Iterable[Finding], *, with_unsafe: bool) -> list[Fix]:
    """Return the fixes of findings that may be applied without a look at each."""
    return [finding.fix for finding in findings if finding.fix is not None and (finding.fix.is_safe or with_unsafe)]


def apply(text: str, fixes: Iterable[Fix]) -> Applied:
    """Apply fixes to a text, the first of two that overlap; an edit that several fixes have in common is made once."""
    applied: list[Fix] = []
    edits: dict[Edit, None] = {}
    for fix in fixes:
        added = [edit for edit in fix.edits if edit not in edits]
        if not any(_overlap(edit, other) for edit in added for other in edits):
            edits.update(dict.fromkeys(added))
            applied.append(fix)
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        text = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
    return Applied(text, tuple(applied))


def _overlap(edit: Edit, other: Edit) -> bool:
    if edit.start == edit.end == other.start == other.end:
        return True  # which of two insertions at one place comes first is not known
    return edit.start < other.end and other.start < edit.end
