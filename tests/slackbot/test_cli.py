"""The command before it becomes the bot: what it prints, and what it says of wrong settings."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from slackbot.bot_process import PATIENCE, SECRET, TOKEN, environment
from statuslens.errors import UsageError
from statuslens_slackbot.settings import DEFAULTS, read_settings, take_environment
from tools import require_script

SECRETS = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": TOKEN}
LIBRARIES = ["aiohttp", "slack_bolt", "starlette", "uvicorn"]
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


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        (
            {"SLACK_SIGNING_SECRET": ""},
            'SLACK_SIGNING_SECRET is not set: copy it from your app\'s "Basic Information" page',
        ),
        (
            {"SLACK_SIGNING_SECRET": " \n"},
            'SLACK_SIGNING_SECRET is not set: copy it from your app\'s "Basic Information" page',
        ),
        (
            {"SLACK_SIGNING_SECRET": "a b"},
            (
                "SLACK_SIGNING_SECRET has characters that no such value has: "
                'copy it from your app\'s "Basic Information" page'
            ),
        ),
        (
            {"SLACK_BOT_TOKEN": ""},
            ('SLACK_BOT_TOKEN is not set: copy the "Bot User OAuth Token" from your app\'s "OAuth & Permissions" page'),
        ),
        (
            {"SLACK_BOT_TOKEN": "xapp-1"},
            (
                'SLACK_BOT_TOKEN is an app-level token: copy the "Bot User OAuth Token" '
                'from your app\'s "OAuth & Permissions" page'
            ),
        ),
    ],
)
def test_a_missing_or_wrong_secret_is_named_and_not_shown(variables: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_settings(DEFAULTS, SECRETS | variables)
    assert str(refused.value) == message


def test_a_missing_secret_ends_the_command_with_one_line() -> None:
    assert run(SLACK_SIGNING_SECRET="") == (
        2,
        "",
        'statuslens-slackbot: SLACK_SIGNING_SECRET is not set: copy it from your app\'s "Basic Information" page\n',
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"port": "70000"}, "--port '70000' is no port: give a number from 0 to 65535"),
        ({"port": "-1"}, "--port '-1' is no port: give a number from 0 to 65535"),
        ({"port": "http"}, "--port 'http' is no port: give a number from 0 to 65535"),
        (
            {"host": ""},
            "--host is empty: name an address, 127.0.0.1 for this machine only or 0.0.0.0 for all",
        ),
        (
            {"slack_api_url": "slack.com/api"},
            (
                "--slack-api-url 'slack.com/api' is no plain http(s) address: "
                "give a full address like https://slack.com/api/"
            ),
        ),
        (
            {"slack_api_url": "https://user:password@slack.com/api"},
            ("--slack-api-url holds a user name: give a full address like https://slack.com/api/"),
        ),
        (
            {"slack_api_url": "http://slack.com:port/"},
            (
                "--slack-api-url 'http://slack.com:port/' is no address "
                "(Port could not be cast to integer value as 'port'): "
                "give a full address like https://slack.com/api/"
            ),
        ),
        (
            {"command": "http"},
            (
                "--command 'http' is no slash command: "
                "give a slash and up to 31 letters, digits, hyphens or underscores, like /http"
            ),
        ),
    ],
)
def test_a_wrong_option_is_named_with_what_to_give(options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_settings(DEFAULTS | options, SECRETS)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "-1"], "--port '-1' is no port: give a number from 0 to 65535"),
        (["--mode", "socket"], f"argument --mode: invalid choice: 'socket' (choose from http); {HELP}"),
        (["--po", "0"], f"unrecognized arguments: --po 0; {HELP}"),
    ],
)
def test_a_wrong_argument_ends_the_command_with_one_line(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    # Python before 3.12 puts the choices of an option in quotes.
    assert result._replace(stderr=result.stderr.replace("'http')", "http)")) == (
        2,
        "",
        f"statuslens-slackbot: {message}\n",
    )


def test_settings_do_not_show_their_secrets() -> None:
    settings = read_settings(DEFAULTS, SECRETS)
    assert (settings.signing_secret, settings.bot_token) == (SECRET, TOKEN)
    assert repr(settings) == (
        "Settings(mode='http', host='127.0.0.1', port=3000, slack_api_url='https://slack.com/api/', command='/http')"
    )


def test_the_environment_is_taken_before_the_libraries_see_it() -> None:
    variables = {"SLACK_CLIENT_ID": "1", "https_proxy": "p", "HTTP_PROXY": "p", "PATH": "/bin"} | SECRETS
    rest = dict(variables)
    assert take_environment(rest) == variables
    assert rest == {"PATH": "/bin"}


def test_a_wrong_team_file_ends_the_command_with_one_line(tmp_path: Path) -> None:
    team_file = tmp_path / "statuslens.yaml"
    team_file.write_text("code: []\n", encoding="utf-8")
    message = f'statuslens-slackbot: {team_file.as_posix()}:1: code: unknown key; did you mean "codes"?\n'
    assert run("--port", "0", STATUSLENS_TEAM_FILE=str(team_file)) == Result(2, "", message)
