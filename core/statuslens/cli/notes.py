"""Notes on standard error about what a command goes past."""

import sys

from statuslens.terminal import printable
from statuslens.workspace import Skipped


def note_skipped(skipped: Skipped) -> None:
    """Say in one line which file is left out, and why."""
    print(f"statuslens: note: {printable(skipped.path)}: left out, {skipped.reason}", file=sys.stderr)
