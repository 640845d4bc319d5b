"""The options ``--fix`` and ``--diff`` of ``statuslens check``; ``mending`` does what they say."""

import argparse

from statuslens.errors import UsageError


def add_fixes(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--fix", action="store_true", help="mend what can be mended safely, and report what remains")
    parser.add_argument("--unsafe-fixes", action="store_true", help="mend also what changes how the program behaves")
    parser.add_argument("--diff", action="store_true", help="show what would be mended, and change nothing")


def settle_fixes(options: argparse.Namespace) -> None:
    """Refuse what does not fit together."""
    if options.fix and options.diff:
        raise UsageError("--diff shows what --fix would write; give one of them")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise UsageError("--unsafe-fixes says what may be mended; add --fix, or --diff to see it first")
    if options.since and (options.fix or options.diff):
        raise UsageError("--fix and --diff are about whole files; leave --since out")
    if options.fix and options.is_standard_input:
        raise UsageError("--fix has no file to write where - is read; give --diff")
