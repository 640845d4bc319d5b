"""The bot's settings: one frozen value, complete and valid before anything starts."""

from statuslens_slackbot.settings.model import DEFAULT_PORT, Key, LogFormat, LogLevel, Mode, Settings, key_of
from statuslens_slackbot.settings.read import SettingsError, read_settings
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
    "gather",
    "key_of",
    "read_settings",
    "take_environment",
]
