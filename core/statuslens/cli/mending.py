"""What ``--fix`` and ``--diff`` do: mend files, or show what that would change."""

import argparse
import sys
from collections.abc import Iterable

from statuslens.cli.notes import note_skipped
from statuslens.config.paths import place_of
from statuslens.report.diff import unified_diff
from statuslens.rules import Finding
from statuslens.rules.apply import fixes_of
from statuslens.workspace import Source
from statuslens.workspace.look import CheckLook, Outcome
from statuslens.workspace.mend import Mended, mend, write


def mend_file(outcome: Outcome[Finding], look: CheckLook, options: argparse.Namespace) -> Outcome[Finding] | None:
    """Mend a file where it stands, and return what remains; None, with a note, where it cannot be written."""
    mended = _mend(outcome, look, options)
    if mended is None:
        return outcome
    if problem := write(mended):
        note_skipped(problem)
        return None
    return outcome._replace(text=mended.source.text, found=mended.remaining)


def show_diff(outcomes: Iterable[Outcome[Finding]], look: CheckLook, options: argparse.Namespace) -> bool:
    """Print what would be mended; tell whether there is anything."""
    is_any = False
    for outcome in outcomes:
        mended = _mend(outcome, look, options)
        if mended is None:
            continue
        for line in unified_diff(outcome.file.path, mended.before, mended.source.text):
            is_any = True
            sys.stdout.write(line)
    return is_any


def _mend(outcome: Outcome[Finding], look: CheckLook, options: argparse.Namespace) -> Mended | None:
    """Return a file with its fixes, None where it has none."""
    if not fixes_of(outcome.found, with_unsafe=options.unsafe_fixes):
        return None
    settings = look.settings_of(outcome.file.path)
    source = Source(outcome.file, outcome.text, settings.team, place_of(outcome.file.path, settings))
    declared = look.declared_for(outcome.file.path)
    mended = mend(source, look.choose, declared, with_unsafe=options.unsafe_fixes, found=outcome.found)
    return mended if mended.fixes else None
