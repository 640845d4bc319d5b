"""``statuslens languages``, and what happens where a grammar is not installed."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command import Result, Run
from statuslens.cli import main
from statuslens.source import accuracy
from statuslens.source.language import load_languages

LACKING = "import sys; sys.modules[{0!r}] = None; from statuslens.cli import main; sys.exit(main(sys.argv[1:]))"
"""A program in which a module cannot be imported, as if it were not installed."""
GO = 'package a\nimport "net/http"\nvar s = http.StatusUseProxy\n'


def run_without(module: str, folder: Path, *arguments: str) -> Result:
    done = subprocess.run(
        [sys.executable, "-c", LACKING.format(module), *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return Result(done.stdout, done.stderr, done.returncode)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.go").write_text(GO, encoding="utf-8")
    (tmp_path / "b.go").write_text(GO, encoding="utf-8")
    (tmp_path / "c.py").write_text("r.status_code = 404\n", encoding="utf-8")
    return tmp_path


def test_every_language_is_listed_with_its_grammar_its_figures_and_its_files(statuslens: Run) -> None:
    lines = statuslens("languages").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(load_languages())
    (plain,) = (line for line in lines if line.startswith("c "))
    assert plain.split() == ["c", "C", "tree-sitter-c", "not", "measured", ".c"]
    (haproxy,) = (line for line in lines if line.startswith("haproxy "))
    assert "own lexer  not measured  .haproxy haproxy.cfg" in re.sub("  +", "  ", haproxy)


def test_the_records_say_the_same(statuslens: Run) -> None:
    found = json.loads(statuslens("languages", "--format", "json").out)
    assert (found["schema"], [entry["id"] for entry in found["languages"]]) == (1, sorted(load_languages()))
    (plain,) = (entry for entry in found["languages"] if entry["id"] == "c")
    assert plain == {
        "id": "c",
        "name": "C",
        "files": [".c"],
        "grammar": "tree-sitter-c",
        "installed": True,
        "accuracy": None,
    }


def test_a_language_that_was_measured_says_how_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = accuracy.Accuracy(1412, 0.9912, 0.96, "2026-11-20")
    monkeypatch.setattr("statuslens.cli.languages.load_accuracy", lambda: {"go": figures})
    assert main(["languages"]) == 0
    (go,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("go "))
    assert "  precision 0.991, recall 0.960 (1,412 labels, 2026-11-20)  .go" in go
    assert main(["languages", "--format", "json"]) == 0
    (entry,) = (entry for entry in json.loads(capsys.readouterr().out)["languages"] if entry["id"] == "go")
    assert entry["accuracy"] == {"labels": 1412, "precision": 0.9912, "recall": 0.96, "date": "2026-11-20"}


@pytest.mark.parametrize("command", ["scan", "check", "suggest"])
def test_a_grammar_that_is_not_installed_leaves_its_language_out_with_one_note(folder: Path, command: str) -> None:
    result = run_without("tree_sitter_go", folder, command, ".")
    note = "statuslens: note: Go files: left out, their grammar is not installed: pip install tree-sitter-go\n"
    told = {
        "scan": "c.py:1:17: 404 status  404\n",
        "check": "0 findings in 1 file\n",
        "suggest": "# Nothing to propose: no helper, name or key in 1 file shows a status that goes unseen.\n",
    }
    assert result == Result(told[command], note, 0)


def test_code_inside_a_file_that_lacks_its_grammar_is_left_out_with_one_note(tmp_path: Path) -> None:
    step = """status: 503\nscript: '[ "$http_code" = 404 ]'\n"""
    (tmp_path / "a.yml").write_text(step, encoding="utf-8")
    (tmp_path / "b.yml").write_text(step, encoding="utf-8")
    note = "statuslens: note: Shell files: left out, their grammar is not installed: pip install tree-sitter-bash\n"
    told = "a.yml:1:9: 503 status  503\nb.yml:1:9: 503 status  503\n"
    assert run_without("tree_sitter_bash", tmp_path, "scan", ".") == Result(told, note, 0)


def test_a_grammar_that_does_not_fit_is_told_as_such(folder: Path) -> None:
    stale = "def language():\n    raise ValueError('Incompatible Language version 99')\n"
    (folder / "lib").mkdir()
    (folder / "lib" / "tree_sitter_go.py").write_text(stale, encoding="utf-8")
    program = "import sys; sys.path.insert(0, 'lib'); from statuslens.cli import main; sys.exit(main(['scan', 'a.go']))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, check=False, encoding="utf-8"
    )
    advice = "their grammar does not fit: pip install --upgrade tree-sitter tree-sitter-go"
    assert (done.stdout, done.stderr) == ("", f"statuslens: note: Go files: left out, {advice}\n")


def test_a_file_of_that_language_without_a_candidate_needs_no_grammar(tmp_path: Path) -> None:
    (tmp_path / "a.go").write_text("package a\n", encoding="utf-8")
    assert run_without("tree_sitter_go", tmp_path, "check", ".") == Result("0 findings in 1 file\n", "", 0)


def test_the_list_and_the_doctor_say_which_grammar_is_lacking(tmp_path: Path) -> None:
    lines = run_without("tree_sitter_go", tmp_path, "languages").out.splitlines()
    assert [line.split()[0] for line in lines if "not installed" in line] == ["go"]
    doctor = run_without("tree_sitter_go", tmp_path, "doctor")
    assert "bad  grammars        missing: tree-sitter-go; reinstall statuslens[check]\n" in doctor.out
    assert doctor.status == 1


def test_the_languages_are_listed_without_any_parser(tmp_path: Path) -> None:
    lines = run_without("tree_sitter", tmp_path, "languages").out.splitlines()
    assert len([line for line in lines if "not installed" in line]) > 10
    result = run_without("tree_sitter", tmp_path, "scan", ".")
    needed = 'reading source files needs an extra that is not installed: pip install "statuslens[check]"'
    assert (result.out, result.err, result.status) == ("", f"statuslens: {needed}\n", 2)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_mistake_in_the_program_costs_one_file_and_is_told_in_a_line(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["starlette>=0.48"]\n', encoding="utf-8")
    old = "from starlette import status\n\nlimit = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE\n"
    (tmp_path / "a.py").write_text(old, encoding="utf-8")
    (tmp_path / "b.py").write_text("r.status_code = 305\n" + 400_000 * "size = 7\n", encoding="utf-8")
    result = run_without("packaging", tmp_path, "check", "--no-cache", "--jobs", jobs, "--format", "concise", ".")
    assert result.out.startswith("b.py:1:17: information[obsolete-code]: 305 Use Proxy")
    note = (
        r"a\.py: left out, statuslens failed, please report it: ModuleNotFoundError: .*packaging.* \([a-z]+\.py:\d+\)"
    )
    assert (re.fullmatch(f"statuslens: note: {note}\n", result.err) is not None, result.status) == (True, 2)
