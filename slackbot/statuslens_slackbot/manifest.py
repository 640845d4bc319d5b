"""The app manifest: what Slack has to know of the bot before it is installed, as YAML to paste."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from statuslens.errors import UsageError
from statuslens_slackbot.answers.controls import EXPLAIN_MESSAGE, LOOKUP_SHORTCUT
from statuslens_slackbot.paths import REDIRECT_PATH, REQUEST_PATH
from statuslens_slackbot.scopes import SCOPES
from statuslens_slackbot.settings import Mode, Settings
from statuslens_slackbot.settings.values import read_command, read_public_url

EVENTS = {
    "app_home_opened": "show the App Home",
    "app_mention": "answer where it is named, in the thread",
    "app_uninstalled": "forget the workspace",
    "message.im": "answer direct messages",
    "tokens_revoked": "forget the workspace",
}
"""Events that the app is subscribed to (docs.slack.dev/reference/events), and what for."""

_COMMAND: str = Settings.model_fields["command"].default
_HEAD = """\
# The Slack app, to paste at https://api.slack.com/apps: Create New App, From a manifest.
# Made by: statuslens-slackbot manifest {flags}
"""
_LONG_DESCRIPTION = (
    "Type {command} 418 and read what the status means, what client and server should do, which header fields, "
    "caching and retries go with it, and which code to choose instead. Ask for a class, a name, a vendor's code, "
    "a constant of your language, or compare two. Answers are private until you share them. Name the bot in a "
    "conversation to be answered in the thread, or use the message shortcut to explain the statuses of a pasted log."
)


class Workspaces(StrEnum):
    """Where the app is installed."""

    ONE = "one"
    """In one workspace, by the button on the app's page: the bot token stands in the settings."""
    MANY = "many"
    """In any number of workspaces and organisations, by OAuth."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a manifest depends on."""

    mode: Mode = Mode.HTTP
    public_url: str = ""
    """Where the bot is reached from outside; empty where nothing reaches it."""
    command: str = _COMMAND
    workspaces: Workspaces = Workspaces.ONE

    @property
    def flags(self) -> str:
        """The command's flags that lead here."""
        given = {
            "--mode": self.mode.value,
            "--public-url": self.public_url,
            "--command": self.command if self.command != _COMMAND else "",
            "--workspaces": self.workspaces.value if self.workspaces is Workspaces.MANY else "",
        }
        return " ".join(f"{flag} {value}" for flag, value in given.items() if value)


def add_flags(parser: argparse.ArgumentParser) -> None:
    """Let a parser read what a manifest depends on; the flags that the settings have too mean the same."""
    parser.add_argument(
        "--mode",
        choices=[mode.value for mode in Mode],
        default=Mode.HTTP.value,
        help="how Slack reaches the bot (default: http)",
    )
    parser.add_argument(
        "--public-url", metavar="URL", default="", help="https address that Slack and browsers reach the bot at"
    )
    parser.add_argument("--command", default=_COMMAND, help="slash command to answer (default: /http)")
    parser.add_argument(
        "--workspaces",
        choices=[many.value for many in Workspaces],
        default=Workspaces.ONE.value,
        help="one: installed by you, with a bot token; many: installed by OAuth, with tokens that are rotated "
        "(default: one)",
    )


def read_setup(options: Mapping[str, str]) -> Setup:
    """Check what the flags say; a UsageError names the flag."""
    setup = Setup(
        Mode(options["mode"]),
        _read("--public-url", read_public_url, options["public_url"]) if options["public_url"] else "",
        _read("--command", read_command, options["command"]),
        Workspaces(options["workspaces"]),
    )
    if setup.public_url and not setup.public_url.startswith("https://"):
        raise UsageError(f"--public-url {setup.public_url!r} is not https, but Slack wants it: give https://…")
    if not setup.public_url and setup.mode is Mode.HTTP:
        raise UsageError(
            "--public-url is not given: give the https address that Slack reaches the bot at, or --mode socket"
        )
    if not setup.public_url and setup.workspaces is Workspaces.MANY:
        raise UsageError("--public-url is not given: give the https address of the pages that install the bot")
    return setup


def _read(flag: str, reader: Callable[[object], str], value: str) -> str:
    try:
        return reader(value)
    except ValueError as error:
        raise UsageError(f"{flag} {error}") from error


def write_manifest(setup: Setup) -> str:
    """Write the manifest, with a reason behind each scope and event."""
    text = yaml.safe_dump(build_manifest(setup), sort_keys=False, allow_unicode=True, width=110)
    for name, reason in (SCOPES | EVENTS).items():
        text = text.replace(f"- {name}\n", f"- {name}  # {reason}\n")
    return _HEAD.format(flags=setup.flags) + text


def build_manifest(setup: Setup) -> dict[str, Any]:
    """Build the manifest, as docs.slack.dev/reference/app-manifest has it."""
    is_many = setup.workspaces is Workspaces.MANY
    address = f"{setup.public_url}{REQUEST_PATH}"
    is_http = setup.mode is Mode.HTTP
    return {
        "display_information": {
            "name": "statuslens",
            "description": "Explains HTTP status codes: by number, by name, by vendor, and those of your team",
            "long_description": _LONG_DESCRIPTION.format(command=setup.command),
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "statuslens", "always_online": True},
            "shortcuts": [
                {
                    "name": "Explain status codes",
                    "type": "message",
                    "callback_id": EXPLAIN_MESSAGE,
                    "description": "Explain each HTTP status code in this message, such as a pasted log",
                },
                {
                    "name": "Look up a status code",
                    "type": "global",
                    "callback_id": LOOKUP_SHORTCUT,
                    "description": "Find an HTTP status code by number, name or words",
                },
            ],
            "slash_commands": [
                {
                    "command": setup.command,
                    **({"url": address} if is_http else {}),
                    "description": "Explain HTTP status codes",
                    "usage_hint": "418, 4xx, payload too large, 401 vs 403, nginx 499, help",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [f"{setup.public_url}{REDIRECT_PATH}"]} if is_many else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {**({"request_url": address} if is_http else {}), "bot_events": list(EVENTS)},
            "interactivity": {
                "is_enabled": True,
                **({"request_url": address, "message_menu_options_url": address} if is_http else {}),
            },
            "org_deploy_enabled": is_many,
            "socket_mode_enabled": not is_http,
            # Once on it stays on, and a token from the settings would end after twelve hours.
            "token_rotation_enabled": is_many,
        },
    }
