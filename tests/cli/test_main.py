"""The command itself: bad usage, broken pipes, the end of the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from command import Result, Run
from tools import require_script


def test_a_path_that_is_not_there_ends_with_2_and_one_line(statuslens: Run) -> None:
    message = "statuslens: nowhere.py: there is no such file or folder; check the path\n"
    assert statuslens("scan", "nowhere.py") == Result("", message, 2)
    assert statuslens("check", "nowhere.py") == Result("", message, 2)
    assert "\x1b" not in statuslens("scan", "no\x1b[31mwhere.py").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "statuslens: the following arguments are required: COMMAND; see statuslens --help"),
        (["scan"], "statuslens scan: the following arguments are required: PATH; see statuslens scan --help"),
        (["check", "--form", "json", "."], "statuslens: unrecognized arguments: --form; see statuslens --help"),
    ],
)
def test_bad_usage_ends_with_2_and_one_line(arguments: list[str], message: str, statuslens: Run) -> None:
    assert statuslens(*arguments) == Result("", f"{message}\n", 2)


def test_the_help_names_every_command(statuslens: Run) -> None:
    result = statuslens("--help")
    assert (result.err, result.status) == ("", 0)
    for command in ("explain", "scan", "check", "languages"):
        assert f"\n    {command}" in result.out


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("status_code = 404\n" * 5_000, encoding="utf-8")
    with subprocess.Popen(
        [require_script("statuslens"), "scan", "a.py"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"a.py:1:15: 404 status  404\n"
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_program_ends_with_all_that_was_printed_and_with_the_status(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("if response.status_code == 299: pass\n" * 5_000, encoding="utf-8")
    program = [
        sys.executable,
        "-c",
        "from statuslens.cli import run; run()",
        "check",
        "--format",
        "concise",
        "--fail-on",
        "information",
        "a.py",
    ]
    result = subprocess.run(program, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8")
    assert (len(result.stdout.splitlines()), result.stdout[-1:], result.stderr, result.returncode) == (
        5_000,
        "\n",
        "",
        1,
    )
