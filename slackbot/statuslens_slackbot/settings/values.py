"""What the value of a setting may be: each reader takes what a variable, a flag or the file holds.

A reader raises ValueError with the part of the message that follows the key's name: what is wrong, then what to do.
Those of secrets never repeat the value.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, SecretStr

from statuslens.errors import UsageError
from statuslens_slackbot.storage.location import read_location

_HIGHEST_PORT = 65535
_LONGEST_SECONDS = 600
_COMMAND = re.compile(r"/[\w-]{1,31}")
_RATE = re.compile(r"([1-9][0-9]{0,5})/(second|minute|hour)")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_KEY_BYTES = 32
_TOKENS = {
    "xoxb-": "a bot token",
    "xoxe.xoxb-": "a bot token that is rotated and soon ends",
    "xapp-": "an app-level token",
    "xoxp-": "a user token",
    "xoxe.xoxp-": "a user token",
    "xoxe-": "a refresh token",
}
_YES = frozenset({"1", "on", "true", "yes"})
_NO = frozenset({"0", "off", "false", "no"})


@dataclass(frozen=True, slots=True)
class Rate:
    """So many within so many seconds."""

    count: int
    seconds: int

    def __str__(self) -> str:
        """Write it as it is given."""
        return f"{self.count}/{next(unit for unit, seconds in _SECONDS.items() if seconds == self.seconds)}"


def read_text(value: object) -> str:
    """Accept one line of text."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text: give a line of text")
    return value.strip()


def read_secret(value: object) -> SecretStr:
    """Accept printable characters without a space, which is what Slack makes its secrets of."""
    if isinstance(value, SecretStr):
        return value
    if not isinstance(value, str) or not value.strip().isascii() or not re.fullmatch(r"[!-~]+", value.strip()):
        raise ValueError("has characters that no such value has: copy it again, whole and nothing else")
    return SecretStr(value.strip())


def read_bot_token(value: object) -> SecretStr:
    """Accept the token of a bot."""
    page = 'copy the "Bot User OAuth Token" from your app\'s "OAuth & Permissions" page'
    return _token(value, "xoxb-", page)


def read_app_token(value: object) -> SecretStr:
    """Accept the token that opens web sockets."""
    page = 'make one with the scope connections:write under "App-Level Tokens" on your app\'s "Basic Information" page'
    return _token(value, "xapp-", page)


def _token(value: object, prefix: str, page: str) -> SecretStr:
    secret = read_secret(value)
    told = secret.get_secret_value()
    if told.startswith(prefix):
        return secret
    kind = next((kind for beginning, kind in _TOKENS.items() if told.startswith(beginning)), "no token of this kind")
    raise ValueError(f"is {kind}: {page}")


def read_token_keys(value: object) -> tuple[SecretStr, ...]:
    """Accept Fernet keys, separated by commas in text."""
    advice = "give keys of 32 bytes in URL-safe base64, separated by commas, the one to encrypt with first"
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str | SecretStr) for part in parts):
        raise ValueError(f"holds no keys: {advice}")
    keys = tuple(map(read_secret, parts))
    for place, key in enumerate(keys, start=1):
        try:
            size = len(base64.b64decode(key.get_secret_value(), altchars=b"-_", validate=True))
        except binascii.Error:
            size = 0
        if size != _KEY_BYTES:
            raise ValueError(f"holds no Fernet key at place {place}: {advice}")
    return keys


def read_database_url(value: object) -> SecretStr:
    """Accept the address of a database that the bot can use; it may hold a password."""
    if isinstance(value, SecretStr):
        return value
    text = value.strip() if isinstance(value, str) else ""
    try:
        read_location(text)
    except UsageError as error:
        raise ValueError(f"cannot be used: {error}") from None
    return SecretStr(text)


