"""The command ``statuslens-lsp``: read the arguments, then become the server."""

import argparse
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from statuslens import __version__
from statuslens.errors import MissingExtraError, StatuslensError, UsageError
from statuslens_lsp.rubbish import begin_importing

_EXTRA_LIBRARIES = ("pygls", "tree_sitter")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _serve(options.log_file)
    except StatuslensError as error:
        sys.stderr.write(f"statuslens-lsp: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="statuslens-lsp",
        description="The statuslens language server. An editor starts it and talks LSP with it over stdio.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--log-file", type=Path, metavar="FILE", help="append the log to FILE")
    parser.add_argument("--stdio", action="store_true", help="speak over stdio, as it does without this too")
    return parser


def _serve(log_file: Path | None) -> int:
    if any(find_spec(library) is None for library in _EXTRA_LIBRARIES):
        raise MissingExtraError("The language server", "lsp")
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("an editor has to start this program: name it in the editor's settings")

    begin_importing()  # which ``lifecycle`` ends
    # lsprotocol takes most of the start-up time, and --version and the errors above should not wait for it.
    from statuslens_lsp.log import start_log  # noqa: PLC0415
    from statuslens_lsp.server import run  # noqa: PLC0415

    start_log(log_file)
    return run()
