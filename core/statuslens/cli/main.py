"""The ``statuslens`` command: choose a subcommand, run it, turn errors into one line."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from statuslens import __version__
from statuslens.cli.columns import columns_of
from statuslens.errors import StatuslensError
from statuslens.terminal import printable

_COMMANDS = {
    "explain": "explain a status code, a class or a name",
    "codes": "list codes and constants, by class, vendor, property or language",
    "scan": "list the places that mean a status",
    "check": "report what is wrong with the statuses in source files",
    "merge": "put the reports of several shards together",
    "report": "tell which codes a repository answers with and where, and what else they are there for",
    "rules": "list the rules that check knows",
    "rule": "say what a rule finds, and why that matters",
    "suggest": "propose entries for the contexts of the team file",
    "init": "write a commented team file to begin with",
    "languages": "list the languages that scan and check read",
    "doctor": "say what is installed, found and working",
}
_BETWEEN_SEARCHES = 100_000
"""Objects made between two searches for rubbish: most are there until the end, and each search looks at them anew."""
_BAD_USAGE = 2
_PIPED_WIDTH = 80
_INTERRUPTED = 130


def run() -> NoReturn:
    """Run the command as a program.

    It ends at once: to take apart all that Python has made, which the system throws away as a whole, would take a
    tenth of a short run.
    """
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Importing makes many objects and no rubbish: to look through them for it only costs time.
        gc.disable()
        options = _parser(arguments).parse_args(arguments)
        gc.freeze()
        gc.set_threshold(_BETWEEN_SEARCHES)
        gc.enable()
        status: int = options.run(options)
        sys.stdout.flush()
    except StatuslensError as error:
        print(f"statuslens: {printable(str(error))}", file=sys.stderr)
        return _BAD_USAGE
    except BrokenPipeError:
        # The reader has gone; keep Python from failing again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


class _Formatter(argparse.HelpFormatter):
    """Help as wide as the terminal; argparse asks for its width once for each option, by way of much else."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=columns_of(sys.stdout, _PIPED_WIDTH) - 2)


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, and where to read on."""

    def error(self, message: str) -> NoReturn:
        self.exit(_BAD_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return a parser of the named subcommand alone, so that the others cost nothing; of all where none is named."""
    parser = _Parser(
        prog="statuslens",
        description="HTTP status codes: explained, found in source code, and checked.",
        allow_abbrev=False,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"statuslens {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)
    named = [name for name in _COMMANDS if name in arguments]
    for name in named or _COMMANDS:
        summary = _COMMANDS[name]
        description = f"{summary.capitalize()}."
        subparser = subparsers.add_parser(
            name, help=summary, description=description, allow_abbrev=False, formatter_class=_Formatter
        )
        if named:
            import_module(f"statuslens.cli.{name}").configure(subparser)
    return parser
