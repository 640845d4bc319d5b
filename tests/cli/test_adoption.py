"""What other tools run statuslens by: pre-commit, and a step of GitHub Actions."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from command import Result, Run
from tools import PROJECT, require_program, require_script

ODD = "r.status_code = 533\n"


def test_a_named_file_that_is_excluded_is_left_out_where_that_is_forced(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "gen").mkdir()
    (tmp_path / "vendor").mkdir()
    for name in ("gen/a.py", "vendor/b.py", "c.txt"):
        (tmp_path / name).write_text(ODD, encoding="utf-8")
    (tmp_path / "statuslens.yaml").write_text("exclude: [gen/]\n", encoding="utf-8")
    files = ("gen/a.py", "vendor/b.py", "c.txt")
    assert statuslens("check", "--force-exclude", *files) == Result("0 findings in 0 files\n", "", 0)
    assert statuslens("check", "gen/a.py", "vendor/b.py").out.endswith("2 findings in 2 files\n")


def test_pre_commit_runs_the_hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git, pre_commit = require_program("git"), require_script("pre-commit")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{Path(pre_commit).parent}{os.pathsep}{os.environ['PATH']}")
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # What is installed already, so that nothing is fetched.
    hook = {**hook, "language": "system", "additional_dependencies": []}
    shop = tmp_path / "shop"
    shop.mkdir()
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (shop / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (shop / "a.py").write_text(ODD, encoding="utf-8")
    (shop / "statuslens.yaml").write_text("rules: {unassigned-code: warning}\n", encoding="utf-8")
    (shop / "b.txt").write_text("533\n", encoding="utf-8")
    subprocess.run([git, "init", "--quiet"], cwd=shop, check=True)
    subprocess.run([git, "add", "--all"], cwd=shop, check=True)
    failed = run_hook(pre_commit, shop)
    assert failed.returncode == 1
    assert "a.py:1:17: warning[unassigned-code]: 533 is not an assigned HTTP status code." in failed.stdout
    assert "1 finding in 3 files" in failed.stdout
    (shop / "a.py").write_text("r.status_code = 404\n", encoding="utf-8")
    assert run_hook(pre_commit, shop).returncode == 0


def run_hook(pre_commit: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [pre_commit, "run", "--all-files", "--color=never"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")


def test_the_step_of_github_actions_gives_words_to_the_command_and_nothing_to_the_shell(tmp_path: Path) -> None:
    action = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    program = tmp_path / "statuslens" / "bin" / "statuslens"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def run(**inputs: str) -> list[str]:
        given = {name: inputs.get(name, spec["default"]) for name, spec in action["inputs"].items()}
        env = {f"STATUSLENS_{name.upper()}": value for name, value in given.items()}
        done = subprocess.run(
            [require_program("bash"), "-euo", "pipefail", "-c", step["run"]],
            env={**os.environ, **env, "RUNNER_TEMP": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout.splitlines()

    assert set(step["env"]) == {f"STATUSLENS_{name.upper()}" for name in action["inputs"]}
    assert run() == ["check", "--format", "github", "--", "."]
    given = run(paths="src *.py $(touch x)", since="origin/main;x", arguments="--fail-on error")
    words = ["--since", "origin/main;x", "--fail-on", "error", "--", "src", "*.py", "$(touch", "x)"]
    assert given == ["check", "--format", "github", *words]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["statuslens"]
