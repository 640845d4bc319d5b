"""Find the team file of a path."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from statuslens.config.stamp import Stamp, stamp_of, stat_of

FILE_NAME = "statuslens.yaml"
PROJECT_FILE = "pyproject.toml"


def find_team_file(path: str | os.PathLike[str]) -> Path | None:
    """Return the team file that holds for a file or folder, whether or not the path is there.

    Folders are searched upwards to the root of the repository, which has ``.git``, or of the file system. The nearest
    file holds, whole: nothing is taken over from those above it. In one folder ``statuslens.yaml`` comes before a
    ``pyproject.toml`` with a table ``tool.statuslens``; without that table a ``pyproject.toml`` does not count.
    """
    for folder in folders_above(path):
        own = folder / FILE_NAME
        if stamp_of(own):
            return own
        project = folder / PROJECT_FILE
        stamp = stamp_of(project)
        if stamp and _has_table(project, stamp):
            return project
    return None


def find_root(path: str | os.PathLike[str]) -> Path | None:
    """Return the root of the repository that a file or folder is in, which has ``.git``; None where there is none."""
    return next((folder for folder in folders_above(path) if stat_of(folder / ".git")), None)


def _has_table(project: Path, stamp: Stamp) -> bool:
    from statuslens.config.pyproject import read_table  # noqa: PLC0415 (few folders have such a file)

    return read_table(project, stamp) is not None


def folders_above(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Yield the folder of a path and those above it, up to the root of the repository or of the file system."""
    # Without following links: what the user sees above a file counts, not where a link leads.
    start = Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve follows links)
    found = stat_of(start)
    is_folder = found is not None and stat.S_ISDIR(found.st_mode)
    for folder in (start, *start.parents) if is_folder else start.parents:
        yield folder
        if stat_of(folder / ".git"):
            return
