"""Emacs: the package with Eglot and with lsp-mode in the real editor, and beside pylsp."""

import json
import re
import shutil
import subprocess
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from editor_project import FIX, FIXED, SOURCE, Project, finding, hover_text, make_project
from tools import PROJECT, lack, require_program, require_script

PACKAGE = PROJECT / "editors" / "emacs"
SESSION = Path(__file__).with_name("emacs_session.el")
WITH_PACKAGES = ["--eval", "(progn (require 'package) (package-initialize))"]


def run_emacs(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run Emacs without a screen, with the packages of the machine; return its exit code and what it said."""
    result = subprocess.run(
        [require_program("emacs"), "--batch", *WITH_PACKAGES, "--directory", str(PACKAGE), *arguments],
        cwd=folder,
        env=variables or None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    return result.returncode, (result.stdout + result.stderr).strip()


def require_library(folder: Path, name: str) -> None:
    if run_emacs(folder, "--eval", f"(unless (require '{name} nil t) (kill-emacs 3))")[0] == 3:
        lack(f"{name} in Emacs")


def use(project: Project, client: str, *servers: str) -> dict[str, Any]:
    """Have Emacs open the project's file, and return what it showed."""
    answers = project.home / "answers.json"
    variables = project.environment(
        STATUSLENS_CLIENT=client,
        STATUSLENS_SERVERS=" ".join(servers),
        STATUSLENS_FILE=str(project.file),
        STATUSLENS_ANSWERS=str(answers),
    )
    code, said = run_emacs(project.root, "--load", str(SESSION), "--funcall", "session-run", **variables)
    assert code == 0, said
    shown: dict[str, Any] = json.loads(answers.read_text("utf-8"))
    return shown


@pytest.mark.parametrize(("client", "library"), [("eglot", "eglot"), ("lsp", "lsp-mode")])
def test_a_session_has_an_answer_to_everything_and_a_fix_is_saved(tmp_path: Path, client: str, library: str) -> None:
    require_library(tmp_path, library)
    project = make_project(tmp_path)
    hover = hover_text() if client == "eglot" else rendered(hover_text())
    message = finding().message if client == "lsp" else f"statuslens [{finding().rule}]: {finding().message}"
    assert use(project, client, "statuslens") == {
        "diagnostics": [{"text": "299", "message": message}],
        "hovers": {"500": "", "print": "", "404": hover},
        "actions": [FIX],
    }
    assert project.file.read_text("utf-8") == FIXED
    assert project.troubles() == []


def test_the_example_runs_as_it_stands(tmp_path: Path) -> None:
    require_library(tmp_path, "eglot")
    project = make_project(tmp_path)
    command = ["--load", str(PACKAGE / "example" / "init.el"), "--load", str(SESSION), "--funcall", "session-try"]
    code, said = run_emacs(tmp_path, *command, **project.environment(STATUSLENS_SERVERS="statuslens"))
    assert (code, "404 Not Found" in said) == (0, True), said
    assert project.troubles() == []


@pytest.mark.editors
def test_beside_pylsp_both_answer_and_nothing_is_doubled(tmp_path: Path) -> None:
    require_library(tmp_path, "lsp-mode")
    project = make_project(tmp_path)
    (project.home / "bin" / "pylsp").symlink_to(require_script("pylsp"))
    project.file.write_text(f"import os\n\n{SOURCE}", "utf-8")
    shown = use(project, "lsp", "pylsp", "statuslens")
    hovers = shown["hovers"]
    assert sorted(shown["diagnostics"], key=itemgetter("message")) == [
        {"text": "import os", "message": "'os' imported but unused"},
        {"text": "299", "message": finding().message},
    ]
    main = "Convert a number or string to an integer"
    ours = rendered(hover_text()).strip()
    assert [hovers["404"].count(said) for said in (main, ours)] == [1, 1]
    assert [hovers["500"].count(said) for said in (main, "Recognised")] == [1, 0]
    assert [hovers["print"].count(said) for said in ("print(", "Recognised")] == [1, 0]
    assert shown["actions"] == [FIX]
    assert project.file.read_text("utf-8") == f"import os\n{FIXED}"
    assert project.troubles() == []


def rendered(markdown: str) -> str:
    """Return what lsp-mode shows of Markdown: without the marks of bold, of code and of links."""
    return re.sub(r"\*\*|`|\[([^]]*)\]\([^)]*\)", r"\1", markdown) + "\n"


@pytest.mark.parametrize("libraries", [WITH_PACKAGES, []], ids=["with its libraries", "alone"])
def test_the_package_compiles_without_a_warning(tmp_path: Path, libraries: list[str]) -> None:
    shutil.copy(PACKAGE / "statuslens.el", tmp_path)
    command = [*libraries, "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", "statuslens.el"]
    result = subprocess.run(
        [require_program("emacs"), "--batch", "--no-site-file", *command],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr.decode()) == (0, "")
    assert (tmp_path / "statuslens.elc").exists()


def test_a_question_is_answered_in_a_window(tmp_path: Path) -> None:
    command = require_script("statuslens")
    ask = f"""(progn (require 'statuslens)
      (setq statuslens-command "{command}")
      (statuslens-explain "401 vs 403")
      (princ (with-current-buffer "*HTTP status*" (buffer-string))))"""
    code, said = run_emacs(tmp_path, "--eval", ask)
    answer = subprocess.run(
        [command, "explain", "401 vs 403"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert (code, answer.strip() in said) == (0, True)
