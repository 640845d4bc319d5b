"""Which files are looked at, and how they are read."""

import os
import subprocess
from pathlib import Path

import pytest

from statuslens.errors import UsageError
from statuslens.workspace import MAX_BYTES, Skipped, SourceFile, find_files, read_text, scan_paths
from tools import require_program


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


def test_a_named_file_keeps_its_path_and_an_unknown_language_is_noted(tmp_path: Path) -> None:
    write(tmp_path, ["a.py", "b.txt"])
    a, b = str(tmp_path / "a.py"), str(tmp_path / "b.txt")
    assert list(find_files([a, b])) == [
        SourceFile(a, "python", is_named=True),
        Skipped(b, "its language is not known"),
    ]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere.py")
    with pytest.raises(UsageError) as refused:
        list(scan_paths([path]))
    assert str(refused.value) == f"{path}: there is no such file or folder; check the path"


def test_a_named_file_that_is_no_text_is_an_error_and_one_in_a_folder_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "data.py"
    path.write_bytes(b"status_code = 404\0")
    reason = "holds NUL bytes, so it is no text"
    assert list(scan_paths([str(tmp_path)])) == [Skipped(path.as_posix(), reason)]
    with pytest.raises(UsageError) as refused:
        list(scan_paths([str(path)]))
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
