"""Vim: the plugin with ALE in the real editor, and what it tells the other clients."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from editor_project import FIX, FIXED, finding, hover_text, make_project
from tools import PROJECT, lack, require_program
from trees import write_tree

PLUGIN = PROJECT / "editors" / "vim"
SESSION = Path(__file__).with_name("vim_session.vim")
FAREWELL = "the client leaves with "
"""ALE ends its servers without one."""


def run_vim(folder: Path, *arguments: str, configuration: Path | str = "NONE", **variables: str) -> int:
    """Run Vim without a screen, and without the user's configuration; return its exit code."""
    options = ["-N", "-n", "-es", "-i", "NONE", "-u", str(configuration)]
    result = subprocess.run(
        [require_program("vim"), *options, *arguments],
        cwd=folder,
        env=variables or os.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )
    return result.returncode


def test_a_session_with_ale_has_an_answer_to_everything_and_a_fix_is_saved(tmp_path: Path) -> None:
    if run_vim(tmp_path, "-c", "packadd ale", "-c", "if !exists(':ALEHover') | cquit 3 | endif", "-c", "qall") == 3:
        lack("ALE in Vim")
    project = make_project(tmp_path)
    answers = project.home / "answers.json"
    variables = project.environment(STATUSLENS_FILE=str(project.file), STATUSLENS_ANSWERS=str(answers))
    configuration = PLUGIN / "example" / "vimrc"
    assert run_vim(tmp_path, "-S", str(SESSION), configuration=configuration, **variables) == 0, answers.read_text()
    assert json.loads(answers.read_text("utf-8")) == {
        "diagnostics": [{"place": [5, 27, 5, 30], "kind": "W", "code": finding().rule, "message": finding().message}],
        "hover": hover_text(lsp.MarkupKind.PlainText),
        "menu": [f"1) {FIX}"],
    }
    assert project.file.read_text("utf-8") == FIXED
    (trouble,) = project.troubles()
    assert trouble.startswith(FAREWELL)


OTHERS = {
    "autoload/lsp.vim": """
function! lsp#register_server(told) abort
    let g:told = a:told
    let g:told.cmd = g:told.cmd({})
    let g:told.root_uri = g:told.root_uri({})
endfunction
""",
    "autoload/lsp/utils.vim": """
function! lsp#utils#path_to_uri(path) abort
    return 'file://' . a:path
endfunction
function! lsp#utils#get_buffer_path() abort
    return expand('%:p')
endfunction
""",
    "settings.vim": """
function! LspAddServer(told) abort
    let [g:told] = a:told
endfunction
let g:statuslens_command = ['statuslens-lsp', '--log-file', 'lsp.log']
let g:statuslens_filetypes = ['python']
let g:statuslens_settings = {'inlayHints': v:false}
""",
    "deep/app.py": "",
    "pyproject.toml": "",
}
"""What the clients that no package brings would be called by, settings of the plugin, and a project."""


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            "lsp_setup",
            {
                "name": "statuslens",
                "cmd": ["statuslens-lsp", "--log-file", "lsp.log"],
                "allowlist": ["python"],
                "root_uri": "file://{root}",
                "initialization_options": {"inlayHints": False},
            },
            id="vim-lsp",
        ),
        pytest.param(
            "LspSetup",
            {
                "name": "statuslens",
                "path": "statuslens-lsp",
                "args": ["--log-file", "lsp.log"],
                "filetype": ["python"],
                "initializationOptions": {"inlayHints": False},
                "rootSearch": ["statuslens.yaml", "pyproject.toml", ".git/"],
            },
            id="yegappan/lsp",
        ),
    ],
)
def test_the_other_clients_are_told_of_the_server(tmp_path: Path, event: str, expected: dict[str, object]) -> None:
    write_tree(tmp_path, OTHERS)
    paths = ["--cmd", f"set runtimepath^={PLUGIN},{tmp_path}"]
    plugin = [*paths, "-S", "settings.vim", "-S", str(PLUGIN / "plugin" / "statuslens.vim")]
    tell = ["-c", "edit deep/app.py", "-c", f"doautocmd User {event}"]
    write = ["-c", "call writefile([json_encode(g:told)], 'told.json')", "-c", "qall!"]
    assert run_vim(tmp_path, *plugin, *tell, *write) == 0
    told = (tmp_path / "told.json").read_text("utf-8")
    assert json.loads(told) == json.loads(json.dumps(expected).replace("{root}", str(tmp_path)))
