"""Text from files and names, made safe to print on a terminal."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Show characters that would drive a terminal, end a line or turn its direction as ``?``; a tab stays."""
    return _CONTROL.sub("?", text)
