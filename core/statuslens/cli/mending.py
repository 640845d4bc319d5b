"""``statuslens check --fix`` and ``--diff``: mend files, or show what that would change."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace

from statuslens.cli.notes import note_skipped
from statuslens.config.paths import place_of
from statuslens.errors import UsageError
from statuslens.report.diff import unified_diff
from statuslens.rules import Finding
from statuslens.rules.apply import fixes_of
from statuslens.workspace import Source
from statuslens.workspace.look import CheckLook, Outcome
from statuslens.workspace.mend import Mended, mend, write


def add_fixes(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--fix", action="store_true", help="mend what can be mended safely, and report what remains")
    parser.add_argument("--unsafe-fixes", action="store_true", help="mend also what changes how the program behaves")
    parser.add_argument("--diff", action="store_true", help="show what would be mended, and change nothing")


def settle_fixes(options: argparse.Namespace) -> None:
    """Refuse what does not fit together."""
    if options.fix and options.diff:
        raise UsageError("--diff shows what --fix would write; give one of them")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says what may be mended; add --fix, or --diff to see it first")
    if options.since and (options.fix or options.diff):
        raise UsageError("--fix and --diff are about whole files; leave --since out")
    if options.fix and options.is_standard_input:
        raise UsageError("--fix has no file to write where - is read; give --diff")


def mend_file(outcome: Outcome[Finding], look: CheckLook, options: argparse.Namespace) -> Outcome[Finding] | None:
    """Mend a file where it stands, and return what remains; None, with a note, where it cannot be written."""
    mended = _mend(outcome, look, options)
    if mended is None:
        return outcome
    if problem := write(mended):
        note_skipped(problem)
        return None
    return replace(outcome, text=mended.source.text, found=look.find_in(outcome.file, mended.source.text)[1])


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
    mended = mend(source, look.choose, look.declared_for(outcome.file.path), with_unsafe=options.unsafe_fixes)
    return mended if mended.fixes else None
