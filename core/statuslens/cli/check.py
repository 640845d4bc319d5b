"""``statuslens check``: what is wrong with the statuses in source files."""

import argparse
import json
import sys
from collections.abc import Callable
from functools import cache

from statuslens.cli.notes import note_skipped
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, read_named, settle_sources
from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.registry import load_registry
from statuslens.report import SCHEMA, finding_lines, finding_record, summary
from statuslens.rules import Finding, Level, find
from statuslens.rules.choice import ALL, choose
from statuslens.workspace import FileScan, Skipped, scan_sources

_LEVELS = tuple(Level)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--select", type=_names, default=(), metavar="RULES", help=f"run these alone; {ALL} for all")
    parser.add_argument("--ignore", type=_names, default=(), metavar="RULES", help="do not run these")
    parser.add_argument(
        "--fail-on",
        choices=[level.value for level in Level],
        default=Level.WARNING.value,
        help="the least level that makes the exit status 1",
    )
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings; the exit status is 1 if there is one of the level that fails or a higher one."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    choose_for = _chooser(options)
    registry = load_registry()
    settings_of = settings_by_path(options)
    findings: list[tuple[FileScan, Finding]] = []
    files = 0
    for scanned in scan_sources(read_named(options, settings_of)):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
            continue
        files += 1
        found = find(scanned.scan, registry, choose_for(settings_of(scanned.file.path).team))
        findings += ((scanned, finding) for finding in found)
        if options.format == "text":
            for finding in found:
                print("\n".join(finding_lines(scanned.file.path, scanned.scan, finding, registry)))
    if options.format == "json":
        records = [finding_record(scanned.file.path, scanned.scan, finding) for scanned, finding in findings]
        json.dump({"schema": SCHEMA, "files": files, "findings": records}, sys.stdout, indent=2)
        print()
    else:
        print(summary(len(findings), files))
    failing = _LEVELS[: _LEVELS.index(Level(options.fail_on)) + 1]
    return int(not options.exit_zero and any(finding.level in failing for _, finding in findings))


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))


def _chooser(options: argparse.Namespace) -> Callable[[TeamFile], TeamFile]:
    """Return what turns a team file into one with which only the rules that were asked for run."""
    choose(DEFAULTS, options.select, options.ignore)
    return cache(lambda team: choose(team, options.select, options.ignore))
