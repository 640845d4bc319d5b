"""The settings of many files."""

import os
import pickle
from pathlib import Path

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.workspace.settings import SettingsByFolder


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders with team files at some depths, one of them another repository."""
    for folder in ("a/b/c", "a/own/d", "repository/e", "project/f"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "statuslens.yaml").write_text("style: number\n", encoding="utf-8")
    (tmp_path / "a" / "own" / "statuslens.yaml").write_text("style: leave\n", encoding="utf-8")
    (tmp_path / "project" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    (tmp_path / "repository" / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_file_has_the_settings_that_it_has_by_itself(tree: Path) -> None:
    found = SettingsByFolder()
    folders = [
        "",
        "a",
        "a/b/c",
        "a/own",
        "a/own/d",
        "repository/e",
        "project/f",
        "project",
        "a/b/../own/d",
        "a/nowhere/x",
    ]
    for folder in (*folders, *(str(tree / folder) for folder in folders), *reversed(folders)):
        path = os.path.join(folder, "x.py")  # noqa: PTH118
        assert found(path) == settings_for(path), path


def test_a_named_team_file_holds_everywhere(tree: Path) -> None:
    found = SettingsByFolder(str(tree / "a" / "own" / "statuslens.yaml"))
    for path in ("x.py", "a/x.py", "repository/e/x.py"):
        assert found(path) == settings_for(path, explicit=tree / "a" / "own" / "statuslens.yaml")


def test_they_can_be_sent_to_another_process(tree: Path) -> None:
    found = SettingsByFolder(str(tree / "statuslens.yaml"))
    expected = found("a/x.py")
    assert pickle.loads(pickle.dumps(found))("a/x.py") == expected  # noqa: S301 (our own bytes)


@pytest.mark.usefixtures("tree")
def test_an_editors_settings_hold_over_every_team_file() -> None:
    overrides = {"style": "constant"}
    found = pickle.loads(pickle.dumps(SettingsByFolder(overrides=overrides)))  # noqa: S301 (as above)
    for path in ("x.py", "a/own/x.py", "repository/e/x.py"):
        assert found(path) == settings_for(path, overrides=overrides)


def test_a_team_file_that_cannot_be_used_is_left_out_where_that_is_asked_for(tree: Path) -> None:
    (tree / "a" / "own" / "statuslens.yaml").write_text("style: none\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        SettingsByFolder()("a/own/d/x.py")
    lenient = pickle.loads(pickle.dumps(SettingsByFolder(is_lenient=True)))  # noqa: S301 (as above)
    assert lenient("a/own/d/x.py").team == DEFAULTS
    assert lenient("a/b/x.py") == settings_for("a/b/x.py")


def test_a_deep_folder_is_no_trouble(tree: Path) -> None:
    assert SettingsByFolder()("/".join(["a"] * 2000) + "/x.py") == settings_for(tree)
