"""Whether another process is there."""

import os


def is_running(process: int) -> bool:
    """Tell whether there is a process with an id; taken for sure on Windows, where a look would interrupt it."""
    if os.name == "nt" or process <= 0:
        return os.name == "nt"
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
