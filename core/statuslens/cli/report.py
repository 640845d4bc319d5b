"""``statuslens report``: which codes a repository answers with and where, and what else they are there for."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from statuslens.cli.notes import note_skipped
from statuslens.cli.output import write_named
from statuslens.cli.screen import find_screen
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, settle_sources
from statuslens.config.model import Settings
from statuslens.config.paths import place_of
from statuslens.registry import load_registry
from statuslens.report import CheckedFile
from statuslens.report.overview.gather import look_at, put_together
from statuslens.report.overview.model import LookedAt, Overview
from statuslens.report.overview.page import overview_page
from statuslens.report.overview.records import overview_record
from statuslens.report.overview.text import overview_text
from statuslens.rules import find
from statuslens.terminal import printable
from statuslens.workspace import MAX_BYTES, Skipped, Source, read_given, read_sources, scan_sources
from statuslens.workspace.declared import DeclaredByFolder

_WIDTH = 80


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.add_argument("--output", metavar="FILE", help="write to this file instead of standard output")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the overview, or write it to a file."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    overview = put_together(_look_at_all(options))
    pieces = _render(overview, options)
    if options.output is None:
        for piece in pieces:
            sys.stdout.write(piece)
        return 0
    write_named(options.output, "".join(pieces))
    print(f"{printable(options.output)} written", file=sys.stderr)
    return 0


def _render(overview: Overview, options: argparse.Namespace) -> Iterator[str]:
    if options.format == "json":
        yield f"{json.dumps(overview_record(overview), indent=2)}\n"
    elif options.format == "html":
        yield from overview_page(overview, title=_title(options.paths))
    elif options.output is not None:
        yield from overview_text(overview, _WIDTH)
    else:
        screen = find_screen()
        yield from overview_text(overview, screen.width if sys.stdout.isatty() else _WIDTH, screen.paint)


def _look_at_all(options: argparse.Namespace) -> Iterator[LookedAt]:
    registry = load_registry()
    settings_of = settings_by_path(options)
    declared_for = DeclaredByFolder()
    for scanned in scan_sources(_read_named(options, settings_of)):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
            continue
        path = scanned.file.path
        settings = settings_of(path)
        place = place_of(path, settings)
        findings = find(scanned.scan, registry, settings.team, place, declared_for(path))
        yield look_at(scanned.scan, CheckedFile(path, scanned.scan.lines, findings), registry, settings.team, place)


def _title(paths: list[str]) -> str:
    """Return what the paths are called together: the name of the folder that was named."""
    return ", ".join(Path(path).resolve().name or path for path in paths)


def _read_named(options: argparse.Namespace, settings_of: Callable[[str], Settings]) -> Iterator[Source | Skipped]:
    """Read what the settled options name."""
    if not options.is_standard_input:
        return read_sources(options.paths, settings_of=settings_of, force_exclude=options.force_exclude)
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return iter((read_given(data, options.stdin_filename, settings_of=settings_of),))
