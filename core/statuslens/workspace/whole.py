"""Write a file whole or not at all, should the disk be full or the power go."""

import os
from pathlib import Path


def write_whole(path: Path, data: bytes, *, is_lasting: bool = True) -> None:
    """Put bytes in a file's place, which is the old or the new one at any time; permissions stay.

    What need not last, since it can be made again, is not waited for until it is on the disk. Raises OSError where the
    folder of the file may not be written to.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            if is_lasting:
                os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
