"""VS Code as a person sees it: in a browser, with the packed extension and the real server.

``STATUSLENS_PICTURES=FOLDER`` has the pictures of the extension's README written there.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium import PATIENCE
from code_server import BARE_PATH, EXTENSION, CodeServer, serve
from sessions import find_troubles
from tools import PROJECT, lack, require_script
from trees import write_tree
from workbench import open_workbench

pytestmark = pytest.mark.vscode

HOVER = ".monaco-hover:not(.hidden) .hover-contents"
ROW = ".quick-input-list .monaco-list-row"
NOTICE = ".notification-toast"
BUTTON = ".notification-toast .monaco-button"
TREE = ".pane-body .monaco-list-row"
DRAFT = "from http import HTTPStatus\n\nassert response.status_code == \n"
CLIENT = {
    ".git/HEAD": "ref: refs/heads/main\n",
    "app.py": "import requests\n\nassert requests.get('x').status_code == 404\n",
}
OFFER = "Install it into a folder of the extension’s own?"


def write_program(folder: Path, path: Path, other: str) -> Path:
    """Write a program that is another one and leaves a mark in a folder; return the mark."""
    mark = folder / "mark"
    write_tree(path.parent, {path.name: f'#!/bin/sh\ntouch "{mark}"\nexec "{other}" "$@"\n'})
    path.chmod(0o755)
    return mark


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return Path(os.environ.get("STATUSLENS_PICTURES", tmp_path))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return the example shop as a repository of its own."""
    folder = shutil.copytree(PROJECT / "examples", tmp_path / "shop-of-examples")
    return write_tree(folder, {".git/HEAD": "ref: refs/heads/main\n", "shop/api/draft.py": DRAFT})


@pytest.fixture
def server(tmp_path: Path, extensions: Path, program: Path) -> Iterator[CodeServer]:
    with serve(tmp_path / "home", extensions, {"statuslens.server.path": str(program)}) as running:
        yield running


def test_statuses_are_explained_marked_and_mended(
    tmp_path: Path, server: CodeServer, shop: Path, pictures: Path
) -> None:
    with open_workbench(server, tmp_path / "browser", shop, "shop/api/orders.py") as seen:
        seen.see(".squiggly-warning")
        seen.see(".view-line span", "Unprocessable Content")
        seen.point(".view-line span span", "404")
        seen.see(HOVER, "404 Not Found")
        hover = seen.see(".monaco-hover:not(.hidden)", "404 Not Found")
        seen.picture(pictures / "hover.png", hover, seen.see(".view-line", "@app.get"))
        assert "Or 410 Gone" in seen.text(HOVER)
        seen.escape()
        seen.click(".view-line span span", "4040")
        seen.ask_for_fixes()
        seen.see(".action-widget .monaco-list-row", "Replace 4040 by 404 Not Found")
        menu = seen.see(".action-widget .monaco-list")
        seen.picture(
            pictures / "quick-fix.png", menu, seen.see(".view-line", "DATABASE_TIMEOUT"), seen.see(".view-line", "4040")
        )
        seen.accept()
        seen.see(".view-line", "@app.errorhandler(404")
        seen.save()
        seen.see(".tab.active:not(.dirty)", "orders.py")
    assert "@app.errorhandler(404)" in (shop / "shop/api/orders.py").read_text("utf-8")


def test_a_status_is_looked_up_and_one_is_inserted(
    tmp_path: Path, server: CodeServer, shop: Path, pictures: Path
) -> None:
    with open_workbench(server, tmp_path / "browser", shop, "shop/api/draft.py") as seen:
        seen.see(".view-line", "assert response")
        seen.command("HTTP Status: Explain…")
        seen.see(ROW, "100 Continue")
        seen.see(".quick-input-list-separator", "Your team")
        seen.tab.type("too man")
        seen.see(f"{ROW}.focused", "429 Too Many Requests")
        seen.picture(pictures / "pick.png", (240, 0, 620, 240), margin=0)
        seen.accept()
        seen.see(".tab", "HTTP 429")
        seen.tab.wait(lambda: "429 Too Many Requests" in seen.framed_text())
        assert "Retry-After" in seen.framed_text()
        seen.picture(pictures / "explain.png", (330, 40, 770, 640), margin=0)
        seen.click(".tab", "draft.py")
        seen.click(".view-line", "assert response")
        seen.end()
        seen.command("HTTP Status: Insert…")
        seen.see(ROW, "100 Continue")
        seen.tab.type("NOT_FOU")
        seen.see(f"{ROW}.focused", "404 Not Found")
        seen.accept()
        seen.see(".view-line", "HTTPStatus.NOT_FOUND")
        seen.save()
        seen.see(".tab.active:not(.dirty)", "draft.py")
    assert (shop / "shop/api/draft.py").read_text("utf-8") == DRAFT.replace("== \n", "== HTTPStatus.NOT_FOUND\n")


def test_the_workspace_is_scanned_and_its_codes_stand_in_a_tree(
    tmp_path: Path, server: CodeServer, shop: Path, pictures: Path
) -> None:
    with open_workbench(server, tmp_path / "browser", shop, "shop/gateway/main.go") as seen:
        seen.see(".view-line", "package")
        seen.command("HTTP Status: Scan Workspace")
        seen.see(NOTICE, "20 codes in 28 places.")
        seen.click(BUTTON, "Show Codes")
        seen.click(".pane-header", "shop-of-examples")
        seen.click(TREE, "4xx Client Error")
        seen.click(TREE, "404 Not Found")
        seen.see(TREE, "orders.py:18")
        seen.picture(pictures / "codes.png", (0, 30, 760, 660), margin=0)
        seen.click(TREE, "orders.py:18")
        seen.see(".tab.active", "orders.py")
        seen.command("View: Focus Problems")
        seen.see(".markers-panel", "299 is not an assigned")
        seen.point("#status\\.languageStatus")
        seen.see(".hover-language-status", "statuslens 0.1.0")


