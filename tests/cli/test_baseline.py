"""``statuslens check --baseline``: what is known is not reported again."""

import json
from pathlib import Path

import pytest

from command import Result, Run, run_in

ODD = "r.status_code = 533\n"
ADVICE = "write it anew with --write-baseline"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def found(result: Result) -> list[str]:
    return [line.partition(": ")[0] for line in result.out.splitlines()]


def test_only_what_is_new_is_reported_wherever_it_stands(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"src/a.py": ODD, "b.py": ODD})
    told = Result("ci/known.json: 2 findings written\n", "", 0)
    (tmp_path / "ci").mkdir()
    assert statuslens("check", "--write-baseline", "ci/known.json", ".") == told
    assert statuslens("check", "--baseline", "ci/known.json", ".").out == "0 findings in 3 files\n"
    write(tmp_path, {"src/a.py": f"x = 1\n{ODD}{ODD}", "b.py": f"if True:\n    {ODD}r.status_code = 534\n"})
    result = statuslens("check", "--baseline", "ci/known.json", "--format", "concise", ".")
    assert (found(result), result.status) == (["b.py:3:17", "src/a.py:3:17"], 0)
    below = run_in(tmp_path / "src", "check", "--baseline", "../ci/known.json", "--format", "concise", "a.py")
    assert found(below) == ["a.py:3:17"]


def test_a_baseline_can_be_read_and_compared_by_people(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"b.py": ODD + "r.status_code = 499\n", "a.py": ODD})
    statuslens("check", "--write-baseline", "known.json", "b.py", "a.py")
    written = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))
    entries = [(entry["path"], entry["rule"]) for entry in written["findings"]]
    assert entries == [
        ("a.py", "unassigned-code"),
        ("b.py", "unassigned-code"),
        ("b.py", "vendor-code"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "cannot be read: No such file or directory"),
        ("{", "is no JSON"),
        ("[]", "is no baseline of this version"),
        ('{"schema": 2, "findings": []}', "is no baseline of this version"),
        ('{"schema": 1, "findings": [{}]}', "findings are not as they were written"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told(
    text: str | None, problem: str, statuslens: Run, tmp_path: Path
) -> None:
    write(tmp_path, {"a.py": ODD, **({"known.json": text} if text is not None else {})})
    result = statuslens("check", "--baseline", "known.json", "a.py")
    assert result == Result("", f"statuslens: known.json: {problem}; {ADVICE}\n", 2)


def test_a_baseline_that_cannot_be_written_is_told(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD})
    result = statuslens("check", "--write-baseline", "gone/known.json", "a.py")
    reason = "cannot be written: No such file or directory; name a file that you may write"
    assert result == Result("", f"statuslens: gone/known.json: {reason}\n", 2)
