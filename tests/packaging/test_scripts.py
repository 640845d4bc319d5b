"""The console scripts: they start in any folder, and say which extra is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

import statuslens
from tools import require_script

SCRIPTS = ("statuslens", "statuslens-lsp", "statuslens-slackbot")

DECOYS = (
    "asyncio.py",
    "core/__init__.py",
    "lsp/__init__.py",
    "slackbot/__init__.py",
    "statuslens.py",
    "statuslens_lsp.py",
    "statuslens_slackbot.py",
    "yaml.py",
)

EXTRAS = {
    "check": "tree_sitter",
    "lsp": "lsprotocol pygls",
    "slack": "aiohttp slack_bolt slack_sdk starlette uvicorn",
}
"""What a program cannot import where the extra is not installed."""

# The finders are wrapped rather than preceded by one that raises: find_spec() must find nothing too.
WITHOUT_LIBRARIES = """
import sys
from importlib.metadata import entry_points

script, missing, *arguments = sys.argv[1:]
(entry_point,) = entry_points(group="console_scripts", name=script)


class Finder:
    def __init__(self, finders):
        self.finders = finders

    def find_spec(self, name, path=None, target=None):
        if name.startswith(tuple(missing.split())):
            return None
        found = (finder.find_spec(name, path, target) for finder in self.finders)
        return next((spec for spec in found if spec), None)


sys.meta_path = [Finder(sys.meta_path)]
sys.argv = [script, *arguments]
sys.exit(entry_point.load()())
"""


def run_without(libraries: str, script: str, *arguments: str, folder: Path) -> tuple[int, str, str]:
    """Run a script as it runs where these libraries are not installed."""
    return run([sys.executable, "-I", "-c", WITHOUT_LIBRARIES, script, libraries, *arguments], folder)


def run(command: list[str], folder: Path) -> tuple[int, str, str]:
    result = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return result.returncode, result.stdout, result.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_tells_its_version_from_an_empty_folder(tmp_path: Path, script: str) -> None:
    expected = f"{script} {statuslens.__version__}\n"
    assert run([require_script(script), "--version"], tmp_path) == (0, expected, "")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_package_runs_as_its_script_does(tmp_path: Path, script: str) -> None:
    expected = f"{script} {statuslens.__version__}\n"
    package = script.replace("-", "_")
    assert run([sys.executable, "-P", "-m", package, "--version"], tmp_path) == (0, expected, "")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_imports_nothing_from_the_folder_it_starts_in(tmp_path: Path, script: str) -> None:
    for decoy in DECOYS:
        (tmp_path / decoy).parent.mkdir(exist_ok=True)
        (tmp_path / decoy).write_text(f"raise RuntimeError('{decoy} was imported')\n")
    expected = f"{script} {statuslens.__version__}\n"
    assert run([require_script(script), "--version"], tmp_path) == (0, expected, "")


@pytest.mark.parametrize(
    ("script", "extra"),
    [("statuslens", "check"), ("statuslens-lsp", "lsp"), ("statuslens-slackbot", "slack")],
)
def test_a_script_tells_its_version_without_its_extra(tmp_path: Path, script: str, extra: str) -> None:
    expected = f"{script} {statuslens.__version__}\n"
    assert run_without(EXTRAS[extra], script, "--version", folder=tmp_path) == (0, expected, "")


def test_explaining_a_code_needs_no_extra(tmp_path: Path) -> None:
    with_all = run([require_script("statuslens"), "explain", "404"], tmp_path)
    without_any = run_without(" ".join(EXTRAS.values()), "statuslens", "explain", "404", folder=tmp_path)
    assert without_any == with_all
    assert with_all[0] == 0


def test_scanning_without_its_extra_is_refused_with_the_command_that_brings_it(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("response.status_code == 404\n")
    expected = (
        'statuslens: reading source files needs an extra that is not installed: pip install "statuslens[check]"\n'
    )
    assert run_without(EXTRAS["check"], "statuslens", "scan", "app.py", folder=tmp_path) == (2, "", expected)


def test_serving_an_editor_without_the_extra_is_refused_with_the_command_that_brings_it(
    tmp_path: Path,
) -> None:
    expected = (
        'statuslens-lsp: The language server needs an extra that is not installed: pip install "statuslens[lsp]"\n'
    )
    assert run_without(EXTRAS["lsp"], "statuslens-lsp", "--stdio", folder=tmp_path) == (2, "", expected)


def test_starting_the_bot_without_its_extra_is_refused_with_the_command_that_brings_it(
    tmp_path: Path,
) -> None:
    expected = (
        'statuslens-slackbot: The Slack bot needs an extra that is not installed: pip install "statuslens[slack]"\n'
    )
    arguments = ("--mode", "http", "--host", "127.0.0.1", "--port", "0")
    assert run_without(EXTRAS["slack"], "statuslens-slackbot", *arguments, folder=tmp_path) == (
        2,
        "",
        expected,
    )
