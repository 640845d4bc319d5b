"""JupyterLab: the server by its entry point, in files and notebooks, in a browser that nobody sees.

``STATUSLENS_PICTURES=FOLDER`` has the picture of the README written there, in a folder for JupyterLab.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from chromium import Tab, open_tab
from editor_project import RECORDER, SOURCE, Project, make_project
from screen import wait_until
from statuslens_lsp.jupyterlab import specify
from tools import require_script

FAREWELL = "the client leaves with "
"""jupyter-lsp ends its servers without one."""
CONTROL = 2
PLACE = """
(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.data !== SOUGHT) continue;
    const range = document.createRange();
    range.selectNode(node);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }
  return null;
})()
"""
SHOWN = "[...document.querySelectorAll('.lsp-tooltip, .lsp-hover, .jp-Tooltip')].map((one) => one.innerText).join('')"
FINDINGS = "[...document.querySelectorAll('.cm-lintRange')].map((one) => one.innerText)"


def notebook(source: str) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "a",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5}


@contextmanager
def run_jupyterlab(project: Project, *, are_others_found: bool) -> Iterator[str]:
    """Start JupyterLab in the project, and give its address."""
    ((name, server),) = specify(None).items()
    record = [sys.executable, str(RECORDER), str(project.home / "session-1.jsonl")]
    log = ["--log-file", str(project.server_log)]
    configuration = {
        "LanguageServerManager": {
            "autodetect": are_others_found,
            "language_servers": {name: server | {"argv": [*record, *server["argv"], *log]}},
        },
        "IdentityProvider": {"token": ""},
        "ServerApp": {"allow_root": True, "open_browser": False, "port": 0, "root_dir": str(project.root)},
    }
    (project.home / "jupyter_lab_config.json").write_text(json.dumps(configuration), "utf-8")
    variables = {
        "JUPYTER_CONFIG_DIR": str(project.home),
        "JUPYTER_DATA_DIR": str(project.home / "data"),
        "JUPYTER_RUNTIME_DIR": str(project.home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(project.home / "settings"),
    }
    process = subprocess.Popen(
        [require_script("jupyter-lab")],
        cwd=project.root,
        env=project.environment(**variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until(lambda: addresses(project), "JupyterLab does not start")
        yield addresses(project)[0]
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def addresses(project: Project) -> list[str]:
    return [json.loads(path.read_text("utf-8"))["url"] for path in (project.home / "runtime").glob("jpserver-*.json")]


def change_settings(project: Project, plugin: str, settings: dict[str, Any]) -> None:
    """Write settings as the settings editor does."""
    path = project.home / "settings" / f"{plugin}.jupyterlab-settings"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings), "utf-8")


def hover(tab: Tab, text: str) -> str:
    """Point at a text with the key held that asks for what servers say of it."""
    tab.wait(lambda: tab.run(PLACE.replace("SOUGHT", json.dumps(text))))
    x, y = tab.run(PLACE.replace("SOUGHT", json.dumps(text)))

    def is_shown() -> str:
        for step in (1, 0):
            tab.ask("Input.dispatchMouseEvent", type="mouseMoved", x=x + step, y=y, modifiers=CONTROL)
        return str(tab.run(SHOWN))

    tab.wait(is_shown)
    return str(tab.run(SHOWN))


@pytest.mark.editors
@pytest.mark.parametrize("name", ["app.py", "app.ipynb"])
def test_a_finding_is_underlined_and_a_hover_explains(tmp_path: Path, name: str) -> None:
    project = make_project(tmp_path)
    change_settings(project, "@jupyterlab/apputils-extension/notification", {"fetchNews": "false"})
    (project.root / "app.ipynb").write_text(json.dumps(notebook(SOURCE)), "utf-8")
    with run_jupyterlab(project, are_others_found=False) as address, open_tab(project.home / "chromium") as tab:
        tab.visit(f"{address}lab/tree/{name}?reset", width=1100)
        tab.wait(lambda: tab.run(FINDINGS) == ["299"])
        assert hover(tab, "404").startswith("404 Not Found\n")
        if "STATUSLENS_PICTURES" in os.environ and name.endswith(".ipynb"):
            path = Path(os.environ["STATUSLENS_PICTURES"], "jupyterlab", "hover.png")
            path.write_bytes(tab.picture(0, 0, 1100, 560))
    (trouble,) = project.troubles()
    assert trouble.startswith(FAREWELL)


@pytest.mark.editors
@pytest.mark.parametrize(("priority", "said"), [(1, "int([x]) -> integer"), (100, "404 Not Found")])
def test_beside_pylsp_the_one_of_the_higher_priority_answers(tmp_path: Path, priority: int, said: str) -> None:
    require_script("pylsp")
    project = make_project(tmp_path)
    change_settings(
        project,
        "@jupyter-lsp/jupyterlab-lsp/plugin",
        {"language_servers": {"statuslens": {"priority": priority}}},
    )
    with run_jupyterlab(project, are_others_found=True) as address, open_tab(project.home / "chromium") as tab:
        tab.visit(f"{address}lab/tree/app.py?reset", width=1100)
        shown = hover(tab, "404")
        assert shown.startswith(said)


@pytest.mark.editors
def test_the_settings_editors_settings_reach_the_server(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    settings = {"statuslens": {"serverSettings": {"statuslens.rules": {"unassigned-code": "error"}}}}
    change_settings(project, "@jupyter-lsp/jupyterlab-lsp/plugin", {"language_servers": settings})
    with run_jupyterlab(project, are_others_found=False) as address, open_tab(project.home / "chromium") as tab:
        tab.visit(f"{address}lab/tree/app.py?reset", width=1100)
        tab.wait(lambda: tab.run("document.querySelectorAll('.cm-lintRange-error').length") == 1)


def test_the_entry_point_is_what_jupyter_lsp_looks_for() -> None:
    (found,) = entry_points(group="jupyter_lsp_spec_v1", name="statuslens")
    (server,) = found.load()(None).values()
    told = subprocess.run([*server["argv"], "--version"], capture_output=True, check=True, encoding="utf-8").stdout
    assert told.startswith("statuslens-lsp ")
    assert {"go", "nginx", "python"} <= set(server["languages"])
