"""What is kept of files from run to run: it is believed only where nothing can have changed."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.workspace.cache import Cache, Entry, cache_folder, digest_of
from statuslens.workspace.files import SourceFile, list_files
from statuslens.workspace.program import fingerprint_program

PROGRAM = "0" * 32
LONG_AGO = 1_700_000_000_000_000_000


def listed(path: Path) -> SourceFile:
    (file,) = list_files([str(path)])
    assert isinstance(file, SourceFile)
    return file


def aged(file: SourceFile) -> SourceFile:
    """Return a file as if nobody had changed it for long."""
    assert file.state is not None
    size, _, _, number = file.state
    return file._replace(state=(size, LONG_AGO, LONG_AGO, number))


def kept(folder: Path, file: SourceFile, result: Any = None, program: str = PROGRAM) -> None:
    cache = Cache(folder, program)
    cache.keep(file, "asked", "digest", result)
    cache.save()


def found(folder: Path, file: SourceFile, asked: str = "asked", program: str = PROGRAM) -> Entry | None:
    base, name = os.path.split(file.path)
    return Cache(folder, program).entries(base, asked).get(name)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "src" / "a.py"
    path.parent.mkdir()
    path.write_text("x = 1\n", encoding="utf-8")
    return path


def test_what_is_kept_is_found_by_the_next_run(source: Path, tmp_path: Path) -> None:
    file = aged(listed(source))
    kept(tmp_path / "cache", file, ["python", [], "", True])
    entry = found(tmp_path / "cache", file)
    assert entry == Entry(list(file.state or ()), "digest", ["python", [], "", True])
    assert entry.is_sure(file)


def test_another_program_or_question_finds_nothing(source: Path, tmp_path: Path) -> None:
    file = aged(listed(source))
    kept(tmp_path / "cache", file)
    assert found(tmp_path / "cache", file, asked="something else") is None
    assert found(tmp_path / "cache", file, program="1" * 32) is None


def test_a_file_of_another_program_is_not_believed(source: Path, tmp_path: Path) -> None:
    file = aged(listed(source))
    kept(tmp_path / "cache", file)
    shutil.copytree(tmp_path / "cache" / PROGRAM, tmp_path / "cache" / ("1" * 32))
    assert found(tmp_path / "cache", file, program="1" * 32) is None


def test_a_file_that_was_just_changed_is_known_by_its_bytes_only(source: Path, tmp_path: Path) -> None:
    file = listed(source)
    kept(tmp_path / "cache", file)
    entry = found(tmp_path / "cache", file)
    assert entry == Entry(None, "digest", None)
    assert not entry.is_sure(file)


def test_a_change_shows_even_where_size_and_time_are_put_back(source: Path) -> None:
    before = listed(source)
    assert before.state is not None
    source.write_text("x = 2\n", encoding="utf-8")
    os.utime(source, ns=(before.state[1], before.state[1]))
    after = listed(source)
    assert after.state is not None
    assert after.state[:2] == before.state[:2]
    if os.name == "posix":
        assert after.state != before.state


def test_what_two_runs_keep_is_both_there(source: Path, tmp_path: Path) -> None:
    (source.parent / "b.py").write_text("x = 2\n", encoding="utf-8")
    files = [aged(listed(path)) for path in (source, source.parent / "b.py")]
    runs = [Cache(tmp_path / "cache", PROGRAM) for _ in files]
    for run, file in zip(runs, files, strict=True):
        run.entries(os.path.dirname(file.path), "asked")  # noqa: PTH120
        run.keep(file, "asked", "digest", None)
    for run in runs:
        run.save()
    assert all(found(tmp_path / "cache", file) for file in files)


def test_files_that_are_gone_are_dropped(source: Path, tmp_path: Path) -> None:
    other = source.parent / "b.py"
    other.write_text("x = 2\n", encoding="utf-8")
    gone = aged(listed(other))
    kept(tmp_path / "cache", gone)
    other.unlink()
    kept(tmp_path / "cache", aged(listed(source)))
    assert found(tmp_path / "cache", gone) is None


def test_what_was_not_used_for_long_is_dropped(source: Path, tmp_path: Path) -> None:
    kept(tmp_path / "cache", aged(listed(source)), program="1" * 32)
    (old,) = (tmp_path / "cache").glob("*/*.json")
    os.utime(old, (time.time() - 40 * 24 * 60 * 60,) * 2)
    kept(tmp_path / "cache", aged(listed(source)))
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.is_dir()] == [PROGRAM]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["flip", "cut", "insert", "junk"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 7),
    st.binary(min_size=1, max_size=99),
)
def test_a_broken_cache_is_never_believed(
    tmp_path_factory: pytest.TempPathFactory, change: str, part: float, bit: int, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    path = folder / "a.py"
    path.write_text("x = 1\n", encoding="utf-8")
    file = aged(listed(path))
    kept(folder / "cache", file, ["python", [["a", "b"]], "", True])
    (whole,) = (folder / "cache").glob("*/*.json")
    content = bytearray(whole.read_bytes())
    place = int(part * len(content))
    if change == "flip":
        content[place] ^= 1 << bit
    elif change == "cut":
        del content[place:]
    elif change == "insert":
        content[place:place] = junk
    else:
        content[:] = junk
    is_same = bytes(content) == whole.read_bytes()
    whole.write_bytes(content)
    assert is_same or found(folder / "cache", file) is None
    kept(folder / "cache", file)
    assert found(folder / "cache", file) == Entry(list(file.state or ()), "digest", None)


def test_the_folder_can_be_named_and_is_else_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("STATUSLENS_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    places = {"linux": ".cache", "darwin": "Library/Caches", "win32": "AppData/Local"}
    for system, place in places.items():
        monkeypatch.setattr("sys.platform", system)
        assert cache_folder() == tmp_path / place / "statuslens"
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "statuslens"
    monkeypatch.setenv("STATUSLENS_CACHE_DIR", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def test_the_program_is_the_same_as_long_as_its_files_are() -> None:
    assert fingerprint_program() == fingerprint_program()
    assert len(fingerprint_program()) == len(PROGRAM)


def test_bytes_are_told_apart() -> None:
    assert digest_of(b"a") != digest_of(b"b")
