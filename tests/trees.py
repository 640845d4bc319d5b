"""Trees of source files that are large enough to be looked at in several processes."""

from pathlib import Path

_LINE = "# what stands here says nothing of the statuses below it\n"
_LARGE = 200_000


def write_large_tree(folder: Path, files: int = 24) -> None:
    """Write Python files with some megabytes, of which every third has findings."""
    for number in range(files):
        path = folder / f"part{number % 4}" / f"file{number:02}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        found = f"r.status_code = {530 + number}\nreply(status=305)\n" if number % 3 == 0 else "size = 7\n"
        path.write_text(_LINE * (_LARGE // len(_LINE)) + found, encoding="utf-8")
