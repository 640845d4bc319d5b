"""``statuslens scan``: the places that mean a status."""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from statuslens import recognise, report
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, settle_sources
from statuslens.cli.working import LOST, Course, add_shard, add_work, look_over
from statuslens.workspace.look import Outcome, ScanLook


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    parser.add_argument("--why", action="store_true", help="add the reasons and their weights")
    parser.add_argument("--prose", action="store_true", help="add statuses in comments and free text")
    parser.add_argument(
        "--min-confidence",
        type=_number,
        metavar="NUMBER",
        help="the least sum of weights that --why shows: 3 by default, more for what is surer, less for near misses",
    )
    add_work(parser)
    add_shard(parser)
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the occurrences."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    course = Course()
    look = ScanLook(settings_by_path(options), options.prose, options.min_confidence)
    outcomes = look_over(options, look, course)
    if options.format == "text":
        for path, scan in _scans(outcomes):
            for occurrence in scan.occurrences:
                print("\n".join(report.occurrence_lines(path, scan, occurrence, why=options.why)))
    elif options.format == "jsonl":
        for record in _records(outcomes, options):
            print(json.dumps(record))
    else:
        files = list(outcomes)
        records = list(_records(files, options))
        json.dump({"schema": report.SCHEMA, "files": len(files), "occurrences": records}, sys.stdout, indent=2)
        print()
    return LOST if course.is_lost else 0


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text!r} is no number; write one such as 4.5")
    return number


def _scans(outcomes: "Iterable[Outcome[recognise.Occurrence]]") -> "Iterator[tuple[str, recognise.Scan]]":
    """Yield the path and the occurrences of each file that has any."""
    for outcome in outcomes:
        if outcome.found:
            yield outcome.file.path, recognise.Scan(outcome.file.language, outcome.lines, outcome.found)


def _records(
    outcomes: "Iterable[Outcome[recognise.Occurrence]]", options: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    for path, scan in _scans(outcomes):
        for occurrence in scan.occurrences:
            yield report.occurrence_record(path, scan, occurrence, why=options.why)
