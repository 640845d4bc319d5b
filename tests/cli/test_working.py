"""``statuslens check`` over many files: processes, the cache, shards, Ctrl-C, and processes that die."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from command import PATIENCE, Result, Run
from tools import require_script
from trees import write_large_tree

PARTS = ("part1", "part2", "part3")
JSON = ("check", "--format", "json", "--exit-zero")
STALLS = """
import os, signal
def language():
    with open({fifo!r}, "w") as fifo:
        fifo.write(f"{{os.getpid()}}\\n")
    signal.pause()
"""
DIES = """
import os, signal
def language():
    os.kill(os.getpid(), signal.SIGKILL)
"""
DIES_ONCE = """
import importlib, os, pathlib, signal, sys
def language():
    once = pathlib.Path({mark!r})
    if not once.exists():
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    sys.path.remove({folder!r})
    del sys.modules["tree_sitter_dart"]
    return importlib.import_module("tree_sitter_dart").language()
"""
needs_signals = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def with_grammar(folder: Path, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put something else in the place of Dart's grammar."""
    folder.mkdir()
    (folder / "tree_sitter_dart.py").write_text(source, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")])))


def test_findings_are_the_same_from_one_process_and_from_several(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    alone = statuslens(*JSON, "--no-cache", "--jobs", "1", ".")
    assert len(json.loads(alone.out)["findings"]) == 16
    assert statuslens(*JSON, "--no-cache", "--jobs", "3", ".") == alone


def test_an_overview_is_the_same_from_one_process_from_several_and_from_the_cache(
    statuslens: Run, tmp_path: Path
) -> None:
    write_large_tree(tmp_path)
    report = ("report", "--format", "json")
    alone = statuslens(*report, "--no-cache", "--jobs", "1", ".")
    overview = json.loads(alone.out)
    assert (overview["files"], len(overview["findings"])) == (24, 16)
    cache = ("--cache-dir", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    assert statuslens(*report, *cache, "--jobs", "3", ".") == alone
    assert statuslens(*report, *cache, ".") == alone


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_can_be_started_in_each_way(method: str, statuslens: Run, tmp_path: Path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    write_large_tree(tmp_path)
    program = tmp_path / "started.py"
    program.write_text(
        "import multiprocessing, sys\n"
        "from statuslens.cli import main\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    sys.exit(main(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    command = [sys.executable, str(program), *JSON, "--no-cache", "--jobs", "2", "part0", "part1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=PATIENCE, check=False, encoding="utf-8")
    assert Result(done.stdout, done.stderr, done.returncode) == statuslens(*JSON, "--jobs", "1", "part0", "part1")


@needs_signals
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_ctrl_c_ends_all_processes_at_once_and_says_nothing(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with_grammar(tmp_path / "grammar", STALLS.format(fifo=str(fifo)), monkeypatch)
    tree = tmp_path / "tree"
    write_large_tree(tree)
    (tree / "a.dart").write_text("var status = 299;\n", encoding="utf-8")
    command = [require_script("statuslens"), "check", "--no-cache", "--jobs", jobs, "."]
    with subprocess.Popen(
        command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        at_work = int(fifo.read_text(encoding="utf-8"))
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert (err, process.returncode) == (b"", 130)
    with pytest.raises(ProcessLookupError):
        os.kill(at_work, 0)


@needs_signals
def test_a_file_that_takes_its_process_down_is_named_and_the_rest_goes_on(
    statuslens: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_large_tree(tmp_path)
    expected = statuslens(*JSON, "--no-cache", ".")
    with_grammar(tmp_path.parent / f"{tmp_path.name}-grammar", DIES, monkeypatch)
    for name in ("part0/a.dart", "part3/b.dart"):
        (tmp_path / name).write_text("var status = 299;\n", encoding="utf-8")
    note = "statuslens: note: {}: left out, the process that read it was ended by SIGKILL\n"
    err = note.format("part0/a.dart") + note.format("part3/b.dart")
    assert statuslens(*JSON, "--jobs", "2", ".") == Result(expected.out, err, 2)


@needs_signals
def test_a_process_that_is_killed_by_accident_is_made_up_for(
    statuslens: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_large_tree(tmp_path)
    (tmp_path / "part1" / "a.dart").write_text("var statusCode = 404;\nvar status = 305;\n", encoding="utf-8")
    expected = statuslens(*JSON, "--no-cache", ".")
    folder = tmp_path.parent / f"{tmp_path.name}-grammar"
    mark = folder / "mark"
    with_grammar(folder, DIES_ONCE.format(mark=str(mark), folder=str(folder)), monkeypatch)
    assert statuslens(*JSON, "--no-cache", "--jobs", "2", ".") == expected
    assert mark.exists()


def test_a_named_file_that_cannot_be_read_is_an_error_in_any_process(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    (tmp_path / "data.py").write_bytes(b"status_code = 404\0")
    message = "statuslens: data.py: holds NUL bytes, so it is no text; name a source file\n"
    for jobs in ("1", "2"):
        assert statuslens("check", "--no-cache", "--jobs", jobs, ".", "data.py") == Result("", message, 2)


def test_a_broken_team_file_below_is_an_error_in_any_process(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    (tmp_path / "part2" / "statuslens.yaml").write_text("contexts: 7\n", encoding="utf-8")
    results = [statuslens("check", "--no-cache", "--jobs", jobs, ".") for jobs in ("1", "2")]
    assert results[0] == results[1]
    assert (results[0].status, results[0].err.count("\n")) == (2, 1)


def test_cold_warm_and_without_a_cache_the_findings_are_the_same(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    cold, warm, without = statuslens(*JSON, "."), statuslens(*JSON, "."), statuslens(*JSON, "--no-cache", ".")
    assert cold == warm == without
    (tmp_path / "part0" / "file00.py").write_text("r.status_code = 531\n", encoding="utf-8")
    assert statuslens(*JSON, ".") == statuslens(*JSON, "--no-cache", ".") != cold


def test_what_was_mended_is_looked_at_anew(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    bad = 'def f(response):\n    return Response("404 Forbidden", status=404)\n\n\nx = range(200, 299)  # status\n'
    (tmp_path / "a.py").write_text(bad, encoding="utf-8")
    statuslens("check", "--exit-zero", ".")
    statuslens("check", "--fix", "--unsafe-fixes", "--exit-zero", ".")
    assert statuslens(*JSON, ".") == statuslens(*JSON, "--no-cache", ".")


def test_other_rules_and_settings_are_other_entries(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    variants: list[tuple[str, ...]] = [(), ("--select", "obsolete-code"), ("--ignore", "obsolete-code"), ()]
    for options in variants:
        assert statuslens(*JSON, *options, ".") == statuslens(*JSON, *options, "--no-cache", ".")
    (tmp_path / "statuslens.yaml").write_text("rules: {obsolete-code: error}\n", encoding="utf-8")
    assert statuslens(*JSON, ".") == statuslens(*JSON, "--no-cache", ".")


def test_occurrences_are_kept_too(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    scan = ("scan", "--format", "jsonl", "--why", ".")
    cold, warm = statuslens(*scan), statuslens(*scan)
    assert cold == warm == statuslens(*scan, "--no-cache", "--jobs", "1")
    assert cold.out.count("\n") == 16


@needs_signals
def test_a_cache_that_cannot_be_written_is_done_without(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    blocked = tmp_path.parent / f"{tmp_path.name}-file"
    blocked.write_text("no folder", encoding="utf-8")
    without = statuslens(*JSON, "--no-cache", ".")
    assert statuslens(*JSON, "--cache-dir", str(blocked), ".") == without


def test_a_cache_in_the_tree_is_no_source(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    first = statuslens(*JSON, "--cache-dir", "kept", ".")
    assert list(tmp_path.glob("kept/*/*.json"))
    assert statuslens(*JSON, "--cache-dir", "kept", ".") == first


@contextmanager
def started(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [require_script("statuslens"), *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        yield process


def test_two_runs_at_once_share_a_cache(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    without = statuslens(*JSON, "--no-cache", ".")
    arguments = (*JSON, "--cache-dir", f"{tmp_path}-shared", ".")
    with started(tmp_path, *arguments) as one, started(tmp_path, *arguments) as other:
        outs = [process.communicate(timeout=PATIENCE)[0].decode().replace("\r\n", "\n") for process in (one, other)]
    assert outs == [without.out] * 2
    assert statuslens(*arguments) == without


def test_the_shards_together_are_the_whole(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    for name in ("json", "jsonl", "sarif"):
        whole = statuslens("check", "--format", name, "--exit-zero", ".")
        shards = []
        for number in (3, 1, 2):  # in any order
            shards.append(f"{number}.{name}")
            part = statuslens("check", "--format", name, "--exit-zero", "--shard", f"{number}/3", "part0", *PARTS)
            (tmp_path / shards[-1]).write_text(part.out, encoding="utf-8")
        merged = statuslens("merge", *shards)
        for shard in shards:
            (tmp_path / shard).unlink()
        assert merged == whole


def test_shards_do_not_depend_on_the_order_of_the_paths(statuslens: Run, tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    shard = (*JSON, "--shard", "2/5")
    assert statuslens(*shard, "part0", *PARTS) == statuslens(*shard, *reversed(PARTS), "part0", "part0/file00.py")


@pytest.mark.parametrize("value", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3"])
def test_a_part_of_no_whole_is_refused(value: str, statuslens: Run) -> None:
    result = statuslens("check", f"--shard={value}", ".")
    message = f"statuslens check: argument --shard: {value!r} is no part of a whole; write one such as 3/8"
    assert result == Result("", f"{message}; see statuslens check --help\n", 2)


@pytest.mark.parametrize("value", ["0", "-1", "many"])
def test_no_number_of_processes_is_refused(value: str, statuslens: Run) -> None:
    result = statuslens("check", f"--jobs={value}", ".")
    message = f"statuslens check: argument --jobs: {value!r} is no number of processes; write one such as 4"
    assert result == Result("", f"{message}; see statuslens check --help\n", 2)


def test_a_file_that_is_named_twice_is_looked_at_once(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("r.status_code = 533\n", encoding="utf-8")
    assert statuslens("check", "--format", "concise", "a.py", ".", "a.py").out.count("\n") == 1


def test_findings_are_counted_by_rule(statuslens: Run, tmp_path: Path) -> None:
    lines = "r.status_code = 533\nr.status_code = 534\nr.status_code = 305\nok = 200 < r.status_code < 300\n"
    (tmp_path / "a.py").write_text(lines, encoding="utf-8")
    (tmp_path / "b.py").write_text("r.status_code = 404\n", encoding="utf-8")
    assert statuslens("check", "--statistics", "--exit-zero", ".") == Result(
        "2  information[unassigned-code]\n"
        "1  information[obsolete-code]\n"
        "1  information[off-by-one-bound]  1 with an unsafe fix\n"
        "4 findings in 2 files\n",
        "",
        0,
    )
    printed = json.loads(statuslens("check", "--statistics", "--format", "json", ".").out)
    assert (printed["schema"], printed["files"], len(printed["statistics"])) == (1, 2, 3)
    assert printed["statistics"][0] == {
        "rule": "unassigned-code",
        "level": "information",
        "findings": 2,
        "safe_fixes": 0,
        "unsafe_fixes": 0,
    }


def test_other_formats_have_no_statistics(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    message = "statuslens: --statistics has no format sarif; give --format text or json\n"
    assert statuslens("check", "--statistics", "--format", "sarif", "a.py") == Result("", message, 2)
