"""A picture of what a terminal shows, with its colours."""

import subprocess
from pathlib import Path

from chromium import Tab
from terminal import Terminal
from tools import require_program

_PAGE = """\
<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: {background} }}
pre {{ margin: 0; padding: 12px; display: inline-block; color: {foreground}; font: 15px/1.2 "DejaVu Sans Mono" }}
</style><pre>{text}</pre>
"""


def take_picture(
    terminal: Terminal, tab: Tab, path: Path, *, foreground: str = "#e0e2ea", background: str = "#14161b"
) -> None:
    """Write what a terminal shows to a file."""
    shown = subprocess.run(
        [require_program("aha"), "--no-header"],
        input=terminal.screen(with_colours=True).rstrip(),
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    page = path.with_suffix(".html")
    page.write_text(_PAGE.format(text=shown, foreground=foreground, background=background), "utf-8")
    tab.open(page)
    box = tab.run("(({width, height}) => [width, height])(document.querySelector('pre').getBoundingClientRect())")
    path.write_bytes(tab.picture(0, 0, *box))
    page.unlink()
