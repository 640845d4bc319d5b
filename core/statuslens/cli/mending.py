"""``statuslens check --fix`` and ``--diff``: mend files, or show what that would change."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator

from statuslens.cli.notes import note_skipped
from statuslens.config.model import TeamFile
from statuslens.errors import MissingGrammarError, UsageError
from statuslens.registry.declared import Declared
from statuslens.report.diff import unified_diff
from statuslens.workspace import Skipped, Source
from statuslens.workspace.mend import Mended, mend, write
from statuslens.workspace.scan import lacking_grammar

Sources = Iterable[Source | Skipped]
Choose = Callable[[TeamFile], TeamFile]
DeclaredFor = Callable[[str], Declared]


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


def mend_files(
    sources: Sources, choose: Choose, declared_for: DeclaredFor, options: argparse.Namespace
) -> Iterator[Source | Skipped]:
    """Mend files where they stand, and yield them as they are then."""
    for item in _mended(sources, choose, declared_for, options):
        if isinstance(item, Skipped):
            yield item
        elif item.fixes and (problem := write(item)):
            yield problem
        else:
            yield item.source


def show_diff(sources: Sources, choose: Choose, declared_for: DeclaredFor, options: argparse.Namespace) -> bool:
    """Print what would be mended; tell whether there is anything."""
    is_any = False
    for item in _mended(sources, choose, declared_for, options):
        if isinstance(item, Skipped):
            note_skipped(item)
            continue
        for line in unified_diff(item.source.file.path, item.before, item.source.text):
            is_any = True
            sys.stdout.write(line)
    return is_any


def _mended(
    sources: Sources, choose: Choose, declared_for: DeclaredFor, options: argparse.Namespace
) -> Iterator[Mended | Skipped]:
    for source in sources:
        if isinstance(source, Skipped):
            yield source
            continue
        try:
            declared = declared_for(source.file.path)
            yield mend(source, choose, declared, with_unsafe=options.unsafe_fixes)
        except MissingGrammarError as error:
            yield lacking_grammar(error)
