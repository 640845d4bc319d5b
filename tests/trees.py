"""Trees of source files: some that are written out, and some that are looked at in several processes."""

from collections.abc import Mapping
from pathlib import Path

_LINE = "# what stands here says nothing of the statuses below it\n"
_LARGE = 200_000


def write_large_tree(folder: Path, files: int = 24) -> None:
    """Write Python files with some megabytes, of which every third has findings."""
    for number in range(files):
        path = folder / f"part{number % 4}" / f"file{number:02}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        found = f"r.status_code = {560 + number}\nreply(status=305)\n" if number % 3 == 0 else "size = 7\n"
        path.write_text(_LINE * (_LARGE // len(_LINE)) + found, encoding="utf-8")


def write_tree(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
