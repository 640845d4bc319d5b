"""``statuslens explain``: text, JSON, Markdown; piped and in a terminal."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from command import Result, Run
from tools import require_script

SUBSTATUS = """\
403.10 Execute access denied by configuration · Microsoft IIS: substatus of 403 Forbidden
  The configuration takes the right to execute from this path: look at the handlers'
  access policy.
  Older tables call it an invalid configuration.

  Links      RFC 9110 §15.5.4  https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.4
"""

UNKNOWN = """\
“530x”: No status code has this name.
  For example: statuslens explain 404
"""


def test_an_answer_is_plain_text_in_a_pipe(statuslens: Run) -> None:
    assert statuslens("explain", "403.10") == Result(SUBSTATUS, "", 0)


def test_a_query_without_an_answer_ends_with_1_and_a_way_on(statuslens: Run) -> None:
    assert statuslens("explain", "530x") == Result(UNKNOWN, "", 1)


def test_an_explanation_has_its_parts_in_order(statuslens: Run) -> None:
    result = statuslens("explain", "401")
    labels = re.findall(r"^  ([A-Z][a-z]+)  +\S", result.out, re.MULTILINE)
    assert labels == [
        "Client",
        "Server",
        "Headers",
        "Body",
        "Caching",
        "Retry",
        "Before",
        "Older",
        "Choose",
        "Links",
        "Constants",
    ]
    assert (result.err, result.status) == ("", 0)
    assert max(len(line) for line in result.out.splitlines() if "https://" not in line) <= 88


def test_words_and_codes_may_be_separate_arguments(statuslens: Run) -> None:
    assert statuslens("explain", "not", "found") == statuslens("explain", "not found")
    assert statuslens("explain", "401", "vs", "403") == statuslens("explain", "401 403")


def test_a_query_is_read_from_standard_input(tmp_path: Path) -> None:
    log = '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 502 150\n' * 3
    done = subprocess.run(
        [require_script("statuslens"), "explain", "-"],
        input=log.encode(),
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8").startswith("502 Bad Gateway · Server Error\n")


def test_a_languages_constants_come_first_on_demand(statuslens: Run) -> None:
    def languages(*arguments: str) -> list[str]:
        lines = statuslens("explain", "404", *arguments).out.splitlines()
        start = next(place for place, line in enumerate(lines) if line.startswith("  Constants"))
        return re.findall(r"^ (?: Constants  | {12})([a-z]+): ", "\n".join(lines[start:]), re.MULTILINE)

    assert languages()[:2] == ["c", "cpp"]
    assert languages("--language", "Go")[:2] == ["go", "c"]


def test_answers_as_json(statuslens: Run) -> None:
    result = statuslens("explain", "--format", "json", "403.10, 6xx")
    assert (result.err, result.status) == ("", 1)
    assert json.loads(result.out) == {
        "schema": 1,
        "answers": [
            {
                "kind": "status",
                "code": "403.10",
                "name": "Execute access denied by configuration",
                "class": "4xx",
                "label": "Microsoft IIS: substatus of 403 Forbidden",
                "meaning": "The configuration takes the right to execute from this path: "
                "look at the handlers' access policy.",
                "client": "",
                "server": "",
                "notes": ["Older tables call it an invalid configuration."],
                "facts": [],
                "older_texts": [],
                "team": [],
                "choices": [],
                "vendors": [
                    {
                        "vendor": "Microsoft IIS",
                        "name": "Execute access denied by configuration",
                        "meaning": "The configuration takes the right to execute from this path: "
                        "look at the handlers' access policy.",
                        "standing": "current",
                    }
                ],
                "constants": [],
                "links": [
                    {
                        "label": "RFC 9110 §15.5.4",
                        "url": "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.4",
                    }
                ],
            },
            {
                "kind": "refusal",
                "query": "6xx",
                "message": "There are five classes, 1xx to 5xx; a client treats any other as 5xx (RFC 9110 §15).",
                "nearest": [],
                "example": "404",
            },
        ],
    }


def test_answers_as_markdown(statuslens: Run) -> None:
    result = statuslens("explain", "--format", "markdown", "530x")
    assert result == Result("**530x**: No status code has this name.\n\nFor example: `statuslens explain 404`\n", "", 1)


def test_the_teams_own_codes_and_notes_are_told(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "statuslens.yaml").write_text(
        'codes:\n  - code: "471"\n    name: Basket Expired\n    meaning: The basket is too old.\n    owner: Checkout\n'
        '    runbook: https://wiki.example.org/471\nnotes:\n  - code: "503"\n    note: Call the on-call.\n',
        encoding="utf-8",
    )
    assert statuslens("explain", "basket expired").out == (
        "471 Basket Expired · your team's own code\n"
        "  The basket is too old.\n\n"
        "  Owner      Checkout\n"
        "  Runbook    https://wiki.example.org/471\n"
    )
    assert "\n  Team       Call the on-call.\n" in statuslens("explain", "503").out


def test_a_terminal_without_unicode_gets_escapes_and_no_error(statuslens: Run) -> None:
    result = statuslens("explain", "301", encoding="ascii")
    assert (result.err, result.status) == ("", 0)
    assert "RFC 9110 \\xa715.4.2" in result.out


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_terminal_gets_colours_and_lines_of_its_width(columns: int, tmp_path: Path) -> None:
    shown = run_in_terminal(tmp_path, columns, "401")
    assert shown.startswith("\x1b[1;38;5;172m401 Unauthorized\x1b[0m · \x1b[2mClient Error\x1b[0m")
    assert "\x1b]8;;" not in shown
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).split("\n")
    assert max(len(line) for line in lines if "https://" not in line) <= min(columns, 100)


def test_a_terminal_that_makes_links_gets_them(tmp_path: Path) -> None:
    shown = run_in_terminal(tmp_path, 80, "401", TERM_PROGRAM="WezTerm")
    url = "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2"
    assert f"\x1b]8;;{url}\x1b\\RFC 9110 §15.5.2\x1b]8;;\x1b\\" in shown


def test_colour_is_left_out_where_it_is_not_wanted(tmp_path: Path) -> None:
    assert "\x1b" not in run_in_terminal(tmp_path, 80, "401", NO_COLOR="1")
    assert "\x1b" not in run_in_terminal(tmp_path, 80, "401", TERM="dumb")


def run_in_terminal(folder: Path, columns: int, query: str, **environment: str) -> str:
    """Run the command in a pseudo-terminal and return what it shows."""
    if os.name != "posix":
        pytest.skip("no pseudo-terminals on this system")
    import pty  # noqa: PLC0415 (not there on every system)

    terminal, inside = pty.openpty()
    plain = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    variables = {**plain, "TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8", **environment}
    script = require_script("statuslens")
    with subprocess.Popen([script, "explain", query], cwd=folder, env=variables, stdout=inside) as process:
        os.close(inside)
        shown = b""
        try:
            while piece := os.read(terminal, 65536):
                shown += piece
        except OSError:
            pass  # Linux reports the end of a pseudo-terminal as an error.
        assert process.wait() == 0
    os.close(terminal)
    return shown.decode("utf-8").replace("\r\n", "\n")