@pytest.mark.parametrize("is_trusting", [False, True])
def test_a_program_that_a_workspace_names_is_started_only_where_that_is_trusted(
    tmp_path: Path, extensions: Path, program: Path, *, is_trusting: bool
) -> None:
    folder = write_tree(tmp_path / "client", CLIENT)
    mark = write_program(tmp_path, folder / "lens", require_script("statuslens-lsp"))
    write_tree(folder, {".vscode/settings.json": json.dumps({"statuslens.server.path": "${workspaceFolder}/lens"})})
    settings = {"statuslens.server.path": str(program)}
    with (
        serve(tmp_path / "home", extensions, settings, is_trusting=is_trusting) as server,
        open_workbench(server, tmp_path / "browser", folder, "app.py") as seen,
    ):
        seen.see(".view-line span", "Not Found")
    assert (mark.exists(), bool(list(tmp_path.glob("session.jsonl.*")))) == (is_trusting, not is_trusting)


@pytest.mark.parametrize("is_trusting", [False, True])
def test_the_environment_of_a_workspace_is_used_only_where_that_is_trusted(
    tmp_path: Path, extensions: Path, *, is_trusting: bool
) -> None:
    folder = write_tree(tmp_path / "client", CLIENT)
    mark = write_program(tmp_path, folder / ".venv/bin/python", sys.executable)
    write_program(tmp_path, folder / ".venv/bin/statuslens-lsp", require_script("statuslens-lsp"))
    path = f"{folder / '.venv/bin'}{os.pathsep}{BARE_PATH}"
    with (
        serve(tmp_path / "home", extensions, {}, is_trusting=is_trusting, path=path) as server,
        open_workbench(server, tmp_path / "browser", folder, "app.py") as seen,
    ):
        if is_trusting:
            seen.see(".view-line span", "Not Found")
        else:
            seen.see(NOTICE, OFFER)
    assert mark.exists() == is_trusting


@pytest.mark.parametrize(
    ("answer", "told", "next_step"),
    [
        ("3.9", "is Python 3.9, older than 3.11.", "Open Settings"),
        ("", "is no Python that can be started.", "Open Settings"),
    ],
)
def test_a_python_that_will_not_do_is_told_of_with_one_thing_to_do(
    tmp_path: Path, extensions: Path, answer: str, told: str, next_step: str
) -> None:
    folder, python = write_tree(tmp_path / "client", CLIENT), tmp_path / "python"
    write_tree(tmp_path, {"python": f"#!/bin/sh\necho {answer}\n"})
    python.chmod(0o755)
    with (
        serve(tmp_path / "home", extensions, {"statuslens.server.python": str(python)}) as server,
        open_workbench(server, tmp_path / "browser", folder, "app.py") as seen,
    ):
        seen.click(BUTTON, "Install")
        seen.see(NOTICE, f"{python} {told}")
        seen.see(BUTTON, next_step)


def test_without_a_python_the_way_to_one_is_offered(tmp_path: Path, extensions: Path) -> None:
    folder = write_tree(tmp_path / "client", CLIENT)
    with (
        serve(tmp_path / "home", extensions, {}, path=str(tmp_path)) as server,
        open_workbench(server, tmp_path / "browser", folder, "app.py") as seen,
    ):
        seen.click(BUTTON, "Install")
        seen.see(NOTICE, "needs Python 3.11 or newer; none was found on PATH.")
        seen.see(BUTTON, "Get Python")
        seen.click(".pane-header", "HTTP Status Codes")
        seen.see(".welcome-view-content", "is not installed")


def test_a_server_of_its_own_is_installed_from_a_folder_of_wheels(tmp_path: Path, extensions: Path) -> None:
    folder, wheels = write_tree(tmp_path / "client", CLIENT), EXTENSION / ".tools/wheels"
    if not list(wheels.glob("statuslens-*.whl")):
        lack(f'wheels of the server: pip wheel --wheel-dir {wheels.relative_to(PROJECT)} ".[lsp]"')
    settings = {"statuslens.server.python": sys.executable, "statuslens.server.packages": str(wheels)}
    with (
        serve(tmp_path / "home", extensions, settings) as server,
        open_workbench(server, tmp_path / "browser", folder, "app.py") as seen,
    ):
        seen.see(NOTICE, OFFER)
        seen.click(BUTTON, "Install")
        seen.see(NOTICE, "Installing the statuslens server")
        seen.see(".view-line span", "Not Found", patience=5 * PATIENCE)
        seen.point("#status\\.languageStatus")
        seen.see(".hover-language-status", "running, from its own environment")


def test_the_session_has_an_answer_to_everything_and_an_end(tmp_path: Path, server: CodeServer, shop: Path) -> None:
    with open_workbench(server, tmp_path / "browser", shop, "shop/api/orders.py") as seen:
        seen.see(".squiggly-warning")
        seen.point(".view-line span span", "404")
        seen.see(HOVER, "404 Not Found")
        seen.command("Developer: Reload Window")
        (record,) = tmp_path.glob("session.jsonl.*")
        seen.tab.wait(lambda: '"exit"' in record.read_text("utf-8"))
    assert find_troubles(record) == []
