"""What may be set, where it may be written, and what is said of what is wrong."""

import base64
from pathlib import Path
from typing import Any

import pytest

from slackbot.bot_process import SECRET, TOKEN
from statuslens.errors import UsageError
from statuslens_slackbot.settings import (
    LogFormat,
    Mode,
    Rate,
    Settings,
    SettingsError,
    Written,
    gather,
    key_of,
    read_settings,
    take_environment,
)

ONE = {"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": TOKEN}
MANY = {
    "SLACK_SIGNING_SECRET": SECRET,
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hidden-words",
    "STATUSLENS_PUBLIC_URL": "https://bot.example.com/",
}
APP_TOKEN = "xapp-hidden-words"  # noqa: S105 (not one)
FERNET_KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
URL_ADVICE = "give a full address like https://slack.com/api/"


def settings(environment: dict[str, str], flags: dict[str, str] | None = None, file: Path | None = None) -> Settings:
    return read_settings(gather(flags or {}, environment, file))


def problems(environment: dict[str, str], flags: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        settings(environment, flags)
    return refused.value.problems


def test_one_workspace_over_http_needs_two_secrets_and_no_more() -> None:
    read = settings(ONE)
    assert (read.mode, read.host, read.port, read.command) == (Mode.HTTP, "127.0.0.1", 3000, "/http")
    assert (read.flood_limit, read.is_installable) == (Rate(30, 60), False)
    assert read.database_url.get_secret_value().startswith("sqlite:///")


def test_socket_mode_needs_an_app_token_and_listens_nowhere() -> None:
    environment = {"STATUSLENS_MODE": "Socket", "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_BOT_TOKEN": TOKEN}
    assert (settings(environment).mode, settings(environment).port) == (Mode.SOCKET, None)
    assert settings(environment | {"STATUSLENS_PORT": "0"}).port == 0


def test_many_workspaces_need_what_oauth_needs() -> None:
    read = settings(MANY)
    assert (read.is_installable, read.public_url) == (True, "https://bot.example.com")


def test_a_flag_comes_before_the_environment_and_the_environment_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text('host = "from.file"\nport = 1\ncommand = "/file"\n', encoding="utf-8")
    environment = ONE | {"STATUSLENS_PORT": "2", "STATUSLENS_COMMAND": "/environment"}
    read = settings(environment, {"command": "/flag"}, file)
    assert (read.host, read.port, read.command) == ("from.file", 2, "/flag")


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_may_stand_in_a_file_that_a_variable_names(field: str, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(" value\n", encoding="utf-8")
    variable = f"{key_of(field).variable}_FILE"
    assert gather({}, {variable: str(file)}) == {field: Written("value", variable)}


def test_the_file_takes_numbers_switches_and_lists_as_toml_has_them(tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text(
        f'port = 8080\nteam_notes_in_shared_channels = true\ntoken_keys = ["{FERNET_KEY}", "{FERNET_KEY}"]\n'
        'flood_limit = "off"\nlog_format = "json"\n',
        encoding="utf-8",
    )
    read = settings(ONE, file=file)
    assert (read.port, read.team_notes_in_shared_channels, read.flood_limit) == (8080, True, None)
    assert [key.get_secret_value() for key in read.token_keys] == [FERNET_KEY, FERNET_KEY]
    assert read.log_format is LogFormat.JSON


def test_what_is_empty_is_not_set() -> None:
    assert settings(ONE | {"STATUSLENS_PORT": "", "SLACK_CLIENT_ID": " "}) == settings(ONE)


def test_a_variable_that_nobody_knows_is_left_alone() -> None:
    assert settings(ONE | {"STATUSLENS_ELSEWHERE": "1", "STATUSLENS": "2"}) == settings(ONE)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        (
            {"SLACK_BOT_TOKEN": TOKEN},
            ['SLACK_SIGNING_SECRET is not set: copy it from your app\'s "Basic Information" page'],
        ),
        (
            ONE | {"SLACK_SIGNING_SECRET": "hidden words"},
            ["SLACK_SIGNING_SECRET has characters that no such value has: copy it again, whole and nothing else"],
        ),
        (
            {"SLACK_SIGNING_SECRET": SECRET},
            [
                'SLACK_BOT_TOKEN is not set: copy the "Bot User OAuth Token" from your app\'s '
                '"OAuth & Permissions" page, or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many workspaces'
            ],
        ),
        (
            ONE | {"SLACK_BOT_TOKEN": APP_TOKEN},
            [
                'SLACK_BOT_TOKEN is an app-level token: copy the "Bot User OAuth Token" '
                'from your app\'s "OAuth & Permissions" page'
            ],
        ),
        (
            {"STATUSLENS_MODE": "socket", "SLACK_BOT_TOKEN": TOKEN},
            [
                "SLACK_APP_TOKEN is not set: make one with the scope connections:write "
                'under "App-Level Tokens" on your app\'s "Basic Information" page'
            ],
        ),
        (
            ONE | {"SLACK_CLIENT_ID": "1.2"},
            [
                "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: keep the token for one workspace, "
                "or client id and secret for many"
            ],
        ),
        (
            {"SLACK_SIGNING_SECRET": SECRET, "SLACK_CLIENT_ID": "1.2"},
            [
                "SLACK_CLIENT_SECRET is not set, but SLACK_CLIENT_ID is: "
                'copy both from your app\'s "Basic Information" page',
                "STATUSLENS_PUBLIC_URL is not set: give the address that browsers reach the bot at, "
                "for the pages that install it",
            ],
        ),
        (
            MANY | {"STATUSLENS_MODE": "socket", "SLACK_APP_TOKEN": APP_TOKEN},
            ["STATUSLENS_PORT is not set: give one for the pages that install the bot"],
        ),
        (
            MANY | {"STATUSLENS_TEAM_FILE": "team.yaml"},
            [
                "STATUSLENS_TEAM_FILE would tell one team's words to all workspaces: "
                "set STATUSLENS_TEAM_FILES to a folder of <team id>.yaml instead"
            ],
        ),
        (
            ONE | {"STATUSLENS_TEAM_FILE": "team.yaml", "STATUSLENS_TEAM_FILES": "teams"},
            [
                "STATUSLENS_TEAM_FILE and STATUSLENS_TEAM_FILES are both set: "
                "keep the file for one workspace, or the folder for many"
            ],
        ),
        (
            ONE | {"STATUSLENS_TOKEN_KEYS": f"{FERNET_KEY},hidden-words"},
            [
                "STATUSLENS_TOKEN_KEYS holds no Fernet key at place 2: give keys of 32 bytes in URL-safe base64, "
                "separated by commas, the one to encrypt with first"
            ],
        ),
        (
            ONE | {"STATUSLENS_DATABASE_URL": "mysql://me:hidden-words@host/name"},
            [
                "STATUSLENS_DATABASE_URL cannot be used: "
                "the database URL mysql://… is of no kind that the bot can use: "
                "give sqlite:///path/to/file.db or postgresql://user:password@host/name"
            ],
        ),
        (
            ONE | {"STATUSLENS_PORT": "70000", "STATUSLENS_FLOOD_LIMIT": "many"},
            [
                "STATUSLENS_PORT '70000' is no port: give a number from 0 to 65535",
                "STATUSLENS_FLOOD_LIMIT 'many' is no rate: "
                "give a number per second, minute or hour like 30/minute, or off",
            ],
        ),
    ],
)
def test_a_variable_that_is_wrong_or_lacking_is_named_with_what_to_do(
    environment: dict[str, str], told: list[str]
) -> None:
    said = problems(environment)
    assert said == told
    assert "hidden" not in "".join(said)


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ({"mode": "https"}, "--mode 'https' is not known: give http or socket"),
        ({"log_level": "loud"}, "--log-level 'loud' is not known: give debug, info, warning or error"),
        ({"port": "-1"}, "--port '-1' is no port: give a number from 0 to 65535"),
        ({"port": "http"}, "--port 'http' is no port: give a number from 0 to 65535"),
        ({"host": ""}, "--host is empty: name an address, 127.0.0.1 for this machine only or 0.0.0.0 for all"),
        (
            {"slack_api_url": "slack.com/api"},
            f"--slack-api-url 'slack.com/api' is no plain http(s) address: {URL_ADVICE}",
        ),
        ({"slack_api_url": "https://user:password@slack.com/api"}, f"--slack-api-url holds a user name: {URL_ADVICE}"),
        (
            {"slack_api_url": "http://slack.com:port/"},
            "--slack-api-url 'http://slack.com:port/' is no address "
            f"(Port could not be cast to integer value as 'port'): {URL_ADVICE}",
        ),
        (
            {"command": "http"},
            "--command 'http' is no slash command: "
            "give a slash and up to 31 letters, digits, hyphens or underscores, like /http",
        ),
        ({"client_id": " "}, "--client-id ' ' is no text: give a line of text"),
        ({"team_file": ""}, "--team-file '' is no path: name a file or folder"),
    ],
)
def test_a_flag_that_is_wrong_is_named_with_what_to_give(flags: dict[str, str], told: str) -> None:
    assert problems(ONE, flags) == [told]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("port = true", "port True is no port: give a number from 0 to 65535"),
        ("mode = 3", "mode 3 is not known: give http or socket"),
        ("team_file = 3", "team_file 3 is no path: name a file or folder"),
        ("token_keys = [3]", "token_keys holds no keys: give keys of 32 bytes in URL-safe base64, "),
        ("client_secret = 3", "client_secret has characters that no such value has: "),
        ("database_url = []", "database_url cannot be used: the database URL is of no kind "),
        ("team_notes_in_shared_channels = 3", "team_notes_in_shared_channels 3 is neither yes nor no: "),
        ("prt = 3000", 'prt: unknown key; did you mean "port"?'),
        ("zzz = 3000", "zzz: unknown key; known are mode, host, port, "),
    ],
)
def test_a_key_of_the_file_is_named_with_the_file(toml: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        settings(ONE, file=file)
    assert any(line.startswith(f"{file}: {told}") for line in str(refused.value).splitlines())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"port = ", "{file}: no TOML: Invalid value (at end of document)"),
        (b"\xff", "--config {file} cannot be read: it is not UTF-8; name a TOML file"),
        (None, "--config {file} cannot be read: No such file or directory; name a TOML file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(content: bytes | None, told: str, tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as refused:
        settings(ONE, file=file)
    assert str(refused.value) == told.format(file=file)


def test_a_variable_is_not_set_in_two_ways() -> None:
    with pytest.raises(UsageError) as refused:
        settings(ONE | {"SLACK_BOT_TOKEN_FILE": "token"})
    assert str(refused.value) == "SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set: keep one of them"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "SLACK_BOT_TOKEN_FILE cannot be read: {file}: No such file or directory; name a text file"),
        (b"\xff", "SLACK_BOT_TOKEN_FILE cannot be read: {file}: it is not UTF-8; name a text file"),
        (b" \n", "SLACK_BOT_TOKEN_FILE names an empty file: {file}; write the value in it"),
    ],
)
def test_a_secrets_file_that_cannot_be_read_is_named(content: bytes | None, told: str, tmp_path: Path) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError) as refused:
        gather({}, {"SLACK_BOT_TOKEN_FILE": str(file)})
    assert str(refused.value) == told.format(file=file)


def test_settings_do_not_show_their_secrets() -> None:
    secrets: dict[str, Any] = {
        "signing_secret": SECRET,
        "bot_token": TOKEN,
        "app_token": APP_TOKEN,
        "client_secret": "hidden-words",
        "token_keys": FERNET_KEY,
        "database_url": "postgresql://me:hidden-words@host/name",
    }
    assert set(secrets) == {field for field in Settings.model_fields if key_of(field).is_secret}
    shown = repr(Settings.model_validate(secrets))
    assert [word for word in (SECRET, TOKEN, "hidden-words", FERNET_KEY) if word in shown] == []


def test_the_environment_is_taken_before_the_libraries_see_it() -> None:
    variables = {"SLACK_CLIENT_ID": "1", "https_proxy": "p", "HTTP_PROXY": "p", "PATH": "/bin"} | ONE
    rest = dict(variables)
    assert take_environment(rest) == variables
    assert rest == {"PATH": "/bin"}
