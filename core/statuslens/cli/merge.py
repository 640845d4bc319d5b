"""``statuslens merge``: one report from those of several shards."""

import argparse
import sys

from statuslens.report.merge import merge


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("reports", nargs="+", metavar="FILE", help="reports of check as json, jsonl or sarif")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report that one run over all files would have printed."""
    for piece in merge(options.reports):
        sys.stdout.write(piece)
    return 0
