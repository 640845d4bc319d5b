"""The bot's settings: one frozen value, complete and valid before anything starts."""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from statuslens.config.load import load_team_file
from statuslens.config.model import DEFAULTS as NO_TEAM_FILE
from statuslens.config.model import TeamFile
from statuslens.errors import UsageError

DEFAULTS = {
    "mode": "http",
    "host": "127.0.0.1",
    "port": "3000",
    "slack_api_url": "https://slack.com/api/",
    "command": "/http",
}
"""The options as a user would write them."""

SECRETS = {
    "SLACK_SIGNING_SECRET": 'copy it from your app\'s "Basic Information" page',
    "SLACK_BOT_TOKEN": 'copy the "Bot User OAuth Token" from your app\'s "OAuth & Permissions" page',
}
"""The environment variables that have to be set, and where their values are found."""

TEAM_FILE = "STATUSLENS_TEAM_FILE"
"""The environment variable that names the team file, for a team that has one."""

_READ_BY_LIBRARIES = re.compile(r"SLACK_\w+|(HTTP|HTTPS|ALL|NO)_PROXY", re.IGNORECASE)
_COMMAND = re.compile(r"/[\w-]{1,31}")
_HIGHEST_PORT = 65535
_OTHER_TOKENS = {"xapp-": "an app-level token", "xoxp-": "a user token", "xoxe-": "a refresh token"}


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the bot has to be told."""

    signing_secret: str = field(repr=False)
    bot_token: str = field(repr=False)
    mode: str
    host: str
    port: int
    """0 lets the system choose."""
    slack_api_url: str
    command: str
    """The slash command with its slash."""
    team: TeamFile = field(default=NO_TEAM_FILE, repr=False)
    """What the team file says."""


def read_settings(options: Mapping[str, str], environment: Mapping[str, str]) -> Settings:
    """Check options and environment; a UsageError names the first key that is wrong."""
    secrets = {key: _secret(key, environment) for key in SECRETS}
    return Settings(
        signing_secret=secrets["SLACK_SIGNING_SECRET"],
        bot_token=_bot_token(secrets["SLACK_BOT_TOKEN"]),
        mode=options["mode"],
        host=_host(options["host"]),
        port=_port(options["port"]),
        slack_api_url=_url(options["slack_api_url"]),
        command=_command(options["command"]),
        team=_team(environment.get(TEAM_FILE, "")),
    )


def take_environment(environment: MutableMapping[str, str]) -> dict[str, str]:
    """Copy the environment, and remove from it what the libraries would read behind our back.

    Bolt takes SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for the wish to run OAuth, and slack_sdk takes
    HTTP_PROXY and HTTPS_PROXY whenever a client has no proxy, that is for each request anew. No argument of
    theirs prevents it.
    """
    taken = dict(environment)
    for key in taken:
        if _READ_BY_LIBRARIES.fullmatch(key):
            del environment[key]
    return taken


def _secret(key: str, environment: Mapping[str, str]) -> str:
    value = environment.get(key, "").strip()
    if not value:
        raise UsageError(f"{key} is not set: {SECRETS[key]}")
    if not (value.isascii() and value.isprintable()) or " " in value:
        raise UsageError(f"{key} has characters that no such value has: {SECRETS[key]}")
    return value


def _team(path: str) -> TeamFile:
    return load_team_file(path) if path else NO_TEAM_FILE


def _bot_token(value: str) -> str:
    for prefix, kind in _OTHER_TOKENS.items():
        if value.startswith(prefix):
            raise UsageError(f"SLACK_BOT_TOKEN is {kind}: {SECRETS['SLACK_BOT_TOKEN']}")
    return value


def _host(value: str) -> str:
    if not value:
        raise UsageError("--host is empty: name an address, 127.0.0.1 for this machine only or 0.0.0.0 for all")
    return value


def _port(value: str) -> int:
    number = int(value) if re.fullmatch(r"[0-9]{1,5}", value) else _HIGHEST_PORT + 1
    if number > _HIGHEST_PORT:
        raise UsageError(f"--port {value!r} is no port: give a number from 0 to {_HIGHEST_PORT}")
    return number


def _url(value: str) -> str:
    advice = f"give a full address like {DEFAULTS['slack_api_url']}"
    if "@" in value:
        raise UsageError(f"--slack-api-url holds a user name: {advice}")
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise UsageError(f"--slack-api-url {value!r} is no address ({error}): {advice}") from error
    if not usable or parts.query or parts.fragment:
        raise UsageError(f"--slack-api-url {value!r} is no plain http(s) address: {advice}")
    return value if value.endswith("/") else f"{value}/"


def _command(value: str) -> str:
    if not _COMMAND.fullmatch(value):
        raise UsageError(
            f"--command {value!r} is no slash command: "
            "give a slash and up to 31 letters, digits, hyphens or underscores, like /http"
        )
    return value
