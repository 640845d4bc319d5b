"""VS Code as a person sees it: in a browser, with the packed extension and the real server.

``STATUSLENS_PICTURES=FOLDER`` has the pictures of the extension's README written there.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from code_server import CodeServer, serve
from sessions import find_troubles
from tools import PROJECT
from trees import write_tree
from workbench import open_workbench

pytestmark = pytest.mark.vscode

HOVER = ".monaco-hover:not(.hidden) .hover-contents"
ROW = ".quick-input-list .monaco-list-row"
NOTICE = ".notification-toast"
BUTTON = ".notification-toast .monaco-button"
TREE = ".pane-body .monaco-list-row"
DRAFT = "from http import HTTPStatus\n\nassert response.status_code == \n"
CLIENT = "import requests\n\nassert requests.get('x').status_code == 404\n"
TOUCH = '#!/bin/sh\ntouch "{mark}"\n{rest}\n'


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
        hover = seen.see(HOVER, "404 Not Found")
        seen.picture(pictures / "hover.png", (330, 40, 770, 640), margin=0)
        assert "Or 410 Gone" in seen.text(HOVER)
        assert hover[2] > 300
        seen.escape()
        seen.click(".view-line span span", "4040")
        seen.ask_for_fixes()
        seen.see(".action-widget .monaco-list-row", "Replace 4040 by 404 Not Found")
        seen.picture(pictures / "quick-fix.png", (330, 40, 770, 640), margin=0)
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
        notice = seen.see(NOTICE, "places")
        assert notice[2] > 200
        seen.click(BUTTON, "Show Codes")
        seen.click(".pane-header", "shop-of-examples")
        seen.click(TREE, "4xx Client Error")
        seen.click(TREE, "404 Not Found")
        place = seen.see(TREE, "orders.py:18")
        assert place[2] > 100
        seen.picture(pictures / "codes.png", (0, 30, 760, 660), margin=0)
        seen.click(TREE, "orders.py:18")
        seen.see(".tab.active", "orders.py")
        seen.command("View: Focus Problems")
        seen.see(".markers-panel", "299 is not an assigned")
        seen.point("#status\\.languageStatus")
        seen.see(".hover-language-status", "statuslens 0.1.0")


def test_the_session_has_an_answer_to_everything_and_an_end(tmp_path: Path, server: CodeServer, shop: Path) -> None:
    with open_workbench(server, tmp_path / "browser", shop, "shop/api/orders.py") as seen:
        seen.see(".squiggly-warning")
        seen.point(".view-line span span", "404")
        seen.see(HOVER, "404 Not Found")
        seen.command("Developer: Reload Window")
        (record,) = tmp_path.glob("session.jsonl.*")
        seen.tab.wait(lambda: '"exit"' in record.read_text("utf-8"))
    assert find_troubles(record) == []
