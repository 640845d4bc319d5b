"""Neovim: the plugin and the server in the real editor, in the version of the system and in newer ones."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from editor_project import FIX, FIXED, STATUS, TIMEOUT, Project, finding, hover_text, make_project
from sessions import methods_of
from statuslens.explain import explain
from statuslens.explain.markdown import to_markdown
from statuslens.explain.typeahead import suggest
from statuslens.registry import load_registry
from tools import PROJECT, require_program

PLUGIN = PROJECT / "editors" / "neovim"
SESSION = Path(__file__).with_name("neovim_session.lua")
COMMANDS = Path(__file__).with_name("neovim_commands.lua")
OLDEST, NEWEST = "nvim-0.10", "nvim-newest"
NEWER = [pytest.param(OLDEST, marks=pytest.mark.editors), pytest.param(NEWEST, marks=pytest.mark.editors)]
"""Unpacked beside the system by ``.ci/newer-editors``."""
ANY = ["nvim", *NEWER]

WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 7, "character": 0}}
ASKED = {
    "textDocument/documentHighlight": {},
    "textDocument/documentLink": {},
    "textDocument/documentSymbol": {},
    "textDocument/inlayHint": {"range": WHOLE},
}
"""What the editor asks beside hovers and code actions, and with which parameters beside a document and a position."""

TRY = """
local function is_shown()
  return #vim.diagnostic.get(0) == 2 and vim.fn.expand("<cword>") == "404"
end
local function is_over()
  return #vim.lsp.get_clients() == 0
end
local shown = vim.wait(30000, is_shown, 10)
for _, client in ipairs(vim.lsp.get_clients()) do
  client.stop(vim.fn.has("nvim-0.11") == 1 and client or nil)
end
vim.cmd(shown and vim.wait(30000, is_over, 10) and "qall!" or "cquit 1")
"""
"""Whether the example shows its two findings, and has the cursor on a status."""

HELP = """
vim.opt.runtimepath:prepend(vim.fn.getcwd())
vim.cmd("helptags doc")
for _, subject in ipairs({ "statuslens", "statuslens.setup()", ":HttpStatus" }) do
  vim.cmd("help " .. subject)
end
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n")
for name in pairs(require("statuslens").defaults) do
  if not text:find("\\n" .. name .. "  ", 1, true) then
    print(name)
  end
end
"""
"""Says which options the help does not name."""


def run_neovim(program: str, project: Project, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run Neovim without a screen and without the user's configuration; return its exit code and what it said."""
    options = ["--headless", "-n", "-i", "NONE", "--clean", "--cmd", f"lua vim.opt.runtimepath:prepend([[{PLUGIN}]])"]
    result = subprocess.run(
        [require_program(program), *options, *arguments],
        cwd=project.root,
        env=project.environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    return result.returncode, (result.stdout + result.stderr).strip()


def run_script(program: str, project: Project, script: Path, case: Mapping[str, object]) -> tuple[int, str]:
    """Run a Lua script in Neovim with a case to compare with."""
    path = project.home / "case.json"
    path.write_text(json.dumps(case), "utf-8")
    return run_neovim(program, project, "-c", f"luafile {script}", STATUSLENS_CASE=str(path))


@pytest.mark.parametrize("program", ANY)
def test_a_session_has_an_answer_to_everything_and_a_fix_is_saved(program: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    diagnostic = {
        "place": [5, 27, 5, 30],
        "severity": "INFO",
        "source": "statuslens",
        "code": finding().rule,
        "message": finding().message,
    }
    case = {
        "file": str(project.file),
        "root": str(project.root),
        "diagnostics": [diagnostic],
        "hovers": [{"place": STATUS, "text": hover_text()}, {"place": TIMEOUT, "text": ""}],
        "popup": "404 Not Found",
        "actions": [FIX],
        "fixed": STATUS,
        "asked": ASKED,
    }
    assert run_script(program, project, SESSION, case) == (0, "")
    assert project.file.read_text("utf-8") == FIXED
    assert project.troubles() == []
    (session,) = project.sessions()
    assert ASKED.keys() <= methods_of(session, "client")


@pytest.mark.parametrize("program", NEWER)
def test_a_question_is_answered_with_and_without_a_server_in_the_buffer(program: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    offers = suggest("", load_registry())
    case = {
        "file": str(project.file),
        "query": "401 vs 403",
        "answer": "\n\n---\n\n".join(map(to_markdown, explain("401 vs 403", load_registry()))),
        "count": len(offers),
        "chosen": f"{offers[0].title} · {offers[0].label}",
        "title": f"### {offers[0].title}",
        "health": shutil.which("statuslens-lsp", path=project.environment()["PATH"]),
    }
    code, said = run_script(program, project, COMMANDS, case)
    assert (code, said) == (0, ""), said
    assert project.troubles() == []


@pytest.mark.parametrize("program", NEWER)
def test_the_example_runs_as_it_stands(program: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    script = project.home / "try.lua"
    script.write_text(TRY, "utf-8")
    # The example opens its file once Neovim has started, and so must what looks at it.
    later = ["-c", f"autocmd VimEnter * ++nested luafile {script}"]
    assert run_neovim(program, project, "-u", str(PLUGIN / "example" / "init.lua"), *later) == (0, "")
    assert project.troubles() == []


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
@pytest.mark.parametrize("program", ANY)
def test_what_setup_cannot_use_is_told_in_one_line(program: str, tmp_path: Path, options: str, complaint: str) -> None:
    project = make_project(tmp_path)
    is_new = run_neovim(program, project, "-c", "if has('nvim-0.10') | cquit 10 | endif | qa!")[0] == 10
    expected = complaint if is_new else "needs Neovim 0.10 or newer"
    command = f'lua require("statuslens").setup({options})'
    assert run_neovim(program, project, "-c", command, "-c", "qa!") == (0, f"statuslens: {expected}")


@pytest.mark.parametrize("program", ANY)
def test_the_help_opens_and_names_every_option(program: str, tmp_path: Path) -> None:
    project = make_project(tmp_path)
    shutil.copytree(PLUGIN / "doc", project.root / "doc")
    script = project.home / "help.lua"
    script.write_text(HELP, "utf-8")
    assert run_neovim(program, project, "-c", f"luafile {script}", "-c", "qa!") == (0, "")
