"""Which files are looked at, and how they are read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from statuslens.errors import UsageError
from statuslens.workspace import MAX_BYTES, Skipped, SourceFile, find_files, read_sources, read_text
from statuslens.workspace.cache import Cache
from statuslens.workspace.look import ScanLook
from statuslens.workspace.plan import plan
from statuslens.workspace.settings import SettingsByFolder
from statuslens.workspace.survey import open_cache, survey
from tools import require_program
from trees import write_large_tree


def write(folder: Path, names: list[str]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("status_code = 404\n", encoding="utf-8")


def paths_in(folder: Path) -> list[str]:
    return [found.path.removeprefix(f"{folder.as_posix()}/") for found in find_files([str(folder)])]


def test_a_folder_is_walked_without_vendored_and_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        ["b.py", "a/c.ts", "a/d.txt", "node_modules/e.js", "a/vendor/f.go", ".hidden/g.py", "a/h.min.js", "i.JS"],
    )
    assert paths_in(tmp_path) == ["a/c.ts", "b.py", "i.JS"]


def test_a_folder_in_a_repository_is_listed_as_git_lists_it(tmp_path: Path) -> None:
    git = require_program("git")
    write(tmp_path, ["kept.py", "ignored.py", "sub/new.go", ".tooling/hook.py", "gone.py"])
    (tmp_path / ".gitignore").write_text("ignored.py\n", encoding="utf-8")
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run([git, "add", "kept.py", "gone.py"], cwd=tmp_path, check=True)
    (tmp_path / "gone.py").unlink()
    assert paths_in(tmp_path) == [".tooling/hook.py", "kept.py", "sub/new.go"]
    assert paths_in(tmp_path / "sub") == ["new.go"]


def test_a_program_that_a_repository_names_is_not_run(tmp_path: Path) -> None:
    git = require_program("git")
    write(tmp_path, ["kept.py"])
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n", encoding="utf-8")
    trap.chmod(0o755)
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run([git, "config", "core.fsmonitor", str(trap)], cwd=tmp_path, check=True)
    assert paths_in(tmp_path) == ["kept.py", "trap.sh"]
    assert not (tmp_path / "sprung").exists()


def test_links_and_pipes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes on this system")
    write(tmp_path, ["kept.py"])
    (tmp_path / "link.py").symlink_to("kept.py")
    (tmp_path / "loop").symlink_to(".")
    os.mkfifo(tmp_path / "pipe.py")
    assert paths_in(tmp_path) == ["kept.py"]


@pytest.mark.parametrize("line", ["core\\management\\", "[z-a].py", "[", "!", "\\"])
def test_a_line_of_a_gitignore_that_is_no_pattern_is_passed_over(tmp_path: Path, line: str) -> None:
    write(tmp_path, ["a.py", "b.py"])
    (tmp_path / ".gitignore").write_text(f"{line}\nb.py\n", encoding="utf-8")
    assert paths_in(tmp_path) == ["a.py"]


def test_outside_of_a_repository_each_gitignore_holds_for_what_is_below_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        ["a.py", "build/b.py", "sub/c.py", "sub/kept.py", "sub/deep/c.py", "sub/deep/d.py", "gen/e.py", "f.tmp.py"],
    )
    (tmp_path / ".gitignore").write_text("/build/\n*.tmp.py\nc.py\ngen/*\n", encoding="utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("!c.py\ndeep/d.py\n", encoding="utf-8")
    assert paths_in(tmp_path) == ["a.py", "sub/c.py", "sub/deep/c.py", "sub/kept.py"]


def test_what_is_ignored_outside_of_a_repository_is_what_git_ignores_inside(tmp_path: Path) -> None:
    git = require_program("git")
    names = ["a.py", "b/a.py", "b/c/a.py", "b/c/d.py", "e/f.py", "e/g/f.py", "h.js", "b/h.js", "i j.py", "#k.py"]
    write(tmp_path, names)
    rules = [
        "# a comment",
        "b/c",
        "!b/c/d.py",
        "/e/*",
        "!/e/g",
        "*.js",
        "!/h.js",
        "i\\ j.py",
        "\\#k.py",
        "**/c/a.py",
        "",
    ]
    (tmp_path / ".gitignore").write_text("\n".join(rules), encoding="utf-8")
    outside = paths_in(tmp_path)
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    assert paths_in(tmp_path) == outside


def test_a_link_to_a_folder_in_a_repository_is_listed_as_git_lists_it(tmp_path: Path) -> None:
    git = require_program("git")
    write(tmp_path, ["repository/sub/kept.py", "repository/sub/ignored.py"])
    (tmp_path / "repository" / ".gitignore").write_text("ignored.py\n", encoding="utf-8")
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path / "repository", check=True)
    (tmp_path / "link").symlink_to(tmp_path / "repository" / "sub")
    assert paths_in(tmp_path / "link") == ["kept.py"]


def test_a_repository_below_a_folder_is_listed_as_git_lists_it(tmp_path: Path) -> None:
    git = require_program("git")
    write(tmp_path, ["a.py", "inner/b.py", "inner/.tooling/c.py", "inner/d.py"])
    (tmp_path / "inner" / ".gitignore").write_text("d.py\n", encoding="utf-8")
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path / "inner", check=True)
    assert paths_in(tmp_path) == ["a.py", "inner/.tooling/c.py", "inner/b.py"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read here")
def test_what_cannot_be_read_in_a_folder_is_noted_and_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ["a.py", "closed/b.py", "c.py"])
    (tmp_path / "a.py").chmod(0)
    (tmp_path / "closed").chmod(0)
    found = list(read_sources([str(tmp_path)]))
    (tmp_path / "closed").chmod(0o700)
    assert found[0] == Skipped((tmp_path / "a.py").as_posix(), "cannot be read: Permission denied")
    assert len(found) == 2


def test_a_file_that_goes_away_meanwhile_is_noted(tmp_path: Path) -> None:
    write(tmp_path, ["a.py", "b.py"])
    files, _ = plan([str(tmp_path)], SettingsByFolder())
    (tmp_path / "a.py").unlink()
    first, second = survey(ScanLook(SettingsByFolder()), files)
    assert (first.left_out, len(second.found)) == ("cannot be read: No such file or directory", 1)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text on this system")
@pytest.mark.parametrize("in_repository", [True, False])
def test_a_name_that_is_no_utf_8_is_a_name(in_repository: bool, tmp_path: Path) -> None:  # noqa: FBT001
    name = os.fsdecode(b"caf\xe9.py")
    write(tmp_path, [name])
    if in_repository:
        subprocess.run([require_program("git"), "init", "--quiet"], cwd=tmp_path, check=True)
    assert paths_in(tmp_path) == [name]
    files, _ = plan([str(tmp_path)], SettingsByFolder())
    cache = Cache(tmp_path / "cache", "0")
    look = ScanLook(SettingsByFolder())
    cold, warm = (list(survey(look, files, cache=cache)) for _ in range(2))
    assert cold == warm
    assert len(cold[0].found) == 1


def test_a_named_file_keeps_its_path_and_an_unknown_language_is_noted(tmp_path: Path) -> None:
    write(tmp_path, ["a.py", "b.txt"])
    a, b = str(tmp_path / "a.py"), str(tmp_path / "b.txt")
    found = [file._replace(state=None) if isinstance(file, SourceFile) else file for file in find_files([a, b])]
    assert found == [
        SourceFile(a, "python", is_named=True),
        Skipped(b, "its language is not known"),
    ]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere.py")
    with pytest.raises(UsageError) as refused:
        list(read_sources([path]))
    assert str(refused.value) == f"{path}: there is no such file or folder; check the path"


def test_a_named_file_that_is_no_text_is_an_error_and_one_in_a_folder_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "data.py"
    path.write_bytes(b"status_code = 404\0")
    reason = "holds NUL bytes, so it is no text"
    assert list(read_sources([str(tmp_path)])) == [Skipped(path.as_posix(), reason)]
    with pytest.raises(UsageError) as refused:
        list(read_sources([str(path)]))
    assert str(refused.value) == f"{path.as_posix()}: {reason}; name a source file"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xc3\xa9", "café"),
        (b"\xef\xbb\xbfx = 1\r\n", "x = 1\r\n"),
        (b"caf\xe9 404", "caf\ufffd 404"),
        ("x = 'é'".encode("utf-16"), "x = 'é'"),
        (b"", ""),
    ],
)
def test_a_file_is_decoded_with_its_line_ends_kept(data: bytes, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(data)
    assert read_text(str(path)) == text


def test_a_file_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert read_text(str(path)) == Skipped(str(path), "larger than 10 MB")


def test_the_cache_is_asked_where_that_takes_less_than_the_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STATUSLENS_CACHE_DIR", raising=False)
    write_large_tree(tmp_path, files=4)
    files, _ = plan([str(tmp_path)], SettingsByFolder())
    assert open_cache(files[:1], str(tmp_path)) is None
    assert open_cache(files, str(tmp_path)) is not None
    monkeypatch.setattr("statuslens.workspace.cache.cache_folder", lambda: None)
    assert open_cache(files) is None


def test_the_files_of_a_large_tree_are_met_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = require_program("git")
    names = [f"part{number % 7}/file{number:03}.{('py', 'md', 'go')[number % 3]}" for number in range(300)]
    write(tmp_path, names)
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run([git, "add", "part0", "part1", "part2"], cwd=tmp_path, check=True)
    expected = list(find_files([str(tmp_path)]))
    monkeypatch.setattr("statuslens.workspace.files._WORTH_PROCESSES", 50)
    monkeypatch.setattr("statuslens.workspace.files._PART", 20)
    assert [file.path for file in expected if isinstance(file, SourceFile)] == [
        (tmp_path / name).as_posix() for name in sorted(names) if not name.endswith(".md")
    ]
    assert list(find_files([str(tmp_path)])) == expected


def test_files_that_git_does_not_tell_of_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = require_program("git")
    write(tmp_path, ["work/a.py", "work/sub/b.go", "work/vendor/c.go"])
    subprocess.run([git, "init", "--quiet", "--bare", tmp_path / "bare.git"], check=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "bare.git"))
    assert paths_in(tmp_path / "work") == ["a.py", "sub/b.go"]
