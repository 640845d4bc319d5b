"""``statuslens init``: a commented team file to begin with."""

import argparse
import json
import os
from pathlib import Path

from statuslens.config.find import FILE_NAME, find_team_file
from statuslens.config.schema import make_schema
from statuslens.config.template import TEMPLATE
from statuslens.errors import UsageError
from statuslens.rules import RULE_NAMES
from statuslens.terminal import printable
from statuslens.workspace.whole import write_whole


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where to write it; here by default")
    parser.add_argument(
        "--schema", action="store_true", help="print the JSON Schema of team files instead, for editors that use one"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the team file, or print its JSON Schema."""
    if options.schema:
        print(json.dumps(make_schema(RULE_NAMES), indent=2))
        return 0
    target = Path(options.folder, FILE_NAME)
    _refuse_to_replace(target)
    try:
        write_whole(target, TEMPLATE.encode())
    except OSError as error:
        raise UsageError(
            f"{target}: cannot be written: {error.strerror}; name a folder that you may write to"
        ) from error
    print(f"{printable(str(target))}: written; every line is a comment still, and says what it is for")
    return 0


def _refuse_to_replace(target: Path) -> None:
    if not target.parent.is_dir():
        raise UsageError(f"{target.parent}: there is no such folder; make it first, or name another")
    if os.path.lexists(target):
        raise UsageError(f"{target}: is there already; edit it, or remove it first")
    found = find_team_file(target.parent)
    if found and found.parent == target.parent.absolute():
        raise UsageError(f"{found}: has a table tool.statuslens, which a {FILE_NAME} would hide; keep to one of them")
