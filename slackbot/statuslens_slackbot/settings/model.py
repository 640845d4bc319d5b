"""The settings that there are: names, kinds, defaults, and what each is for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from statuslens_slackbot.settings import values
from statuslens_slackbot.storage.location import default_database_url

DEFAULT_PORT = 3000
"""The port in HTTP mode; in Socket Mode nothing listens unless a port is named."""


class Mode(StrEnum):
    """How Slack reaches the bot."""

    HTTP = "http"
    SOCKET = "socket"


class LogLevel(StrEnum):
    """The least serious records that are written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    """How records are written."""

    AUTO = "auto"
    """``console`` where standard error is a terminal, else ``json``."""
    JSON = "json"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Key:
    """How a setting is written, and what for."""

    help: str
    variable: str = ""
    """The environment variable; empty for ``STATUSLENS_`` and the field's name."""
    is_secret: bool = False
    """Secrets are never shown, and have no flag: the list of processes shows flags to everybody."""


class Settings(BaseModel):
    """All that the bot has to be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Annotated[Mode, values.Lower, Key("how Slack reaches the bot: http or socket")] = Mode.HTTP
    host: Annotated[values.Host, Key("address to listen on")] = "127.0.0.1"
    port: Annotated[
        values.Port | None,
        Key(
            f"port to listen on, 0 for any free one; {DEFAULT_PORT} in mode http, in mode socket none unless it is set"
        ),
    ] = None
    command: Annotated[values.Command, Key("slash command to answer")] = "/http"
    public_url: Annotated[
        values.PublicUrl | None, Key("address at which browsers reach the bot, for installing it in many workspaces")
    ] = None
    database_url: Annotated[
        values.DatabaseUrl, Key("sqlite:///file or postgresql://…; a file of your own unless set", is_secret=True)
    ] = Field(default_factory=lambda: SecretStr(default_database_url()))
    token_keys: Annotated[
        values.TokenKeys,
        Key("Fernet keys that encrypt stored tokens, the newest first, commas between", is_secret=True),
    ] = ()
    team_file: Annotated[values.SomePath | None, Key("team file, for one workspace")] = None
    team_files: Annotated[values.SomePath | None, Key("folder of team files, <team id>.yaml for each workspace")] = None
    team_notes_in_shared_channels: Annotated[
        values.Switch, Key("tell the team file's words also in channels shared with other organisations")
    ] = False
    flood_limit: Annotated[values.FloodLimit, Key("how much one person may ask, like 30/minute, or off")] = values.Rate(
        30, 60
    )
    shutdown_delay: Annotated[
        values.Seconds, Key("seconds to go on answering after SIGTERM, not ready, so that a load balancer notices")
    ] = 0
    log_level: Annotated[LogLevel, values.Lower, Key("debug, info, warning or error")] = LogLevel.INFO
    log_format: Annotated[LogFormat, values.Lower, Key("json, console, or auto: console on a terminal, else json")] = (
        LogFormat.AUTO
    )
    slack_api_url: Annotated[values.SlackApiUrl, Key("where Slack's Web API is", "SLACK_API_URL")] = (
        "https://slack.com/api/"
    )
    proxy: Annotated[values.Proxy | None, Key("HTTP proxy between the bot and Slack")] = None
    signing_secret: Annotated[values.Secret | None, Key("for mode http", "SLACK_SIGNING_SECRET", is_secret=True)] = None
    app_token: Annotated[values.AppToken | None, Key("for mode socket", "SLACK_APP_TOKEN", is_secret=True)] = None
    bot_token: Annotated[values.BotToken | None, Key("for one workspace", "SLACK_BOT_TOKEN", is_secret=True)] = None
    client_id: Annotated[values.Text | None, Key("for many workspaces", "SLACK_CLIENT_ID")] = None
    client_secret: Annotated[
        values.Secret | None, Key("for many workspaces", "SLACK_CLIENT_SECRET", is_secret=True)
    ] = None

    @property
    def is_installable(self) -> bool:
        """Whether workspaces install the app by OAuth; otherwise it is in the one whose bot token it has."""
        return self.client_id is not None


def key_of(field: str) -> Key:
    """Return how a field is written."""
    key = next(item for item in Settings.model_fields[field].metadata if isinstance(item, Key))
    return key if key.variable else Key(key.help, f"STATUSLENS_{field.upper()}", key.is_secret)


def flag_of(field: str) -> str:
    """Return the flag of a field that is no secret."""
    return f"--{field.replace('_', '-')}"


def reveal(secret: SecretStr) -> str:
    """Return what a setting hides."""
    return secret.get_secret_value()
