"""What tests of VS Code share: the packed extension, and a server that records its sessions."""

import sys
from pathlib import Path

import pytest

from code_server import EXTENSION, install_extension, run_node
from tools import require_script

RECORDER = Path(__file__).with_name("recorder.py")


@pytest.fixture(scope="session")
def extensions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of extensions with the one that is packed here."""
    folder = tmp_path_factory.mktemp("vscode") / "extensions"
    run_node("scripts/package.mjs")
    install_extension(EXTENSION / "statuslens.vsix", folder)
    return folder


@pytest.fixture(scope="session")
def host_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the tests that run inside VS Code."""
    folder = tmp_path_factory.mktemp("host")
    run_node("scripts/host-tests.mjs", str(folder))
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program that is the server, and records each session in a file beside it."""
    session, program, server = tmp_path / "session.jsonl", tmp_path / "statuslens-lsp", require_script("statuslens-lsp")
    program.write_text(
        "#!/bin/sh\n"
        f'case "$1" in --version) exec "{server}" --version;; esac\n'
        f'exec "{sys.executable}" "{RECORDER}" "{session}.$$" "{server}" "$@"\n',
        "utf-8",
    )
    program.chmod(0o755)
    return program
