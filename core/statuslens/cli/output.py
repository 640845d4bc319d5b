"""What a command writes to a file that the user names."""

from pathlib import Path

from statuslens.errors import UsageError
from statuslens.workspace.whole import write_whole


def write_named(path: str, text: str) -> None:
    """Write a text to a file, whole or not at all. Raises UsageError where it cannot be written."""
    try:
        write_whole(Path(path), text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}; name a file that you may write") from error
