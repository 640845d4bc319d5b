"""The ``statuslens`` command as its own process."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools import require_script

PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the command printed, and its exit status."""

    out: str
    err: str
    status: int


Run = Callable[..., Result]


def run_in(folder: Path, *arguments: str, encoding: str = "utf-8", stdin: bytes = b"") -> Result:
    """Run the command in a folder, with something on standard input."""
    done = subprocess.run(
        [require_script("statuslens"), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": encoding, "STATUSLENS_CACHE_DIR": f"{folder}-cache"},
        input=stdin,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    # Lines end as the system has it; what they say is the same everywhere.
    out, err = (stream.decode(encoding).replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
    return Result(out, err, done.returncode)
