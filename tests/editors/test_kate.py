"""Kate: its settings and the server in the real editor, on a screen that nobody sees.

``STATUSLENS_PICTURES=FOLDER`` has the picture of the README written there, in a folder for Kate.
"""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editor_project import FIXED, STATUS, Project, hover_text, make_project
from screen import Screen, open_screen, run_on, wait_until
from tools import PROJECT, require_program

SETTINGS = PROJECT / "editors" / "kate" / "settings.json"
PLUGINS = """\
[General]
Show Url Nav Bar=false

[Kate Plugins]
lspclientplugin=true

[lspclient]
AllowedServerCommandLines={server}
"""
"""The client switched on, and the server allowed, as a user does at Kate's first question."""
A_WHILE = 4
"""Seconds after which a key may have been pressed too early."""


def messages(project: Project) -> list[dict[str, Any]]:
    """Return what was said so far."""
    lines = [
        line for session in project.home.glob("session-*.jsonl") for line in session.read_text("utf-8").splitlines()
    ]
    return [json.loads(line)["message"] for line in lines]


def answers(project: Project, method: str) -> list[Any]:
    """Return the answers to requests of a method."""
    said = messages(project)
    asked = {item.get("id") for item in said if item.get("method") == method}
    return [item["result"] for item in said if "method" not in item and item["id"] in asked]


def do(press: Callable[[], None], is_done: Callable[[], object], what: str) -> None:
    """Press keys until they have an effect: menus open when they like."""
    for _ in range(5):
        press()
        try:
            wait_until(is_done, what, A_WHILE)
        except AssertionError:
            continue
        return
    pytest.fail(f"never: {what}")


def use(screen: Screen, project: Project) -> None:
    """Look at a status by the menu, take the first code action, save and leave."""

    def is_changed() -> bool:
        return any(item.get("method") == "textDocument/didChange" for item in messages(project))

    def look() -> None:
        screen.press("Escape", "alt+l")
        screen.press("y")

    def choose() -> None:
        count = len(answers(project, "textDocument/codeAction"))
        screen.press("Escape", "alt+Return")
        wait_until(lambda: len(answers(project, "textDocument/codeAction")) > count, "no code actions")
        screen.press("Down", "Return")

    do(look, lambda: answers(project, "textDocument/hover"), "a hover")
    if "STATUSLENS_PICTURES" in os.environ:
        time.sleep(1)  # until it is drawn
        Path(os.environ["STATUSLENS_PICTURES"], "kate", "hover.png").write_bytes(screen.picture(860, 440))
    do(choose, is_changed, "a change")
    do(lambda: screen.press("ctrl+s"), lambda: project.file.read_text("utf-8") == FIXED, "the fix in the saved file")


@pytest.mark.editors
def test_a_session_has_an_answer_to_everything_and_a_fix_is_saved(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project.home / "kate" / "lspclient").mkdir(parents=True)
    shutil.copy(SETTINGS, project.home / "kate" / "lspclient" / "settings.json")
    (project.home / "katerc").write_text(PLUGINS.format(server=project.home / "bin" / "statuslens-lsp"), "utf-8")
    line, column = STATUS
    place = ["--line", str(line + 1), "--column", str(column + 1)]
    command = [require_program("dbus-run-session"), "--", require_program("kate"), "--new", *place, str(project.file)]
    with open_screen(project.home, project.environment()) as screen, run_on(screen, command, project.root) as kate:
        screen.fill("kate")
        wait_until(lambda: "textDocument/publishDiagnostics" in str(messages(project)), "no diagnostics")
        use(screen, project)
        screen.press("ctrl+q")
        kate.wait(30)
    assert answers(project, "textDocument/hover")[0]["contents"] == {"kind": "markdown", "value": hover_text()}
    assert project.troubles() == []
