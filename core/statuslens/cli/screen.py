"""What standard output can show: its width, colours, links."""

import os
import sys
from typing import NamedTuple, TextIO

from statuslens.cli.columns import columns_of
from statuslens.terminal import printable

_PIPED_WIDTH = 88
_READABLE_WIDTH = 100
_NARROWEST = 40
# Colours of the 256 that can be read on a dark and on a light background alike.
_STYLES = {
    "1xx": "1;38;5;33",
    "2xx": "1;38;5;34",
    "3xx": "1;38;5;37",
    "4xx": "1;38;5;172",
    "5xx": "1;38;5;160",
    "title": "1",
    "label": "2",
    "error": "1;38;5;160",
    "warning": "1;38;5;172",
    "information": "1;38;5;33",
    "hint": "1;38;5;37",
}
# Terminals that are known to make links of OSC 8; others might show the sequence.
_LINKING = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR")
_LINKING_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"}
_LINKING_VTE = 5000


class Screen(NamedTuple):
    """What a stream can show."""

    width: int
    is_coloured: bool
    has_links: bool

    def paint(self, text: str, style: str) -> str:
        """Colour a text where there are colours."""
        code = _STYLES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_coloured and code else text

    def link(self, label: str, url: str) -> str:
        """Show a link: clickable where that is possible, else its address behind the label."""
        return f"\x1b]8;;{url}\x1b\\{label}\x1b]8;;\x1b\\" if self.has_links else f"{label}  {url}"

    def wrap(self, text: str, first: str = "  ", rest: str | None = None) -> str:
        """Break a text into lines, with an indent for the first and for the rest."""
        import textwrap  # noqa: PLC0415 (what only prints lines of source wraps none)

        return textwrap.fill(
            printable(text),
            self.width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_long_words=False,
            break_on_hyphens=False,
        )


def find_screen(stream: TextIO = sys.stdout) -> Screen:
    """Look at a stream and the environment; NO_COLOR and FORCE_COLOR are obeyed (no-color.org, force-color.org)."""
    is_terminal = stream.isatty()
    is_dumb = os.environ.get("TERM") == "dumb"
    is_coloured = bool(os.environ.get("FORCE_COLOR")) or (is_terminal and not is_dumb)
    columns = columns_of(stream, _PIPED_WIDTH) if is_terminal else _PIPED_WIDTH
    return Screen(
        width=max(_NARROWEST, min(columns, _READABLE_WIDTH)),
        is_coloured=is_coloured and not os.environ.get("NO_COLOR"),
        has_links=is_terminal and not is_dumb and _makes_links(),
    )


def _makes_links() -> bool:
    vte = os.environ.get("VTE_VERSION", "")
    return (
        any(name in os.environ for name in _LINKING)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or (vte.isdecimal() and int(vte) >= _LINKING_VTE)
    )
