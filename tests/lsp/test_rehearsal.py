"""The rehearsal: in which language the workspace is, and what is loaded before the first document."""

import subprocess
import sys
from pathlib import Path

import pytest

from statuslens_lsp.rehearsal import find_file

REHEARSED = """
import asyncio, json, sys
from statuslens_lsp.rehearsal import rehearse
from statuslens_lsp.server import build_session

class Output:
    def write(self, data):
        print(json.loads(data.partition(b"\\r\\n\\r\\n")[2]).get("id"))

async def run(folder, opened):
    session = build_session()
    session.protocol.set_writer(Output())
    params = {"processId": None, "rootUri": folder, "capabilities": {}}
    session.protocol.receive({"jsonrpc": "2.0", "id": "initialize", "method": "initialize", "params": params})
    if opened:
        session.documents.open("file:///other.txt", 1, "", language="plaintext")
    await rehearse(session)
    print(*(name for name in sys.modules if name.startswith("tree_sitter_") and "." not in name))
    print(*session.documents.homes())

asyncio.run(run(*sys.argv[1:]))
"""


def rehearsed(folder: Path, opened: str) -> list[str]:
    """Return what a session sends by a rehearsal, the grammars that it loads, and what is open then."""
    command = [sys.executable, "-c", REHEARSED, folder.as_uri(), opened]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_grammar_of_the_workspace_is_loaded_and_the_client_hears_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "main.go").write_text("package main\n", encoding="utf-8")
    assert rehearsed(tmp_path, "") == ["initialize", "tree_sitter_go", ""]


def test_a_client_that_has_opened_a_document_waits_for_no_rehearsal(tmp_path: Path) -> None:
    (tmp_path / "main.go").write_text("package main\n", encoding="utf-8")
    assert rehearsed(tmp_path, "opened") == ["initialize", "", "file:///other.txt"]


def test_a_workspace_without_source_has_no_rehearsal(tmp_path: Path) -> None:
    (tmp_path / "values.yaml").write_text("status: 404\n", encoding="utf-8")
    assert rehearsed(tmp_path, "") == ["initialize", "", ""]


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.yaml", "b.yaml", "server.ts", "src/b.py", "src/inner/a.py"], ("src/b.py", "python")),
        ([".venv/a.py", ".venv/b.py", "README.md", "lib/server.rb"], ("lib/server.rb", "ruby")),
        (["one/two/three/app.py", "values.yaml"], None),
        ([], None),
    ],
)
def test_most_files_near_the_top_tell_the_language(
    tmp_path: Path, paths: list[str], found: tuple[str, str] | None
) -> None:
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    expected = (f"{tmp_path.as_posix()}/{found[0]}", found[1]) if found else ("", "")
    assert find_file([tmp_path.as_posix(), f"{tmp_path.as_posix()}/nowhere"]) == expected
