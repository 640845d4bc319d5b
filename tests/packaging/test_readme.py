"""What README.md shows is what the commands print."""

import json
import re
from pathlib import Path

import pytest

from command import run_in
from statuslens.config.load import load_team_file
from statuslens.rules import RULE_NAMES
from tools import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
SESSIONS = [
    (command, shown)
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for command, shown in re.findall(r"^\$ statuslens (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


def test_readme_shows_sessions() -> None:
    assert [command.split()[0] for command, _ in SESSIONS] == ["explain", "check", "scan", "report"]


@pytest.mark.parametrize(("command", "shown"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_session_prints_what_readme_shows(command: str, shown: str) -> None:
    printed = run_in(PROJECT, *command.split()).out
    lines, cut, _ = shown.rstrip("\n").partition("\n…")
    assert (printed if not cut else printed[: len(lines) + 1]) == lines + "\n"


def test_the_record_that_readme_shows_has_the_fields_of_a_real_one() -> None:
    (shown,) = (json.loads(line) for line in re.findall(r"```json\n(.*?)\n```", README))
    printed = run_in(PROJECT, "scan", "--format", "jsonl", "examples").out.splitlines()[0]
    assert list(json.loads(printed)) == list(shown)


def test_the_team_file_that_readme_shows_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "statuslens.yaml"
    path.write_text("".join(re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)), encoding="utf-8")
    team = load_team_file(path, rule_names=frozenset(RULE_NAMES))
    assert [entry.paths for entry in team.per_path] == [("legacy/", "*.gen.go"), ("tests/contract/**",)]
    assert [rule.text for rule in team.contexts] == [
        "refuse",
        "outcome",
        "last_answer",
        "parcel.status",
    ]


def test_the_program_that_readme_shows_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(PROJECT)
    exec(compile(shown, "README.md", "exec"), {})  # noqa: S102 (the project's own page)
    assert capsys.readouterr().out.startswith("404 status ")


def test_readme_names_every_rule_and_command() -> None:
    help_text = run_in(PROJECT, "--help").out
    for command in re.findall(r"^    (\w+)", help_text, re.MULTILINE):
        assert f"statuslens {command}" in README
