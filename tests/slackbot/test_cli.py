"""The command before it becomes the bot: what it prints, and what it says of wrong settings."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from slackbot.bot_process import PATIENCE, SECRET, TOKEN, environment
from tools import require_script

SECRETS = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": TOKEN}
LIBRARIES = ["aiohttp", "pydantic", "slack_bolt", "sqlalchemy", "starlette", "uvicorn"]
HELP = "see statuslens-slackbot --help"


class Result(NamedTuple):
    code: int
    stdout: str
    stderr: str


def run(*arguments: str, **variables: str) -> Result:
    return finish([require_script("statuslens-slackbot"), *arguments], environment() | variables)


def finish(command: list[str], variables: dict[str, str]) -> Result:
    done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=PATIENCE, check=False)
    return Result(done.returncode, done.stdout, done.stderr)


def test_the_version_needs_neither_environment_nor_extra() -> None:
    without = {key: value for key, value in environment().items() if key not in SECRETS}
    hidden = (
        f"import sys; sys.modules.update(dict.fromkeys({LIBRARIES}));"
        "from statuslens_slackbot.cli import main; main(['--version'])"
    )
    assert finish([sys.executable, "-c", hidden], without) == (0, "statuslens-slackbot 0.1.0\n", "")
    assert finish([require_script("statuslens-slackbot"), "--version"], without) == (
        0,
        "statuslens-slackbot 0.1.0\n",
        "",
    )


@pytest.mark.parametrize("library", LIBRARIES)
def test_without_the_extra_one_line_says_what_to_install(library: str) -> None:
    hidden = f"import sys; sys.modules[{library!r}] = None;from statuslens_slackbot.cli import main; sys.exit(main([]))"
    assert finish([sys.executable, "-c", hidden], environment()) == (
        2,
        "",
        ('statuslens-slackbot: The Slack bot needs an extra that is not installed: pip install "statuslens[slack]"\n'),
    )


def test_the_help_names_options_and_environment() -> None:
    shown = run("--help")
    assert (shown.code, shown.stderr) == (0, "")
    for name in (*SECRETS, "--mode", "--host", "--port", "--slack-api-url", "--command", "--version"):
        assert name in shown.stdout


def test_a_missing_secret_ends_the_command_with_one_line() -> None:
    assert run(SLACK_SIGNING_SECRET="") == (
        2,
        "",
        'statuslens-slackbot: SLACK_SIGNING_SECRET is not set: copy it from your app\'s "Basic Information" page\n',
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "-1"], "--port '-1' is no port: give a number from 0 to 65535"),
        (["--mode", "https"], "--mode 'https' is not known: give http or socket"),
        (["--po", "0"], f"unrecognized arguments: --po 0; {HELP}"),
    ],
)
def test_a_wrong_argument_ends_the_command_with_one_line(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result == (2, "", f"statuslens-slackbot: {message}\n")


def test_a_wrong_team_file_ends_the_command_with_one_line(tmp_path: Path) -> None:
    team_file = tmp_path / "statuslens.yaml"
    team_file.write_text("code: []\n", encoding="utf-8")
    message = f'statuslens-slackbot: {team_file.as_posix()}:1: code: unknown key; did you mean "codes"?\n'
    assert run("--port", "0", STATUSLENS_TEAM_FILE=str(team_file)) == Result(2, "", message)
