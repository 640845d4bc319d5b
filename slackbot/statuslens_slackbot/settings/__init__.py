"""The bot's settings: one frozen value, complete and valid before anything starts."""

from statuslens_slackbot.settings.model import (
    DEFAULT_PORT,
    Key,
    LogFormat,
    LogLevel,
    Mode,
    Settings,
    flag_of,
    key_of,
    reveal,
)
from statuslens_slackbot.settings.read import SettingsError, read_settings, read_values
from statuslens_slackbot.settings.sources import Written, gather, take_environment
from statuslens_slackbot.settings.values import Rate

__all__ = [
    "DEFAULT_PORT",
    "Key",
    "LogFormat",
    "LogLevel",
    "Mode",
    "Rate",
    "Settings",
    "SettingsError",
    "Written",
    "flag_of",
    "gather",
    "key_of",
    "read_settings",
    "read_values",
    "reveal",
    "take_environment",
]
