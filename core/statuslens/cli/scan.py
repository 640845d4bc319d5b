"""``statuslens scan``: the places that mean a status."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from statuslens.cli.notes import note_skipped
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.recognise import Occurrence
from statuslens.report import SCHEMA, occurrence_lines, occurrence_record
from statuslens.workspace import FileScan, Skipped, scan_paths


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text")
    parser.add_argument("--why", action="store_true", help="add the reasons and their weights")
    parser.add_argument("--prose", action="store_true", help="add statuses in comments and free text")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the occurrences."""
    if options.show_settings:
        return show_settings(options)
    if options.format == "text":
        for scanned, occurrence in _occurrences(options):
            print("\n".join(occurrence_lines(scanned.file.path, scanned.scan, occurrence, why=options.why)))
        return 0
    records = (_record(scanned, occurrence, options) for scanned, occurrence in _occurrences(options))
    if options.format == "jsonl":
        for record in records:
            print(json.dumps(record))
    else:
        json.dump({"schema": SCHEMA, "occurrences": list(records)}, sys.stdout, indent=2)
        print()
    return 0


def _occurrences(options: argparse.Namespace) -> Iterator[tuple[FileScan, Occurrence]]:
    for scanned in scan_paths(options.paths, prose=options.prose, settings_of=settings_by_path(options)):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
            continue
        for occurrence in scanned.scan.occurrences:
            yield scanned, occurrence


def _record(scanned: FileScan, occurrence: Occurrence, options: argparse.Namespace) -> dict[str, Any]:
    return occurrence_record(scanned.file.path, scanned.scan, occurrence, why=options.why)
