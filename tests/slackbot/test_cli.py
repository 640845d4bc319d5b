"""The command before it becomes the bot: what it prints, and what it says of wrong settings."""

import base64
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from slackbot.bot_process import PATIENCE, SECRET, TOKEN, environment
from statuslens_slackbot.answers.surfaces import SURFACES
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


def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'bot.db'}"


def test_the_configuration_is_checked_and_shown_without_its_secrets(tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text('flood_limit = "off"\n', encoding="utf-8")
    url = database(tmp_path)
    result = run("--check-config", "--port", "8080", "--config", str(file), STATUSLENS_DATABASE_URL=url)
    assert (result.code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "mode = http (default)",
        "host = 127.0.0.1 (default)",
        "port = 8080 (--port)",
        "command = /http (default)",
        "public_url = not set (default)",
        f"database_url = {url} (STATUSLENS_DATABASE_URL)",
        "token_keys = not set (default)",
        "team_file = not set (default)",
        "team_files = not set (default)",
        "team_notes_in_shared_channels = no (default)",
        f"flood_limit = off ({file}: flood_limit)",
        "shutdown_delay = 0 (default)",
        "log_level = info (default)",
        "log_format = auto (default)",
        "slack_api_url = https://slack.com/api/ (default)",
        "proxy = not set (default)",
        "signing_secret = set (SLACK_SIGNING_SECRET)",
        "app_token = not set (default)",
        "bot_token = set (SLACK_BOT_TOKEN)",
        "client_id = not set (default)",
        "client_secret = not set (default)",
        "all of this works",
    ]


def test_what_would_not_work_is_said_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "teams"
    result = run(
        "--check-config",
        "--team-files",
        str(folder),
        STATUSLENS_DATABASE_URL="postgresql://me:hidden-words@127.0.0.1:9/name",
    )
    assert result.code == 2
    first, second = result.stderr.splitlines()
    assert first == f"statuslens-slackbot: the folder of team files {folder} is not there: make it, or name another"
    assert second.startswith("statuslens-slackbot: the database postgresql://me@127.0.0.1:9/name cannot be used now: ")
    assert "hidden-words" not in result.stdout + result.stderr


def test_the_tables_are_made_by_a_command_that_needs_the_database_alone(tmp_path: Path) -> None:
    variables = {key: value for key, value in environment().items() if key not in SECRETS}
    url = database(tmp_path)
    command = [require_script("statuslens-slackbot"), "migrate"]
    for _ in range(2):
        assert finish(command, variables | {"STATUSLENS_DATABASE_URL": url}) == (
            0,
            f"the database {url} has the tables of this version\n",
            "",
        )


def test_tokens_are_encrypted_anew_with_the_keys_that_are_given(tmp_path: Path) -> None:
    key = base64.urlsafe_b64encode(bytes(range(32))).decode()
    url = database(tmp_path)
    assert run("migrate", STATUSLENS_DATABASE_URL=url).code == 0
    assert run("reencrypt", STATUSLENS_DATABASE_URL=url, STATUSLENS_TOKEN_KEYS=key) == (
        0,
        "the tokens of 0 installations are encrypted with the first key\n",
        "",
    )
    assert run("reencrypt", STATUSLENS_DATABASE_URL=url) == (
        2,
        "",
        "statuslens-slackbot: STATUSLENS_TOKEN_KEYS is not set: give the new key, then those in use so far\n",
    )


@pytest.mark.parametrize("surface", SURFACES)
def test_each_surface_has_a_preview(surface: str) -> None:
    page = run("preview", "404", "--surface", surface)
    assert (page.code, page.stderr) == (0, "")
    assert page.stdout.startswith("<!doctype html>\n")
    assert "404 Not Found" in page.stdout


def test_a_surface_that_there_is_not_is_one_clear_line() -> None:
    assert run("preview", "404", "--surface", "wall") == (
        2,
        "",
        "statuslens-slackbot: --surface 'wall' is not known: "
        "give one of message, mention, shared, details, lookup, shortcut, home\n",
    )
