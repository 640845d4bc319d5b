"""Reports of several shards, put together."""

import json
from pathlib import Path

import pytest

from statuslens.errors import UsageError
from statuslens.report.merge import merge

RECORD = {"path": "a.py", "line": 1, "rule": "old-name", "level": "hint", "message": "…"}
WHOLE = json.dumps({"schema": 1, "files": 3, "findings": [RECORD]})
ADVICE = "name files that statuslens check has written with --format json, jsonl or sarif"


def written(folder: Path, *texts: str | bytes) -> list[str]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(str(path))
    return paths


def test_findings_are_sorted_by_path_and_files_are_counted(tmp_path: Path) -> None:
    other = {**RECORD, "path": "B.py", "line": 7}
    paths = written(tmp_path, WHOLE, json.dumps({"schema": 1, "files": 2, "findings": [other]}))
    assert json.loads("".join(merge(paths))) == {"schema": 1, "files": 5, "findings": [other, RECORD]}


def test_a_shard_without_findings_has_no_lines(tmp_path: Path) -> None:
    line = f"{json.dumps(RECORD)}\n"
    assert "".join(merge(written(tmp_path, "", line, ""))) == line
    assert "".join(merge(written(tmp_path, "", ""))) == ""


@pytest.mark.parametrize(
    "text",
    [
        "0 findings in 1 file\n",
        "[]",
        "{}",
        "null",
        "[" * 100_000,
        '{"schema": 2, "files": 1, "findings": []}',
        '{"schema": 1, "files": 1, "findings": [{"path": 7}]}',
        '{"schema": 1, "files": "1", "findings": []}',
        '{"version": "2.1.0", "runs": []}',
        '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "other"}}, "results": []}]}',
        '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "statuslens"}}, "results": [{}]}]}',
        '{"version": "2.1.0", "runs": [7]}',
        f"{json.dumps(RECORD)}\nno JSON\n",
    ],
)
def test_another_file_is_refused(text: str, tmp_path: Path) -> None:
    paths = written(tmp_path, WHOLE, text)
    with pytest.raises(UsageError) as refused:
        list(merge(paths))
    assert str(refused.value) == f"{paths[1]}: is no report of this version; {ADVICE}"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path, b"\xff\xfe")
    with pytest.raises(UsageError) as refused:
        list(merge([path]))
    assert str(refused.value) == f"{path}: is no text in UTF-8; {ADVICE}"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere.json")
    with pytest.raises(UsageError) as refused:
        list(merge([path]))
    assert str(refused.value) == f"{path}: cannot be read: No such file or directory; {ADVICE}"


def test_reports_in_two_formats_are_refused(tmp_path: Path) -> None:
    one, other = written(tmp_path, WHOLE, f"{json.dumps(RECORD)}\n")
    with pytest.raises(UsageError) as refused:
        list(merge([one, other]))
    assert str(refused.value) == f"{one} is json and {other} is jsonl; merge reports of one format"


def test_reports_of_two_versions_are_refused(tmp_path: Path) -> None:
    logs = [
        {
            "version": "2.1.0",
            "runs": [{"tool": {"driver": {"name": "statuslens", "semanticVersion": v}}, "results": []}],
        }
        for v in ("1.0.0", "1.1.0")
    ]
    one, other = written(tmp_path, *map(json.dumps, logs))
    with pytest.raises(UsageError) as refused:
        list(merge([one, other]))
    message = f"{other} was written by another version than {one}; let one version write all of them"
    assert str(refused.value) == message
