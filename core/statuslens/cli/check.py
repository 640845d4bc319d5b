"""``statuslens check``: what is wrong with the statuses in source files."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from statuslens.cli.mending import add_fixes, mend_files, settle_fixes, show_diff
from statuslens.cli.notes import note_skipped
from statuslens.cli.screen import find_screen
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, read_named, settle_sources
from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.errors import UsageError
from statuslens.registry import load_registry
from statuslens.report import CheckedFile
from statuslens.report.baseline import make_baseline, read_baseline
from statuslens.report.formats import FORMATS
from statuslens.report.github import job_summary
from statuslens.report.model import SEVERITY
from statuslens.report.text import count, report_text
from statuslens.rules import Level, find
from statuslens.rules.choice import ALL, choose
from statuslens.terminal import printable
from statuslens.workspace import Skipped, Source, scan_sources
from statuslens.workspace.changes import find_changes
from statuslens.workspace.whole import write_whole


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--select", type=_names, default=(), metavar="RULES", help=f"run these alone; {ALL} for all")
    parser.add_argument("--ignore", type=_names, default=(), metavar="RULES", help="do not run these")
    parser.add_argument(
        "--fail-on",
        choices=[level.value for level in Level],
        default=Level.WARNING.value,
        help="the least level that makes the exit status 1",
    )
    parser.add_argument(
        "--since", metavar="REVISION", help="report what stands on lines that changed since HEAD left this revision"
    )
    parser.add_argument("--baseline", metavar="FILE", help="do not report what stands in this file")
    parser.add_argument("--write-baseline", metavar="FILE", help="write what is found to this file, and report nothing")
    add_fixes(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings; the exit status is 1 if there is one of the level that fails or a higher one."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    settle_fixes(options)
    if options.diff:
        is_any = show_diff(_sources(options, settings_by_path(options)), _chooser(options), options)
        return int(is_any and not options.exit_zero)
    if options.write_baseline:
        return _write_baseline(options)
    report = partial(report_text, paint=find_screen().paint) if options.format == "text" else FORMATS[options.format]
    failing = SEVERITY[Level(options.fail_on)]
    is_failed = False
    seen: list[CheckedFile] = []
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if options.format == "github" else ""

    def watched() -> Iterator[CheckedFile]:
        nonlocal is_failed
        for file in _check(options):
            is_failed = is_failed or any(SEVERITY[finding.level] <= failing for finding in file.findings)
            seen.extend([file] if summary else ())
            yield file

    for piece in report(watched()):
        sys.stdout.write(piece)
    if summary:
        _append(summary, job_summary(seen))
    return int(is_failed and not options.exit_zero)


def _write_baseline(options: argparse.Namespace) -> int:
    path = options.write_baseline
    files = list(_check(options))
    try:
        write_whole(Path(path), make_baseline(path, files).encode())
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}; name a file that you may write") from error
    print(f"{printable(path)}: {count(sum(len(file.findings) for file in files), 'finding')} written")
    return 0


def _append(path: str, text: str) -> None:
    try:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"GITHUB_STEP_SUMMARY: {path} cannot be written: {error.strerror}; unset it") from error


def _check(options: argparse.Namespace) -> Iterator[CheckedFile]:
    choose_for = _chooser(options)
    baseline = read_baseline(options.baseline) if options.baseline else None
    registry = load_registry()
    settings_of = settings_by_path(options)
    sources = _sources(options, settings_of)
    for scanned in scan_sources(mend_files(sources, choose_for, options) if options.fix else sources):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
            continue
        path, scan = scanned.file.path, scanned.scan
        settings = settings_of(path)
        found = find(scan, registry, choose_for(settings.team), place_of(path, settings))
        if options.since:
            changes = find_changes(path, options.since)
            found = tuple(item for item in found if changes.touches(path, scan.lines, item.start, item.end))
        file = CheckedFile(path, scan.lines, found)
        yield baseline.without_known(file) if baseline is not None else file


def _sources(options: argparse.Namespace, settings_of: Callable[[str], Settings]) -> Iterator[Source | Skipped]:
    if not options.since:
        return read_named(options, settings_of)
    return read_named(options, settings_of, only=lambda path: find_changes(path, options.since).has(path))


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))


def _chooser(options: argparse.Namespace) -> Callable[[TeamFile], TeamFile]:
    """Return what turns a team file into one with which only the rules that were asked for run."""
    choose(DEFAULTS, options.select, options.ignore)
    return cache(lambda team: choose(team, options.select, options.ignore))
