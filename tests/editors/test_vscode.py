"""VS Code: the packed extension and the server in the real editor, by its own API and as a person sees them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from code_server import DRIVEN, EXTENSION, CodeServer, install_extension, run_node, serve
from sessions import find_troubles, methods_of
from tools import require_script
from trees import write_tree
from workbench import run_in_host

pytestmark = pytest.mark.vscode

RECORDER = Path(__file__).with_name("recorder.py")
SOURCE = """\
import requests

response = requests.get("https://example.org", timeout=500)
if response.status_code == 404:
    print("not there")
if response.status_code == 299:
    print("whose is this?")
"""
FIXED = SOURCE.replace("== 404", "== HTTPStatus.NOT_FOUND").replace(
    "import requests\n", "from http import HTTPStatus\n\nimport requests\n"
)
FILES = {
    ".git/HEAD": "ref: refs/heads/main\n",
    "app.py": SOURCE,
    "draft.py": "from http import HTTPStatus\n\nassert response.status_code == \n",
    "other.py": "from flask import abort\n\n\ndef gone():\n    abort(404)\n    abort(503)\n    return 'bye', 204\n",
}


@pytest.fixture(scope="session")
def extensions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of extensions with the one that was packed here."""
    folder = tmp_path_factory.mktemp("vscode") / "extensions"
    run_node("scripts/package.mjs")
    install_extension(EXTENSION / "statuslens.vsix", folder)
    return folder


@pytest.fixture(scope="session")
def host_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("host")
    run_node("scripts/host-tests.mjs", str(folder))
    return folder


def recorded_server(folder: Path) -> Path:
    """Write a program that is the server, and records what is said to it and by it."""
    session, program = folder / "session.jsonl", folder / "statuslens-lsp"
    server = require_script("statuslens-lsp")
    program.write_text(
        f"#!/bin/sh\n"
        f'case "$1" in --version) exec "{server}" --version;; esac\n'
        f'exec "{sys.executable}" "{RECORDER}" "{session}.$$" "{server}" "$@"\n',
        "utf-8",
    )
    program.chmod(0o755)
    return program


def records_of(program: Path) -> list[Path]:
    return sorted(program.parent.glob("session.jsonl.*"))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    folder.mkdir()
    return write_tree(folder, FILES)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return recorded_server(tmp_path)


@pytest.fixture
def server(tmp_path: Path, extensions: Path, program: Path) -> Iterator[CodeServer]:
    with serve(tmp_path / "home", extensions, {"statuslens.server.path": str(program)}, DRIVEN) as running:
        yield running


def test_all_features_work_by_the_editors_own_api(
    tmp_path: Path, server: CodeServer, workspace: Path, program: Path, host_tests: Path
) -> None:
    lines = run_in_host(server, tmp_path / "browser", workspace, host_tests / "features.cjs")
    assert [line for line in lines if line.startswith("not ok")] == []
    assert (workspace / "app.py").read_text("utf-8") == FIXED
    assert (workspace / "statuslens.yaml").read_text("utf-8") == "rules: {unassigned-code: off}\n"
    records = records_of(program)
    assert [find_troubles(record) for record in records] == [[], []]
    assert "workspace/diagnostic" in methods_of(records[0], "client")
