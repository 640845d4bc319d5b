"""The command statuslens-lsp: its arguments, its refusals, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools import lack, require_script

WITHOUT_PYGLS = """
import sys
sys.modules["pygls"] = None
from statuslens_lsp.cli import main
sys.exit(main([]))
"""


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    return outcome([require_script("statuslens-lsp"), *arguments], stdin)


def outcome(command: list[str], stdin: bytes = b"") -> tuple[int, str, str]:
    result = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def message(method: str, params: Any = None, **members: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **members}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


INITIALIZE = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
SHUTDOWN = message("shutdown", id=2)
EXIT = message("exit")


def test_it_tells_its_version() -> None:
    assert run("--version") == (0, "statuslens-lsp 0.1.0\n", "")


def test_it_tells_what_it_is_for() -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert "An editor starts it" in out


def test_an_unknown_argument_is_refused() -> None:
    code, out, err = run("--tcp")
    assert (code, out) == (2, "")
    assert err.endswith("statuslens-lsp: error: unrecognized arguments: --tcp\n")


def test_without_its_extra_it_says_how_to_install_it() -> None:
    expected = (
        'statuslens-lsp: The language server needs an extra that is not installed: pip install "statuslens[lsp]"\n'
    )
    assert outcome([sys.executable, "-c", WITHOUT_PYGLS]) == (2, "", expected)


def test_at_a_terminal_it_says_that_an_editor_has_to_start_it() -> None:
    if not hasattr(os, "openpty"):
        lack("pseudo-terminals")
    controller, terminal = os.openpty()
    try:
        result = subprocess.run(
            [require_script("statuslens-lsp")],
            stdin=terminal,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
        )
    finally:
        os.close(controller)
        os.close(terminal)
    expected = "statuslens-lsp: an editor has to start this program: name it in the editor's settings\n"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", expected)


def test_a_log_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "missing" / "server.log"
    expected = (
        f"statuslens-lsp: the log cannot be written to {log}: No such file or directory; "
        "name another file with --log-file\n"
    )
    assert run("--log-file", str(log)) == (2, "", expected)


@pytest.mark.parametrize("arguments", [(), ("--stdio",)])
def test_it_ends_well_after_shutdown_and_exit(arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments, stdin=INITIALIZE + SHUTDOWN + EXIT)
    assert (code, err) == (0, "")


def test_it_ends_well_after_a_shutdown_that_wants_no_answer(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    code, _, err = run("--log-file", str(log), stdin=INITIALIZE + message("shutdown", params={}) + EXIT)
    assert (code, err, log.read_text("utf-8")) == (0, "", "")


def test_it_ends_with_1_where_exit_comes_without_shutdown() -> None:
    code, _, err = run(stdin=INITIALIZE + EXIT)
    assert (code, err) == (1, "")


@pytest.mark.parametrize("sent", [b"", INITIALIZE + b"Content-Len"])
def test_it_ends_by_itself_when_the_client_is_gone(sent: bytes) -> None:
    code, _, err = run(stdin=sent)
    assert (code, err) == (0, "")


def test_it_ends_by_itself_when_the_client_is_gone_and_takes_no_answer() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = subprocess.run(
            [require_script("statuslens-lsp")],
            input=INITIALIZE,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_message_that_is_no_json_gets_one_line_in_the_log(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    broken = b"Content-Length: 5\r\n\r\nhello"
    code, out, err = run("--log-file", str(log), stdin=broken + INITIALIZE + SHUTDOWN + EXIT)
    assert (code, err) == (0, "")
    assert "showMessage" not in out
    (line,) = log.read_text("utf-8").splitlines()
    trouble = "a message could not be read or sent: Expecting value: line 1 column 1 (char 0)"
    assert line.partition(" ERROR ")[2] == trouble
