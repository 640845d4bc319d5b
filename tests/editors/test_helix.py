"""Helix: its configuration and the server in the real editor, in a terminal."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from editor_project import FIX, FIXED, finding, make_project
from terminal import Terminal, open_terminal
from tools import PROJECT, require_program, require_script

CONFIGURATION = PROJECT / "editors" / "helix" / "languages.toml"


@pytest.mark.editors
@pytest.mark.parametrize(("program", "others"), [("hx", []), ("hx-newest", ["ruff", "pylsp"])])
def test_a_session_has_an_answer_to_everything_and_a_fix_is_saved(
    program: str, others: list[str], tmp_path: Path
) -> None:
    project = make_project(tmp_path)
    for other in others:
        (project.home / "bin" / other).symlink_to(require_script(other))
    (project.home / "helix").mkdir()
    shutil.copy(CONFIGURATION, project.home / "helix")
    command = [require_program(program), str(project.file)]
    with open_terminal(command, project.root, project.environment()) as terminal:
        terminal.wait("●")
        search(terminal, "299")
        terminal.wait(finding().message[:30])
        search(terminal, "404")
        terminal.type(" k")
        terminal.wait("404 Not Found")
        terminal.press("Escape")
        terminal.wait_without("404 Not Found")
        terminal.type(" a")
        terminal.wait(FIX)
        terminal.press("Enter")
        terminal.wait("HTTPStatus.NOT_FOUND:")
        terminal.type(":wq")
        terminal.press("Enter")
        terminal.wait_for_end()
    assert project.file.read_text("utf-8") == FIXED
    assert project.troubles() == []


def search(terminal: Terminal, text: str) -> None:
    terminal.type(f"/{text}")
    terminal.press("Enter")


def test_every_language_of_the_configuration_has_the_server_last() -> None:
    configuration = tomllib.loads(CONFIGURATION.read_text("utf-8"))
    assert configuration["language-server"] == {"statuslens": {"command": "statuslens-lsp"}}
    last = {language["name"]: language["language-servers"][-1] for language in configuration["language"]}
    assert set(last.values()) == {"statuslens"}
    assert list(last) == sorted(last)


@pytest.mark.editors
@pytest.mark.parametrize("program", ["hx", "hx-newest"])
def test_helix_knows_every_language_of_the_configuration(program: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project.home / "helix").mkdir()
    shutil.copy(CONFIGURATION, project.home / "helix")
    for language in tomllib.loads(CONFIGURATION.read_text("utf-8"))["language"]:
        health = subprocess.run(
            [require_program(program), "--health", language["name"]],
            env=project.environment(),
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        assert "statuslens" in health
