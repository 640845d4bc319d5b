"""``statuslens check``: what is wrong with the statuses in source files.

What only one option needs is imported by the function for it.
"""
# ruff: noqa: PLC0415

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from statuslens import rules
from statuslens.cli.fixes import add_fixes, settle_fixes
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, settle_sources
from statuslens.cli.working import LOST, Course, add_shard, add_work, look_over
from statuslens.config.model import DEFAULTS
from statuslens.errors import UsageError
from statuslens.report.formats import FORMATS, load_report
from statuslens.report.model import SEVERITY, CheckedFile, Report
from statuslens.rules.choice import ALL
from statuslens.workspace.look import CheckLook, Outcome

if TYPE_CHECKING:
    from statuslens.report.baseline import Baseline
    from statuslens.workspace.changes import Changes


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--select", type=_names, default=(), metavar="RULES", help=f"run these alone; {ALL} for all")
    parser.add_argument("--ignore", type=_names, default=(), metavar="RULES", help="do not run these")
    parser.add_argument(
        "--fail-on",
        choices=[level.value for level in rules.Level],
        default=rules.Level.WARNING.value,
        help="the least level that makes the exit status 1",
    )
    parser.add_argument(
        "--since", metavar="REVISION", help="report what stands on lines that changed since HEAD left this revision"
    )
    parser.add_argument("--baseline", metavar="FILE", help="do not report what stands in this file")
    parser.add_argument("--write-baseline", metavar="FILE", help="write what is found to this file, and report nothing")
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule, and list none")
    add_fixes(parser)
    add_work(parser)
    add_shard(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings; the exit status is 1 if there is one of the level that fails or a higher one."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    settle_fixes(options)
    course = Course()
    if options.diff:
        from statuslens.cli.mending import show_diff

        look = _look(options)
        is_any = show_diff(_outcomes(options, look, course), look, options)
        return LOST if course.is_lost else int(is_any and not options.exit_zero)
    if options.write_baseline:
        return _write_baseline(options)
    report = _report(options)
    failing = SEVERITY[rules.Level(options.fail_on)]
    is_failed = False
    seen: list[CheckedFile] = []
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if options.format == "github" else ""

    def watched() -> Iterator[CheckedFile]:
        nonlocal is_failed
        for file in _check(options, course):
            if file.findings:
                is_failed = is_failed or any(SEVERITY[finding.level] <= failing for finding in file.findings)
            if summary:
                seen.append(file)
            yield file

    for piece in report(watched()):
        sys.stdout.write(piece)
    if summary:
        _append(summary, seen)
    return LOST if course.is_lost else int(is_failed and not options.exit_zero)


def _report(options: argparse.Namespace) -> Report:
    if options.statistics:
        return _statistics(options.format)
    if options.format != "text":
        return load_report(options.format)
    from statuslens.cli.screen import find_screen
    from statuslens.report.text import report_text

    return partial(report_text, paint=find_screen().paint)


def _statistics(form: str) -> Report:
    from statuslens.cli.screen import find_screen
    from statuslens.report.statistics import STATISTICS, statistics_text

    if form not in STATISTICS:
        raise UsageError(f"--statistics has no format {form}; give --format {' or '.join(STATISTICS)}")
    return partial(statistics_text, paint=find_screen().paint) if form == "text" else STATISTICS[form]


def _write_baseline(options: argparse.Namespace) -> int:
    from statuslens.cli.output import write_named
    from statuslens.report.baseline import make_baseline
    from statuslens.report.text import count
    from statuslens.terminal import printable

    path = options.write_baseline
    course = Course()
    files = list(_check(options, course))
    write_named(path, make_baseline(path, files))
    print(f"{printable(path)}: {count(sum(len(file.findings) for file in files), 'finding')} written")
    return LOST if course.is_lost else 0


def _append(path: str, seen: list[CheckedFile]) -> None:
    from statuslens.report.github import job_summary

    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write(job_summary(seen))
    except OSError as error:
        raise UsageError(f"GITHUB_STEP_SUMMARY: {path} cannot be written: {error.strerror}; unset it") from error


def _check(options: argparse.Namespace, course: Course) -> Iterator[CheckedFile]:
    baseline = _baseline(options.baseline) if options.baseline else None
    look = _look(options)
    for outcome in _outcomes(options, look, course):
        remaining = _mended(outcome, look, options) if options.fix else outcome
        if remaining is None:
            continue
        path, lines, found = remaining.file.path, remaining.lines, remaining.found
        if options.since and found:
            changes = _changes(path, options.since)
            found = tuple(item for item in found if changes.touches(path, lines, item.start, item.end))
        file = CheckedFile(path, lines, found)
        yield baseline.without_known(file) if baseline is not None else file


def _baseline(path: str) -> "Baseline":
    from statuslens.report.baseline import read_baseline

    return read_baseline(path)


def _mended(
    outcome: "Outcome[rules.Finding]", look: CheckLook, options: argparse.Namespace
) -> "Outcome[rules.Finding] | None":
    from statuslens.cli.mending import mend_file

    return mend_file(outcome, look, options)


def _changes(path: str, revision: str) -> "Changes":
    from statuslens.workspace.changes import find_changes

    return find_changes(path, revision)


def _outcomes(options: argparse.Namespace, look: CheckLook, course: Course) -> "Iterator[Outcome[rules.Finding]]":
    if not options.since:
        return look_over(options, look, course)
    return look_over(options, look, course, only=lambda path: _changes(path, options.since).has(path))


def _look(options: argparse.Namespace) -> CheckLook:
    look = CheckLook(settings_by_path(options), options.select, options.ignore)
    look.choose(DEFAULTS)  # a name that no rule has is told even where no file is looked at
    return look


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))
