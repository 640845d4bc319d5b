"""``.ci/run`` beside a made-up README.md, with a stand-in for the installer so that nothing is installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import PROJECT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason=".ci/run is for Debian")

ECHO = "<!-- test-command -->\n```\necho tested\n```\n"
STAND_INS = {
    "Xvfb": "",
    "apt-get": 'echo "apt-get $*" >>apt-get.log',
    "chromium": "",
    "dbus-run-session": "",
    "emacs": "",
    "go": "",
    "initdb": "",
    "javac": "",
    "kate": "",
    "mmdebstrap": "",
    "npm": "",
    "nvim": "",
    "openbox": "",
    "python3": "",
    "sudo": 'exec "$@"',
    "tmux": "",
    "tsc": "",
    "vim": "",
    "xdotool": "",
}


def run_ci(folder: Path, readme: str, *arguments: str, **stand_ins: str) -> tuple[int, str, str]:
    (folder / ".ci").mkdir()
    (folder / "bin").mkdir()
    shutil.copy(PROJECT / ".ci/run", folder / ".ci/run")
    (folder / "README.md").write_text(readme)
    for name, script in {"../.ci/newer-editors": "", **STAND_INS, **stand_ins}.items():
        program = folder / "bin" / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    own = {"STATUSLENS_REQUIRE_ALL", "STATUSLENS_SEED_TEXTS"}
    environment = {name: value for name, value in os.environ.items() if name not in own}
    environment["PATH"] = f"{folder / 'bin'}{os.pathsep}{environment['PATH']}"
    result = subprocess.run(
        [folder / ".ci/run", *arguments],
        cwd="/",
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return result.returncode, result.stdout, result.stderr


def test_the_marked_block_runs_in_the_project_with_nothing_skipped(tmp_path: Path) -> None:
    readme = """
```bash
echo not this one
```

<!-- test-command -->

```bash
ls README.md
echo "require all: $STATUSLENS_REQUIRE_ALL"
```

```bash
echo nor this one
```
"""
    assert run_ci(tmp_path, readme) == (
        0,
        'running: ls README.md\necho "require all: $STATUSLENS_REQUIRE_ALL"\nREADME.md\nrequire all: 1\n',
        "",
    )


@pytest.mark.parametrize(
    ("run", "marker"),
    [
        ("compilers", "compiler-test-command"),
        ("editors", "editor-test-command"),
        ("vscode", "vscode-test-command"),
    ],
)
def test_another_run_has_a_block_of_its_own(tmp_path: Path, run: str, marker: str) -> None:
    readme = f"{ECHO}\n<!-- {marker} -->\n```\necho other\n```\n"
    assert run_ci(tmp_path, readme, run) == (0, "running: echo other\nother\n", "")


def test_a_run_that_there_is_not_is_refused(tmp_path: Path) -> None:
    assert run_ci(tmp_path, ECHO, "all") == (
        2,
        "",
        ".ci/run: all: no such run; give compilers, editors, vscode, or nothing\n",
    )


def test_the_seed_texts_are_named_where_they_lie_beside_the_project(tmp_path: Path) -> None:
    readme = '<!-- test-command -->\n```\necho "seeds: ${STATUSLENS_SEED_TEXTS-none}"\n```\n'
    running = 'running: echo "seeds: ${STATUSLENS_SEED_TEXTS-none}"\n'
    alone, beside = tmp_path / "alone/project", tmp_path / "beside/project"
    alone.mkdir(parents=True)
    beside.mkdir(parents=True)
    (tmp_path / "beside/shared/seeds").mkdir(parents=True)
    assert run_ci(alone, readme) == (0, f"{running}seeds: none\n", "")
    assert run_ci(beside, readme) == (0, f"{running}seeds: {beside}/../shared/seeds\n", "")


def test_a_failing_line_of_the_block_fails_the_run(tmp_path: Path) -> None:
    readme = "<!-- test-command -->\n```\nfalse\necho went on\n```\n"
    assert run_ci(tmp_path, readme) == (1, "running: false\necho went on\n", "")


@pytest.mark.parametrize(
    "readme",
    [
        pytest.param("```\npytest\n```\n", id="no marker"),
        pytest.param("<!-- test-command -->\n", id="no block"),
        pytest.param("<!-- test-command -->\nRun this:\n```\npytest\n```\n", id="text between"),
    ],
)
def test_a_readme_without_a_marked_block_is_refused(tmp_path: Path, readme: str) -> None:
    expected = "no fenced block after '<!-- test-command -->': put the test command there"
    assert run_ci(tmp_path, readme) == (2, "", f".ci/run: README.md: {expected}\n")


def test_nothing_is_installed_where_nothing_is_missing(tmp_path: Path) -> None:
    assert run_ci(tmp_path, ECHO) == (0, "running: echo tested\ntested\n", "")
    assert not (tmp_path / "apt-get.log").exists()


def test_a_python_without_pip_gets_the_package_that_brings_it(tmp_path: Path) -> None:
    without_pip = 'case "$*" in *ensurepip*) exit 1;; esac'
    assert run_ci(tmp_path, ECHO, python3=without_pip) == (
        0,
        "installing: python3-venv\nrunning: echo tested\ntested\n",
        "",
    )
    assert (tmp_path / "apt-get.log").read_text().splitlines() == [
        "apt-get update -qq",
        "apt-get install -qq --no-install-recommends python3-venv",
    ]


def test_a_failed_installation_is_shown_and_ends_the_run(tmp_path: Path) -> None:
    without_pip = 'case "$*" in *ensurepip*) exit 1;; esac'
    assert run_ci(tmp_path, ECHO, python3=without_pip, **{"apt-get": "echo no network; exit 100"}) == (
        2,
        "installing: python3-venv\n",
        "no network\n.ci/run: apt-get could not install python3-venv\n",
    )


def test_a_python_that_is_too_old_is_refused(tmp_path: Path) -> None:
    too_old = 'case "$*" in *version_info*) exit 1;; esac'
    assert run_ci(tmp_path, ECHO, python3=too_old) == (
        2,
        "",
        ".ci/run: python3 must be Python 3.11 or newer\n",
    )
