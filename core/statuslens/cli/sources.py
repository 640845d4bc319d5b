"""What scan and check read: files and folders, or standard input in place of a file."""

import argparse
import sys
from collections.abc import Callable, Iterator

from statuslens.config.model import Settings
from statuslens.errors import UsageError
from statuslens.workspace import MAX_BYTES, Skipped, Source, read_given, read_sources

_STANDARD_INPUT = "-"


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Add the paths, and the name that standard input goes by."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders, or - for standard input")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="what - is the content of: tells the language and the team file"
    )
    parser.add_argument(
        "--force-exclude", action="store_true", help="leave files out that the team file excludes, even if named"
    )


def settle_sources(options: argparse.Namespace) -> None:
    """Refuse what does not fit together, and let the name of standard input stand for it among the paths."""
    is_read = _STANDARD_INPUT in options.paths
    if is_read and not options.stdin_filename:
        raise UsageError("- is in no known language by itself; add --stdin-filename NAME, such as app.py")
    if is_read and len(options.paths) > 1:
        raise UsageError("- is read alone; leave the other paths out, or - itself")
    if options.stdin_filename and not is_read:
        raise UsageError("--stdin-filename says what - is; give - as the path")
    options.is_standard_input = is_read
    if is_read:
        options.paths = [options.stdin_filename]


def read_named(options: argparse.Namespace, settings_of: Callable[[str], Settings]) -> Iterator[Source | Skipped]:
    """Read what the settled options name."""
    if not options.is_standard_input:
        return read_sources(options.paths, settings_of=settings_of, force_exclude=options.force_exclude)
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    return iter((read_given(data, options.stdin_filename, settings_of=settings_of),))
