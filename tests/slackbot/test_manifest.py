"""The app manifest against Slack's limits, and against what the bot listens to, calls and asks for."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from slackbot.bot_process import JSON, Bot
from statuslens_slackbot import slack_api
from statuslens_slackbot.listeners import Services, build_bot
from statuslens_slackbot.manifest import EVENTS, Setup, Workspaces, build_manifest, write_manifest
from statuslens_slackbot.scopes import SCOPES
from statuslens_slackbot.settings import Mode
from tools import PROJECT, require_script

HTTP, SOCKET = Mode.HTTP, Mode.SOCKET
ONE, MANY = Workspaces.ONE, Workspaces.MANY
PUBLIC = "https://statuslens.example.com"
REQUEST = f"{PUBLIC}/slack/events"
SETUPS = [
    pytest.param(Setup(mode, PUBLIC, workspaces=workspaces), id=f"{mode} {workspaces}")
    for mode, workspaces in product(Mode, Workspaces)
]

# docs.slack.dev/reference/methods: what each method wants of a bot's token. The response URL is no method.
SCOPES_OF_METHODS: dict[str, set[str]] = {
    "apps.connections.open": set(),  # of the app's own token, not of the bot's
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "conversations.info": {"channels:read", "groups:read"},  # of public and of private channels
    "response_url": set(),
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
# docs.slack.dev/reference/events
SCOPES_OF_EVENTS: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "app_uninstalled": set(),
    "message.im": {"im:history"},
    "tokens_revoked": set(),
}
SCOPES_OF_COMMANDS_AND_SHORTCUTS = {"commands"}

# docs.slack.dev/reference/app-manifest, and the schemas of github.com/slackapi/manifest-schema
LENGTHS = {
    ("display_information", "name"): (1, 35),
    ("display_information", "description"): (1, 140),
    ("display_information", "long_description"): (175, 4_000),
    ("bot_user", "display_name"): (1, 80),
    ("shortcuts", "name"): (1, 24),
    ("shortcuts", "description"): (1, 150),
    ("shortcuts", "callback_id"): (1, 255),
    ("slash_commands", "command"): (2, 32),
    ("slash_commands", "description"): (1, 2_000),
    ("slash_commands", "usage_hint"): (1, 1_000),
    ("slash_commands", "url"): (1, 3_000),
    ("event_subscriptions", "request_url"): (1, 3_500),
    ("interactivity", "request_url"): (1, 3_500),
    ("interactivity", "message_menu_options_url"): (1, 3_500),
}
COUNTS = {"shortcuts": 10, "slash_commands": 50, "redirect_urls": 1_000, "bot": 255, "bot_events": 100}
ITEM = 50
"""Characters of a scope, and of an event."""
KEYS = {
    "": {"display_information", "features", "oauth_config", "settings"},
    "display_information": {"name", "description", "long_description", "background_color"},
    "features": {"app_home", "bot_user", "shortcuts", "slash_commands"},
    "app_home": {"home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"},
    "bot_user": {"display_name", "always_online"},
    "shortcuts": {"name", "type", "callback_id", "description"},
    "slash_commands": {"command", "url", "description", "usage_hint", "should_escape"},
    "oauth_config": {"redirect_urls", "scopes"},
    "scopes": {"bot"},
    "settings": {
        "event_subscriptions",
        "interactivity",
        "org_deploy_enabled",
        "socket_mode_enabled",
        "token_rotation_enabled",
    },
    "event_subscriptions": {"request_url", "bot_events"},
    "interactivity": {"is_enabled", "request_url", "message_menu_options_url"},
}


def printed(*flags: str) -> subprocess.CompletedProcess[str]:
    command = [require_script("statuslens-slackbot"), "manifest", *flags]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


def walk(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every mapping with the key that it, or the list that it stands in, is found under."""
    if isinstance(value, dict):
        yield name, value
        for key, inner in value.items():
            yield from walk(inner, key)
    if isinstance(value, list):
        for item in value:
            yield from walk(item, name)


def urls_of(manifest: dict[str, Any]) -> list[str]:
    found = []
    for _, mapping in walk(manifest):
        for value in mapping.values():
            values = value if isinstance(value, list) else [value]
            found += [item for item in values if isinstance(item, str) and item.startswith("http")]
    return found


@pytest.mark.parametrize("setup", SETUPS)
def test_slack_would_take_every_manifest(setup: Setup) -> None:
    for name, mapping in walk(build_manifest(setup)):
        assert set(mapping) <= KEYS[name]
        for key, value in mapping.items():
            if (name, key) in LENGTHS:
                least, most = LENGTHS[name, key]
                assert least <= len(value) <= most, key
            if key in COUNTS:
                assert 1 <= len(value) <= COUNTS[key], key
                assert all(len(item) <= ITEM for item in value if key in {"bot", "bot_events"})


@pytest.mark.parametrize("setup", SETUPS)
def test_what_is_written_reads_back_with_a_reason_behind_each_scope_and_event(setup: Setup) -> None:
    text = write_manifest(setup)
    assert yaml.safe_load(text) == build_manifest(setup)
    lines = {line.strip() for line in text.splitlines()}
    assert {f"- {name}  # {reason}" for name, reason in (SCOPES | EVENTS).items()} <= lines


@pytest.mark.parametrize("setup", SETUPS)
def test_the_line_at_the_head_prints_the_same_manifest(setup: Setup) -> None:
    text = write_manifest(setup)
    flags = text.splitlines()[1].partition("statuslens-slackbot manifest ")[2].split()
    assert printed(*flags).stdout == text


