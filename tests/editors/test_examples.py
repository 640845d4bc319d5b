"""What a newcomer sees who follows an editor's README: the example explains the status at the cursor.

``STATUSLENS_PICTURES=FOLDER`` has the pictures of the READMEs written there, in a folder for each editor.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from chromium import open_tab
from editor_project import Project, make_project
from terminal import Terminal, open_terminal
from terminal_picture import take_picture
from tools import PROJECT, require_program

TITLE = "404 Not Found"


Start = Callable[[Project], list[str]]


def emacs(_project: Project) -> list[str]:
    return [require_program("emacs"), "-q", "--load", "editors/emacs/example/init.el"]


def helix(project: Project) -> list[str]:
    (project.home / "helix").mkdir()
    shutil.copy(PROJECT / "editors" / "helix" / "languages.toml", project.home / "helix")
    return [require_program("hx-newest"), "examples/shop/api/orders.py:18:15"]


def neovim(project: Project) -> list[str]:
    # What is unpacked cannot start itself as its own server, as Neovim would.
    program, socket = require_program("nvim-newest"), project.home / "nvim.sock"
    options = "-i NONE -n -u editors/neovim/example/init.lua --cmd 'set termguicolors'"
    serve = f"{program} --headless --listen {socket} {options}"
    return ["sh", "-c", f"{serve} & while [ ! -S {socket} ]; do :; done; {program} --server {socket} --remote-ui"]


def vim(_project: Project) -> list[str]:
    return [require_program("vim"), "-i", "NONE", "-n", "-u", "editors/vim/example/vimrc"]


@pytest.mark.editors
@pytest.mark.parametrize(
    ("start", "keys", "cancel", "background"),
    [
        pytest.param(emacs, ["C-c", "h"], "C-g", "#14161b", id="emacs"),
        pytest.param(helix, ["Space", "k"], "Escape", "#3b224c", id="helix"),
        pytest.param(neovim, ["K"], "Escape", "#14161b", id="neovim"),
        pytest.param(vim, ["K"], "Escape", "#161616", id="vim"),
    ],
)
def test_the_example_explains_the_status_at_the_cursor(
    start: Start, keys: list[str], cancel: str, background: str, tmp_path: Path
) -> None:
    project = make_project(tmp_path)
    with open_terminal(
        start(project), make_clone(tmp_path / "statuslens"), project.environment(), size=(104, 40)
    ) as terminal:
        terminal.wait("abort(404)")
        ask(terminal, keys, cancel)
        if "STATUSLENS_PICTURES" in os.environ:
            path = Path(os.environ["STATUSLENS_PICTURES"], start.__name__, "hover.png")
            with open_tab(project.home / "chromium") as tab:
                take_picture(terminal, tab, path, background=background)


def make_clone(folder: Path) -> Path:
    """Copy what an example needs, into a folder that has the name of a clone's."""
    for name in ("editors/emacs", "editors/neovim", "editors/vim", "examples"):
        shutil.copytree(PROJECT / name, folder / name)
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", folder], check=True)
    return folder


def ask(terminal: Terminal, keys: list[str], cancel: str) -> None:
    """Press keys until the explanation is there: the server may not be yet."""
    for _ in range(15):
        terminal.press(*keys)
        try:
            terminal.wait(TITLE, 2)
        except AssertionError:
            terminal.press(cancel)
        else:
            return
    pytest.fail(terminal.screen())
