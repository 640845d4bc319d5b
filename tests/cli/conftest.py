"""Run the command in an empty folder."""

from functools import partial
from pathlib import Path

import pytest

from command import Run, run_in


@pytest.fixture
def statuslens(tmp_path: Path) -> Run:
    """Run ``statuslens`` in the test's own folder."""
    return partial(run_in, tmp_path)