def read_host(value: object) -> str:
    """Accept the name or address of a network interface."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is empty: name an address, 127.0.0.1 for this machine only or 0.0.0.0 for all")
    return value.strip()


def read_port(value: object) -> int:
    """Accept the number of a port, 0 for any free one."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    number = int(text) if re.fullmatch(r"[0-9]{1,5}", text.strip()) else _HIGHEST_PORT + 1
    if number > _HIGHEST_PORT:
        raise ValueError(f"{value!r} is no port: give a number from 0 to {_HIGHEST_PORT}")
    return number


def read_slack_api_url(value: object) -> str:
    """Accept where Slack's Web API is, with a slash at its end."""
    return f"{_url(value, 'https://slack.com/api/').rstrip('/')}/"


def read_public_url(value: object) -> str:
    """Accept the address that people's browsers reach the bot at, without a slash at its end."""
    return _url(value, "https://statuslens.example.com").rstrip("/")


def read_proxy(value: object) -> str:
    """Accept the proxy to Slack."""
    return _url(value, "http://proxy.example.com:3128").rstrip("/")


def _url(value: object, example: str) -> str:
    advice = f"give a full address like {example}"
    text = value.strip() if isinstance(value, str) else ""
    if "@" in text:
        raise ValueError(f"holds a user name: {advice}")
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise ValueError(f"{value!r} is no address ({error}): {advice}") from error
    if not usable or parts.query or parts.fragment:
        raise ValueError(f"{value!r} is no plain http(s) address: {advice}")
    return text


def read_command(value: object) -> str:
    """Accept a slash command with its slash."""
    if not isinstance(value, str) or not _COMMAND.fullmatch(value):
        raise ValueError(
            f"{value!r} is no slash command: "
            "give a slash and up to 31 letters, digits, hyphens or underscores, like /http"
        )
    return value


def read_path(value: object) -> Path:
    """Accept the path of a file or folder; whether it is there, its reader says."""
    if not isinstance(value, str | Path) or not str(value).strip() or "\0" in str(value):
        raise ValueError(f"{value!r} is no path: name a file or folder")
    return Path(value).expanduser()


def read_switch(value: object) -> bool:
    """Accept yes or no in the usual words."""
    word = str(value).strip().lower()
    if word not in _YES | _NO:
        raise ValueError(f"{value!r} is neither yes nor no: give true or false")
    return word in _YES


def read_seconds(value: object) -> int:
    """Accept a number of seconds, up to ten minutes."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > _LONGEST_SECONDS:
        raise ValueError(f"{value!r} is no number of seconds: give one from 0 to {_LONGEST_SECONDS}")
    return int(text)


def read_rate(value: object) -> Rate | None:
    """Accept a rate like 30/minute, or off."""
    if isinstance(value, Rate) or value is None:
        return value
    text = str(value).replace(" ", "").lower()
    if text == "off" or value is False:
        return None
    found = _RATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{value!r} is no rate: give a number per second, minute or hour like 30/minute, or off")
    return Rate(int(found[1]), _SECONDS[found[2]])


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(read_text)]
Secret = Annotated[SecretStr, BeforeValidator(read_secret)]
BotToken = Annotated[SecretStr, BeforeValidator(read_bot_token)]
AppToken = Annotated[SecretStr, BeforeValidator(read_app_token)]
TokenKeys = Annotated[tuple[SecretStr, ...], BeforeValidator(read_token_keys)]
DatabaseUrl = Annotated[SecretStr, BeforeValidator(read_database_url)]
Host = Annotated[str, BeforeValidator(read_host)]
Port = Annotated[int, BeforeValidator(read_port)]
SlackApiUrl = Annotated[str, BeforeValidator(read_slack_api_url)]
PublicUrl = Annotated[str, BeforeValidator(read_public_url)]
Proxy = Annotated[str, BeforeValidator(read_proxy)]
Command = Annotated[str, BeforeValidator(read_command)]
SomePath = Annotated[Path, BeforeValidator(read_path)]
Switch = Annotated[bool, BeforeValidator(read_switch)]
Seconds = Annotated[int, BeforeValidator(read_seconds)]
FloodLimit = Annotated[Rate | None, BeforeValidator(read_rate)]
Lower = BeforeValidator(_lower)
"""Lets one of a few words be written in capitals."""