def test_the_file_in_the_repository_is_the_one_for_http() -> None:
    text = (PROJECT / "slackbot/manifest.yaml").read_text("utf-8")
    assert text == write_manifest(Setup(HTTP, PUBLIC)), (
        f"write it anew: statuslens-slackbot manifest --mode http --public-url {PUBLIC} > slackbot/manifest.yaml"
    )


def test_the_scopes_are_those_that_calls_events_and_commands_need_and_no_more() -> None:
    needed = SCOPES_OF_COMMANDS_AND_SHORTCUTS.union(
        *(SCOPES_OF_METHODS[method] for method in methods_called()),
        *(SCOPES_OF_EVENTS[event] for event in EVENTS),
    )
    assert needed == set(SCOPES)
    assert build_manifest(Setup())["oauth_config"]["scopes"] == {"bot": list(SCOPES)}


def methods_called() -> set[str]:
    """Read the methods that the bot calls out of the one module that calls Slack."""
    tree = ast.parse(Path(slack_api.__file__).read_bytes())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"_call", "_observed"}
        and isinstance(call.args[0], ast.Constant)
    }
    methods = {str(name) for name in named}
    assert "views.open" in methods
    return methods


class Recorder(AsyncApp):
    """A real app that remembers what is listened to."""

    heard: dict[str, set[Any]]

    def __init__(self, **options: Any) -> None:
        self.heard = {}
        super().__init__(**options)

    def note(self, kind: str, what: Any) -> None:
        self.heard.setdefault(kind, set()).add(what)

    def event(self, event: Any, *others: Any, **more: Any) -> Any:
        self.note("event", event)
        return super().event(event, *others, **more)

    def use(self, *middleware: Any) -> Any:
        self.note("command", *(each.command for each in middleware))
        return super().use(*middleware)

    def message_shortcut(self, callback_id: Any, *others: Any, **more: Any) -> Any:
        self.note("message", callback_id)
        return super().message_shortcut(callback_id, *others, **more)

    def global_shortcut(self, callback_id: Any, *others: Any, **more: Any) -> Any:
        self.note("global", callback_id)
        return super().global_shortcut(callback_id, *others, **more)


def test_slack_sends_what_the_bot_listens_to_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuslens_slackbot.listeners.bot.AsyncApp", Recorder)
    nothing: dict[str, Any] = dict.fromkeys((field.name for field in fields(Services)), None)
    services = Services(**(nothing | {"command": "/status"}))
    heard = cast("Recorder", build_bot(services, AsyncWebClient())).heard
    manifest = build_manifest(Setup(command="/status"))
    features = manifest["features"]
    # message.im is how one subscribes to the event "message" of direct messages.
    events = {event.partition(".")[0] for event in manifest["settings"]["event_subscriptions"]["bot_events"]}
    assert heard == {
        "event": events,
        "command": {command["command"] for command in features["slash_commands"]},
        "message": {each["callback_id"] for each in features["shortcuts"] if each["type"] == "message"},
        "global": {each["callback_id"] for each in features["shortcuts"] if each["type"] == "global"},
    }


def test_over_http_slack_is_given_the_address_of_all_that_it_sends() -> None:
    manifest = build_manifest(Setup(HTTP, PUBLIC))
    assert urls_of(manifest) == [REQUEST] * 4
    assert manifest["settings"]["socket_mode_enabled"] is False


def test_in_socket_mode_slack_is_given_no_address() -> None:
    manifest = build_manifest(Setup(SOCKET))
    assert urls_of(manifest) == []
    assert manifest["settings"]["socket_mode_enabled"] is True


def test_many_workspaces_have_an_address_to_come_back_to_and_tokens_that_are_rotated() -> None:
    one, many = (build_manifest(Setup(SOCKET, PUBLIC, workspaces=workspaces)) for workspaces in (ONE, MANY))
    assert (urls_of(one), urls_of(many)) == ([], [f"{PUBLIC}/slack/oauth_redirect"])
    switches = ("org_deploy_enabled", "token_rotation_enabled")
    assert [one["settings"][switch] for switch in switches] == [False, False]
    assert [many["settings"][switch] for switch in switches] == [True, True]


def test_the_request_url_passes_slacks_own_check(bot: Bot) -> None:
    path = urls_of(build_manifest(Setup(HTTP, bot.address)))[0].removeprefix(bot.address)
    assert path == "/slack/events"
    answer = bot.send(b'{"type": "url_verification", "token": "x", "challenge": "3eZbrw1aBm2rZgRNFdxV2595"}', JSON)
    assert (answer.status_code, answer.json()) == (200, {"challenge": "3eZbrw1aBm2rZgRNFdxV2595"})


@pytest.mark.parametrize(
    ("flags", "problem"),
    [
        (
            [],
            "--public-url is not given: give the https address that Slack reaches the bot at, or --mode socket",
        ),
        (
            ["--mode", "socket", "--workspaces", "many"],
            "--public-url is not given: give the https address of the pages that install the bot",
        ),
        (
            ["--public-url", "http://bot.example"],
            "--public-url 'http://bot.example' is not https, but Slack wants it: give https://…",
        ),
        (
            ["--public-url", "bot.example"],
            "--public-url 'bot.example' is no plain http(s) address: "
            "give a full address like https://statuslens.example.com",
        ),
        (
            ["--mode", "socket", "--command", "http"],
            "--command 'http' is no slash command: "
            "give a slash and up to 31 letters, digits, hyphens or underscores, like /http",
        ),
    ],
)
def test_a_flag_that_makes_no_manifest_is_named(flags: list[str], problem: str) -> None:
    result = printed(*flags)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"statuslens-slackbot: {problem}\n")
