"""What tests need from the machine, and how a lack of it is reported."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

PROJECT = Path(__file__).parent.parent


def lack(what: str) -> NoReturn:
    """Skip the running test for lack of ``what``; fail instead where everything was promised to be there."""
    if os.environ.get("STATUSLENS_REQUIRE_ALL") == "1":
        pytest.fail(f"STATUSLENS_REQUIRE_ALL=1, but there is no {what}", pytrace=False)
    pytest.skip(f"no {what}")


def require_program(name: str) -> str:
    """Return the path of a program on PATH."""
    return shutil.which(name) or lack(name)


def require_script(name: str) -> str:
    """Return the path of one of the project's own console scripts, in the environment that runs the tests."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or lack(
        f"{name} beside {Path(sys.executable).name}: install the project into this environment"
    )
