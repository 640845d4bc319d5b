"""Neovim: the plugin and the server in the real editor, whichever version is on PATH."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from sessions import find_troubles, methods_of
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens_lsp.hover import describe
from statuslens_lsp.views import Analysis
from tools import PROJECT, require_program, require_script

PLUGIN = PROJECT / "editors" / "neovim"
XDG_KINDS = ("CACHE", "CONFIG", "DATA", "STATE")
SESSION = Path(__file__).with_name("neovim_session.lua")
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
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 7, "character": 0}}
ASKED = {
    "textDocument/documentHighlight": {},
    "textDocument/documentLink": {},
    "textDocument/documentSymbol": {},
    "textDocument/inlayHint": {"range": WHOLE},
}
"""What the editor asks beside hovers and code actions, and with which parameters beside a document and a position."""


def run_neovim(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run Neovim without a screen and without the user's configuration; return its exit code and what it said."""
    home = {
        name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    options = ["--headless", "-n", "-i", "NONE", "--clean", "--cmd", f"lua vim.opt.runtimepath:prepend([[{PLUGIN}]])"]
    result = subprocess.run(
        [require_program("nvim"), *options, *arguments],
        cwd=folder,
        env=os.environ | home | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    return result.returncode, (result.stdout + result.stderr).strip()


def expected_answers() -> dict[str, Any]:
    """Say what the server tells about SOURCE, in the words of its own functions."""
    scan = scan_text(SOURCE, language="python")
    not_found, _ = scan.occurrences
    (finding,) = find(scan, load_registry())
    diagnostic = {
        "place": [5, 27, 5, 30],
        "severity": "INFO",
        "source": "statuslens",
        "code": "unassigned-code",
        "message": finding.message,
    }
    hovers = [
        {"place": [3, 28], "text": describe(not_found, Analysis(scan), lsp.MarkupKind.Markdown).value},
        {"place": [2, 55], "text": ""},
    ]
    return {
        "diagnostics": [diagnostic],
        "hovers": hovers,
        "popup": "404 Not Found",
        "actions": ["Replace 404 by HTTPStatus.NOT_FOUND"],
        "fixed": [3, 28],
        "asked": ASKED,
    }


def test_a_session_has_an_answer_to_everything_and_a_fix_is_saved(tmp_path: Path) -> None:
    session = tmp_path / "session.jsonl"
    server = [require_script("statuslens-lsp"), "--log-file", str(tmp_path / "server.log")]
    case = expected_answers() | {
        "server": [sys.executable, str(RECORDER), str(session), *server],
        "file": str(tmp_path / "app.py"),
        "root": str(tmp_path),
    }
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "app.py").write_text(SOURCE, "utf-8")
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    command = f"luafile {SESSION}"
    assert run_neovim(tmp_path, "-c", command, STATUSLENS_CASE=str(tmp_path / "case.json")) == (0, "")
    assert (tmp_path / "server.log").read_text("utf-8") == ""
    assert (tmp_path / "app.py").read_text("utf-8") == FIXED
    assert find_troubles(session) == []
    assert ASKED.keys() <= methods_of(session, "client")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("{ command = {} }", 'setup() does not know "command"; it knows cmd, filetypes and settings'),
        ('{ cmd = "statuslens-lsp" }', 'setup() needs a table for "cmd", not a string'),
        (
            '{ cmd = { "no-such-server" } }',
            'cannot run "no-such-server"; install it with pipx install "statuslens[lsp]", or give its path as cmd',
        ),
    ],
)
def test_what_setup_cannot_use_is_told_in_one_line(tmp_path: Path, options: str, complaint: str) -> None:
    is_new = run_neovim(tmp_path, "-c", "if has('nvim-0.10') | cquit 10 | endif | qa!")[0] == 10
    expected = complaint if is_new else "needs Neovim 0.10 or newer"
    command = f'lua require("statuslens").setup({options})'
    assert run_neovim(tmp_path, "-c", command, "-c", "qa!") == (0, f"statuslens: {expected}")
