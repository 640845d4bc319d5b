"""When a file was changed, and whether it is there at all."""

import os
import stat

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size: as long as both stay, so does what was read."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """Return when a regular file was changed and its size, None where there is none."""
    found = stat_of(path)
    return (found.st_mtime_ns, found.st_size) if found and stat.S_ISREG(found.st_mode) else None


def stat_of(path: str | os.PathLike[str]) -> os.stat_result | None:
    """Return the state of a file or folder, None where there is none or it cannot be told."""
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None
