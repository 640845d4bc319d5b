"""Find the team file of a path."""

import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statuslens.config.stamp import Stamp, stamp_of, stat_of

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "statuslens.yaml"
PROJECT_FILE = "pyproject.toml"


def find_team_file(path: str | os.PathLike[str]) -> "Path | None":
    """Return the team file that holds for a file or folder, whether or not the path is there.

    Folders are searched upwards to the root of the repository, which has ``.git``, or of the file system. The nearest
    file holds, whole: nothing is taken over from those above it. In one folder ``statuslens.yaml`` comes before a
    ``pyproject.toml`` with a table ``tool.statuslens``; without that table a ``pyproject.toml`` does not count.
    """
    for folder in folders_above(path):
        own = os.path.join(folder, FILE_NAME)
        if stamp_of(own):
            return _path(own)
        project = os.path.join(folder, PROJECT_FILE)
        stamp = stamp_of(project)
        if stamp and _has_table(_path(project), stamp):
            return _path(project)
    return None


def find_root(path: str | os.PathLike[str]) -> str | None:
    """Return the root of the repository that a file or folder is in, which has ``.git``; None where there is none."""
    return next((folder for folder in folders_above(path) if _is_root(folder)), None)


def _path(name: str) -> "Path":
    from pathlib import Path  # noqa: PLC0415 (many folders have no team file)

    return Path(name)


def _has_table(project: "Path", stamp: Stamp) -> bool:
    from statuslens.config.pyproject import read_table  # noqa: PLC0415 (few folders have such a file)

    return read_table(project, stamp) is not None


def folders_above(path: str | os.PathLike[str]) -> Iterator[str]:
    """Yield the folder of a path and those above it, up to the root of the repository or of the file system."""
    # Without following links: what the user sees above a file counts, not where a link leads.
    start = os.path.abspath(path)
    found = stat_of(start)
    is_folder = found is not None and stat.S_ISDIR(found.st_mode)
    folder, above = start if is_folder else os.path.dirname(start), ""
    while folder != above:
        yield folder
        if _is_root(folder):
            return
        folder, above = os.path.dirname(folder), folder


def _is_root(folder: str) -> bool:
    return stat_of(os.path.join(folder, ".git")) is not None
