"""VS Code: the packed extension and the server inside the real editor, by its own API."""

import json
import shutil
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from code_server import DRIVEN, EXTENSION, install_extension, run_node, serve
from sessions import find_troubles, methods_of
from trees import write_tree
from workbench import run_in_host

pytestmark = pytest.mark.vscode

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
PYTHON_EXTENSION = """\
const path = PYTHON;
exports.activate = () => ({
  environments: {
    getActiveEnvironmentPath: () => ({ path }),
    resolveEnvironment: async () => ({ executable: { uri: require("vscode").Uri.file(path) } }),
    onDidChangeActiveEnvironmentPath: () => ({ dispose() {} }),
  },
});
"""


def test_the_sources_pass_their_checks() -> None:
    run_node("node_modules/typescript/bin/tsc")
    run_node("node_modules/eslint/bin/eslint.js", ".")
    run_node("node_modules/prettier/bin/prettier.cjs", "--check", ".")


def test_what_needs_no_editor_works_without_one() -> None:
    run_node("--test", "test/unit/*.test.ts")


def test_the_same_sources_make_the_same_package(extensions: Path) -> None:
    assert extensions.is_dir()
    packed = EXTENSION / "statuslens.vsix"
    before = packed.read_bytes()
    (EXTENSION / "package.json").touch()
    run_node("scripts/package.mjs")
    assert packed.read_bytes() == before


def test_all_features_work(tmp_path: Path, extensions: Path, program: Path, host_tests: Path) -> None:
    folder = write_tree(tmp_path / "workspace", FILES)
    with serve(tmp_path / "home", extensions, {"statuslens.server.path": str(program)}, DRIVEN) as server:
        lines = run_in_host(server, tmp_path / "browser", folder, host_tests / "features.cjs")
    assert [line for line in lines if line.startswith("not ok")] == []
    assert (folder / "app.py").read_text("utf-8") == FIXED
    assert (folder / "statuslens.yaml").read_text("utf-8") == "rules: {unassigned-code: off}\n"
    records = sorted(tmp_path.glob("session.jsonl.*"), key=lambda path: path.stat().st_mtime)
    assert [find_troubles(record) for record in records] == [[], []]
    assert {"$/setTrace", "textDocument/diagnostic", "workspace/diagnostic", "workspace/symbol"} <= methods_of(
        records[0], "client"
    )


def test_the_python_that_the_python_extension_has_chosen_runs_the_server(
    tmp_path: Path, extensions: Path, host_tests: Path
) -> None:
    name = {"name": "python", "publisher": "ms-python", "version": "0.0.0"}
    manifest = {**name, "engines": {"vscode": "^1.91.0"}, "main": "main.cjs", "activationEvents": ["*"]}
    with ZipFile(tmp_path / "python.vsix", "w") as archive:
        archive.writestr("extension/package.json", json.dumps(manifest))
        archive.writestr("extension/main.cjs", PYTHON_EXTENSION.replace("PYTHON", json.dumps(sys.executable)))
    both = shutil.copytree(extensions, tmp_path / "extensions")
    install_extension(tmp_path / "python.vsix", both)
    folder = write_tree(tmp_path / "workspace", FILES)
    with serve(tmp_path / "home", both, {}, DRIVEN) as server:
        lines = run_in_host(server, tmp_path / "browser", folder, host_tests / "environment.cjs")
    assert lines == ["ok the server runs in the environment that was chosen"]
