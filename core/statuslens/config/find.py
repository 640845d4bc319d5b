"""Find the team file of a path."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

FILE_NAME = "statuslens.yaml"
PROJECT_FILE = "pyproject.toml"

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size: as long as both stay, so does what was read."""


def find_team_file(path: str | os.PathLike[str]) -> Path | None:
    """Return the team file that holds for a file or folder, whether or not the path is there.

    Folders are searched upwards to the root of the repository, which has ``.git``, or of the file system. The nearest
    file holds, whole: nothing is taken over from those above it. In one folder ``statuslens.yaml`` comes before a
    ``pyproject.toml`` with a table ``tool.statuslens``; without that table a ``pyproject.toml`` does not count.
    """
    for folder in _folders_above(path):
        own = folder / FILE_NAME
        if stamp_of(own):
            return own
        project = folder / PROJECT_FILE
        stamp = stamp_of(project)
        if stamp and _has_table(project, stamp):
            return project
    return None


def stamp_of(path: Path) -> Stamp | None:
    """Return when a regular file was changed and its size, None where there is none."""
    found = _stat(path)
    return (found.st_mtime_ns, found.st_size) if found and stat.S_ISREG(found.st_mode) else None


def _has_table(project: Path, stamp: Stamp) -> bool:
    from statuslens.config.load import read_table  # noqa: PLC0415 (few folders have such a file)

    return read_table(project, stamp) is not None


def _folders_above(path: str | os.PathLike[str]) -> Iterator[Path]:
    # Without following links: what the user sees above a file counts, not where a link leads.
    start = Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve follows links)
    found = _stat(start)
    is_folder = found is not None and stat.S_ISDIR(found.st_mode)
    for folder in (start, *start.parents) if is_folder else start.parents:
        yield folder
        if _stat(folder / ".git"):
            return


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
