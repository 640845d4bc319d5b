"""``statuslens check``: what is wrong with the statuses in source files."""

import argparse
import json
import sys

from statuslens.cli.notes import note_skipped
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.cli.sources import add_sources, read_named, settle_sources
from statuslens.registry import load_registry
from statuslens.report import SCHEMA, finding_lines, finding_record, summary
from statuslens.rules import Finding, Level, find
from statuslens.workspace import FileScan, Skipped, scan_sources

_FAILING = {Level.ERROR, Level.WARNING}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_sources(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the findings; the exit status is 1 if there is one of level warning or error."""
    settle_sources(options)
    if options.show_settings:
        return show_settings(options)
    registry = load_registry()
    settings_of = settings_by_path(options)
    findings: list[tuple[FileScan, Finding]] = []
    files = 0
    for scanned in scan_sources(read_named(options, settings_of)):
        if isinstance(scanned, Skipped):
            note_skipped(scanned)
            continue
        files += 1
        found = find(scanned.scan, registry, settings_of(scanned.file.path).team)
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
    return int(not options.exit_zero and any(finding.level in _FAILING for _, finding in findings))
