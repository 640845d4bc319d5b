"""``statuslens scan``: the places that mean a status."""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from typing import Any

from statuslens.cli.notes import note_skipped
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, read_named, settle_sources
from statuslens.report import SCHEMA, occurrence_lines, occurrence_record
from statuslens.workspace import FileScan, Skipped, scan_sources


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
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the occurrences."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    scans = _scans(options)
    if options.format == "text":
        for scanned in scans:
            for occurrence in scanned.scan.occurrences:
                print("\n".join(occurrence_lines(scanned.file.path, scanned.scan, occurrence, why=options.why)))
    elif options.format == "jsonl":
        for scanned in scans:
            for record in _records(scanned, options):
                print(json.dumps(record))
    else:
        files = list(scans)
        records = [record for scanned in files for record in _records(scanned, options)]
        json.dump({"schema": SCHEMA, "files": len(files), "occurrences": records}, sys.stdout, indent=2)
        print()
    return 0


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text!r} is no number; write one such as 4.5")
    return number


def _scans(options: argparse.Namespace) -> Iterator[FileScan]:
    sources = read_named(options, settings_by_path(options))
    for scanned in scan_sources(sources, prose=options.prose, min_confidence=options.min_confidence):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
        else:
            yield scanned


def _records(scanned: FileScan, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for occurrence in scanned.scan.occurrences:
        yield occurrence_record(scanned.file.path, scanned.scan, occurrence, why=options.why)
