"""``statuslens init``: a team file to begin with."""

import errno
import json
import re
from pathlib import Path

import pytest

from command import Result, Run
from statuslens.cli import main
from statuslens.config.load import load_team_file
from statuslens.config.model import DEFAULTS
from statuslens.config.plain import to_plain
from statuslens.config.schema import make_schema
from statuslens.config.template import TEMPLATE
from statuslens.rules import RULE_NAMES

WRITTEN = "written; every line is a comment still, and says what it is for\n"
EXAMPLES = re.findall(r"^(?:# .*\n)+", TEMPLATE, re.MULTILINE)
KEYS = [re.findall(r"^# ([\w-]+):", block, re.MULTILINE) for block in EXAMPLES]


def uncommented(text: str) -> str:
    """Take one ``# `` away where a line has it; what explains has two signs, and so stays a comment."""
    return re.sub("^# ", "", text, flags=re.MULTILINE)


def test_a_file_is_written_that_says_nothing_yet(statuslens: Run, tmp_path: Path) -> None:
    assert statuslens("init") == Result(f"statuslens.yaml: {WRITTEN}", "", 0)
    assert [path.name for path in tmp_path.iterdir()] == ["statuslens.yaml"]
    assert (tmp_path / "statuslens.yaml").read_bytes() == TEMPLATE.encode()
    assert load_team_file(tmp_path / "statuslens.yaml") == DEFAULTS


def test_the_folder_may_be_named(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    assert statuslens("init", "api") == Result(f"{Path('api', 'statuslens.yaml')}: {WRITTEN}", "", 0)
    assert (tmp_path / "api" / "statuslens.yaml").is_file()


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.split(":")[0])
def test_each_example_holds_when_its_comment_signs_are_taken_away(block: str, tmp_path: Path) -> None:
    path = tmp_path / "statuslens.yaml"
    path.write_text(uncommented(block), encoding="utf-8")
    assert load_team_file(path, rule_names=frozenset(RULE_NAMES)) != DEFAULTS


def test_all_examples_together_give_every_key_that_has_an_effect(tmp_path: Path) -> None:
    path = tmp_path / "statuslens.yaml"
    path.write_text(uncommented(TEMPLATE), encoding="utf-8")
    team = to_plain(load_team_file(path, rule_names=frozenset(RULE_NAMES)))
    given = [key for key, value in team.items() if value != to_plain(DEFAULTS)[key]]
    assert given == [key for keys in KEYS for key in keys]
    paths = ["per-path", "include", "exclude"]
    assert given == ["required-version", "vendors", "codes", "notes", "rules", *paths, "contexts"]


def test_a_file_that_is_there_is_left_alone(statuslens: Run, tmp_path: Path) -> None:
    path = tmp_path / "statuslens.yaml"
    path.write_text("style: leave\n", encoding="utf-8")
    message = "statuslens: statuslens.yaml: is there already; edit it, or remove it first\n"
    assert statuslens("init") == Result("", message, 2)
    assert path.read_text(encoding="utf-8") == "style: leave\n"
    path.unlink()
    path.symlink_to("nowhere.yaml")
    assert statuslens("init") == Result("", message, 2)


def test_a_table_in_pyproject_is_not_hidden(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.statuslens]\n", encoding="utf-8")
    result = statuslens("init")
    told = "has a table tool.statuslens, which a statuslens.yaml would hide; keep to one of them\n"
    assert (result.out, result.status) == ("", 2)
    assert result.err.startswith("statuslens: ")
    assert result.err.endswith(f"pyproject.toml: {told}")
    (tmp_path / "api").mkdir()
    assert statuslens("init", "api").status == 0


def test_a_folder_that_is_not_there_is_named(statuslens: Run, tmp_path: Path) -> None:
    message = "statuslens: nowhere: there is no such folder; make it first, or name another\n"
    assert statuslens("init", "nowhere") == Result("", message, 2)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    message = "statuslens.yaml: cannot be written: No space left on device; name a folder that you may write to"
    assert (main(["init"]), capsys.readouterr()) == (2, ("", f"statuslens: {message}\n"))
    assert list(tmp_path.iterdir()) == []


def test_the_json_schema_can_be_had_for_an_editor(statuslens: Run, tmp_path: Path) -> None:
    result = statuslens("init", "--schema")
    assert (json.loads(result.out), result.err, result.status) == (make_schema(RULE_NAMES), "", 0)
    assert list(tmp_path.iterdir()) == []
