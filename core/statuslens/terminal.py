"""Text from files and names, made safe to print on a terminal."""

from collections.abc import Callable

Paint = Callable[[str, str], str]
"""What colours a text in a style: ``error``, ``title``."""

_CONTROL = dict.fromkeys(
    (*range(0x09), *range(0x0A, 0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), "?"
)


def printable(text: str) -> str:
    """Show characters that would drive a terminal, end a line or turn its direction as ``?``; a tab stays."""
    return text.translate(_CONTROL)


def plain(text: str, _style: str) -> str:
    """Leave a text without colours."""
    return text


def width_of(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    import unicodedata  # noqa: PLC0415 (most text is ASCII)

    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
