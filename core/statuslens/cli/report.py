"""``statuslens report``: which codes a repository answers with and where, and what else they are there for."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from statuslens.cli.output import write_named
from statuslens.cli.screen import find_screen
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, settle_sources
from statuslens.cli.working import LOST, Course, add_work, look_over
from statuslens.registry import load_registry
from statuslens.report import CheckedFile
from statuslens.report.overview.gather import put_together, tell_of
from statuslens.report.overview.model import LookedAt, Overview
from statuslens.report.overview.page import overview_page
from statuslens.report.overview.records import overview_record
from statuslens.report.overview.text import overview_text
from statuslens.rules import Finding
from statuslens.rules.uses import Use
from statuslens.terminal import printable
from statuslens.workspace.look import CheckLook
from statuslens.workspace.overlook import OverviewLook

_WIDTH = 80


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.add_argument("--output", metavar="FILE", help="write to this file instead of standard output")
    add_work(parser)
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the overview, or write it to a file."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    course = Course()
    overview = put_together(_tell_of_all(options, course))
    pieces = _render(overview, options)
    if options.output is None:
        for piece in pieces:
            sys.stdout.write(piece)
    else:
        write_named(options.output, "".join(pieces))
        print(f"{printable(options.output)} written", file=sys.stderr)
    return LOST if course.is_lost else 0


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


def _tell_of_all(options: argparse.Namespace, course: Course) -> Iterator[LookedAt]:
    registry = load_registry()
    look = OverviewLook(CheckLook(settings_by_path(options)))
    for outcome in look_over(options, look, course):
        path = outcome.file.path
        uses = [item for item in outcome.found if isinstance(item, Use)]
        findings = tuple(item for item in outcome.found if isinstance(item, Finding))
        file = CheckedFile(path, outcome.lines, findings)
        yield tell_of(file, outcome.file.language, uses, registry, look.settings_of(path).team)


def _title(paths: list[str]) -> str:
    """Return what the paths are called together: the name of the folder that was named."""
    return ", ".join(Path(path).resolve().name or path for path in paths)
