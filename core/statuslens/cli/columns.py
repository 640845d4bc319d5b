"""How many columns a terminal has."""

import os
from typing import TextIO


def columns_of(stream: TextIO, otherwise: int) -> int:
    """Return the columns of a terminal, or what COLUMNS says; ``otherwise`` where neither tells.

    As shutil.get_terminal_size does, without importing every compression library.
    """
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        return os.get_terminal_size(stream.fileno()).columns or otherwise
    except (OSError, ValueError):
        return otherwise
