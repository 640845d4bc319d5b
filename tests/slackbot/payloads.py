"""What Slack sends, as it writes it: commands, interactions, events."""

import itertools
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from slackbot.fake_slack import FakeSlack
from slackbot.slack_limits import walk
from statuslens.config.model import TeamFile
from statuslens_slackbot.answers.asking import DEFAULT_PREFERENCES, NO_TEAM_FILE, Asking
from statuslens_slackbot.people import Preferences

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
LEGACY_TOKEN = "gIkuvaNzQIHg97ATvDxqgjtO"  # noqa: S105 (the one of Slack's own documentation)

Payload = dict[str, Any]

_numbers = itertools.count(1)


class Kind(StrEnum):
    """The types of an envelope of Socket Mode."""

    COMMAND = "slash_commands"
    INTERACTION = "interactive"
    EVENT = "events_api"


@dataclass(frozen=True, slots=True)
class Sent:
    """What Slack sends, whatever the transport."""

    kind: Kind
    payload: Payload

    def to_http(self) -> tuple[bytes, str]:
        """Return the body of a request, and its content type."""
        match self.kind:
            case Kind.COMMAND:
                return urlencode(self.payload).encode(), FORM
            case Kind.INTERACTION:
                return urlencode({"payload": json.dumps(self.payload)}).encode(), FORM
            case Kind.EVENT:
                return json.dumps(self.payload).encode(), JSON


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that somebody does somewhere, with all that Slack hands out for it, and what holds there."""

    team_id: str
    user_id: str
    enterprise_id: str = ""
    is_enterprise_install: bool = False
    channel_id: str = "C2147483705"
    number: int = field(default_factory=lambda: next(_numbers))
    trigger_id: str = ""
    response_url: str = ""
    view_id: str = ""
    team: TeamFile = NO_TEAM_FILE
    preferences: Preferences = DEFAULT_PREFERENCES
    shown: Payload = field(default_factory=dict)
    """The message or view that the person has before them."""

    @classmethod
    def begin(cls, slack: FakeSlack, team_id: str, user_id: str, **more: Any) -> "Turn":
        """Hand out a trigger and a response URL, and open the view that is shown."""
        return cls(
            team_id,
            user_id,
            trigger_id=slack.known.new_trigger(),
            response_url=slack.response_url(),
            view_id=slack.known.new_view(more.get("shown", {}).get("type", "modal")),
            **more,
        )

    @property
    def asking(self) -> Asking:
        """What answers depend on."""
        return Asking(team=self.team, preferences=self.preferences)

    @property
    def response_id(self) -> str:
        """The owner of what comes in by the response URL."""
        return self.response_url.rpartition("/")[2]

    @property
    def owner(self) -> str:
        """The owner of the token that the bot has to use."""
        return self.enterprise_id if self.is_enterprise_install else self.team_id


def command(turn: Turn, text: str | None, name: str = "/http") -> Sent:
    """Type a slash command; None for a request without the field."""
    fields = {
        "token": LEGACY_TOKEN,
        "team_id": turn.team_id,
        "team_domain": "example",
        "channel_id": turn.channel_id,
        "channel_name": "test",
        "user_id": turn.user_id,
        "user_name": "steve",
        "command": name,
        "text": text,
        "api_app_id": "A123456",
        "is_enterprise_install": str(turn.is_enterprise_install).lower(),
        "response_url": turn.response_url,
        "trigger_id": turn.trigger_id,
    }
    if turn.enterprise_id:
        fields |= {"enterprise_id": turn.enterprise_id, "enterprise_name": "Organisation"}
    return Sent(Kind.COMMAND, {key: value for key, value in fields.items() if value is not None})


def click(turn: Turn, action_id: str, value: str = "") -> Sent:
    """Press a button of the answer that is shown, or one that carries a value of its own."""
    return _used_in_message(turn, _button(action_id, value or shown_value(turn, action_id)))


def choose(turn: Turn, action_id: str, value: str) -> Sent:
    """Choose from a menu of the answer that is shown."""
    return _used_in_message(turn, _menu(action_id, shown_option(turn, action_id, value)))


def click_in_view(turn: Turn, action_id: str, value: str = "") -> Sent:
    """Press a button of the modal or the App Home that is shown, or one that carries a value of its own."""
    return _used_in_view(turn, _button(action_id, value or shown_value(turn, action_id)))


def choose_in_view(turn: Turn, action_id: str, value: str) -> Sent:
    """Choose from a menu of the modal or the App Home that is shown."""
    return _used_in_view(turn, _menu(action_id, shown_option(turn, action_id, value)))


def choose_several_in_view(turn: Turn, action_id: str, *values: str) -> Sent:
    """Choose some from a menu of the modal or the App Home that is shown."""
    return _used_in_view(turn, _menus(action_id, [shown_option(turn, action_id, value) for value in values]))


def shown_controls(turn: Turn, action_id: str) -> list[Payload]:
    """Return the controls that are shown and have an id."""
    parts = [part for block in turn.shown.get("blocks", []) for part in walk(block)]
    return [part for part in parts if part.get("action_id") == action_id]


def shown_value(turn: Turn, action_id: str) -> str:
    """Return what the only button with an id carries."""
    [button] = shown_controls(turn, action_id)
    return str(button["value"])


def shown_option(turn: Turn, action_id: str, value: str) -> str:
    """Return the value, which the only menu with an id has to propose; a field that is typed into may."""
    [menu] = shown_controls(turn, action_id)
    assert menu["type"] == "external_select" or value in [option["value"] for option in menu["options"]]
    return value


def type_ahead(turn: Turn, action_id: str, typed: str) -> Sent:
    """Type in the field that is shown and proposes."""
    assert shown_controls(turn, action_id)
    more = {"view": _view(turn), "container": {"type": "view", "view_id": turn.view_id}}
    return Sent(
        Kind.INTERACTION,
        _interaction(turn, "block_suggestion") | more | {"action_id": action_id, "block_id": "b", "value": typed},
    )


def shortcut(turn: Turn, callback_id: str) -> Sent:
    """Use a global shortcut."""
    return Sent(Kind.INTERACTION, _interaction(turn, "shortcut") | _at_once(turn) | {"callback_id": callback_id})


def message_shortcut(turn: Turn, callback_id: str, message: Payload) -> Sent:
    """Use a shortcut of a message."""
    more = {
        "callback_id": callback_id,
        "message_ts": "1700000000.000100",
        "message": {"type": "message", "user": "U0OTHER", "ts": "1700000000.000100"} | message,
        "channel": {"id": turn.channel_id, "name": "test"},
        "response_url": turn.response_url,
    }
    return Sent(Kind.INTERACTION, _interaction(turn, "message_action") | _at_once(turn) | more)


def mention(turn: Turn, text: str, **more: Any) -> Sent:
    """Name the bot in a channel; ``thread_ts`` for a message of a thread."""
    outer = {key: more.pop(key) for key in ("is_ext_shared_channel",) if key in more}
    event_ = {"type": "app_mention", "user": turn.user_id, "text": text, "channel": turn.channel_id}
    return event(turn, event_ | _said(turn) | more, **outer)


def direct_message(turn: Turn, text: str, **more: Any) -> Sent:
    """Write to the bot itself."""
    said = {"type": "message", "channel_type": "im", "user": turn.user_id, "text": text, "channel": turn.channel_id}
    return event(turn, said | _said(turn) | more)


def home_opened(turn: Turn, tab: str = "home") -> Sent:
    """Open the App Home."""
    opened = {"type": "app_home_opened", "user": turn.user_id, "channel": turn.channel_id, "tab": tab}
    return event(turn, opened | {"event_ts": "1700000000.000100"})


def event(turn: Turn, inner: Payload, event_time: int = 4_000_000_000, **outer: Any) -> Sent:
    """Tell of an event, by default of one in the far future."""
    authorization = {
        "enterprise_id": turn.enterprise_id or None,
        "team_id": turn.team_id or None,
        "user_id": "U0BOT",
        "is_bot": True,
        "is_enterprise_install": turn.is_enterprise_install,
    }
    return Sent(
        Kind.EVENT,
        {
            "token": LEGACY_TOKEN,
            "team_id": turn.team_id,
            "enterprise_id": turn.enterprise_id or None,
            "api_app_id": "A123456",
            "event": inner,
            "type": "event_callback",
            "event_id": f"Ev{turn.number:08}",
            "event_time": event_time,
            "authorizations": [authorization],
        }
        | outer,
    )


def said_at(turn: Turn) -> str:
    """Return the time stamp of the message of a turn."""
    return f"1700000000.{turn.number:06}"


def _said(turn: Turn) -> Payload:
    return {"ts": said_at(turn), "event_ts": said_at(turn)}


def _interaction(turn: Turn, kind: str) -> Payload:
    enterprise = {"id": turn.enterprise_id, "name": "Organisation"} if turn.enterprise_id else None
    return {
        "type": kind,
        "token": LEGACY_TOKEN,
        "team": {"id": turn.team_id, "domain": "example"},
        "user": {"id": turn.user_id, "username": "steve", "team_id": turn.team_id},
        "api_app_id": "A123456",
        "enterprise": enterprise,
        "is_enterprise_install": turn.is_enterprise_install,
    }


def _at_once(turn: Turn) -> Payload:
    return {"trigger_id": turn.trigger_id, "action_ts": "1700000000.000100"}


def _button(action_id: str, value: str) -> Payload:
    return {"type": "button", "action_id": action_id, "block_id": "b", "value": value, "action_ts": "1700000000.000100"}


def _menu(action_id: str, value: str) -> Payload:
    option = {"text": {"type": "plain_text", "text": "chosen"}, "value": value}
    return {"type": "static_select", "action_id": action_id, "block_id": "b", "selected_option": option}


def _menus(action_id: str, values: list[str]) -> Payload:
    options = [{"text": {"type": "plain_text", "text": "chosen"}, "value": value} for value in values]
    return {"type": "multi_static_select", "action_id": action_id, "block_id": "b", "selected_options": options}


def _used_in_message(turn: Turn, action: Payload) -> Sent:
    message_ts = "1700000000.000100"
    more = {
        "container": {"type": "message", "message_ts": message_ts, "channel_id": turn.channel_id, "is_ephemeral": True},
        "channel": {"id": turn.channel_id, "name": "test"},
        "response_url": turn.response_url,
        "actions": [action],
    }
    return Sent(Kind.INTERACTION, _interaction(turn, "block_actions") | _at_once(turn) | more)


def _used_in_view(turn: Turn, action: Payload) -> Sent:
    more = {"container": {"type": "view", "view_id": turn.view_id}, "view": _view(turn), "actions": [action]}
    return Sent(Kind.INTERACTION, _interaction(turn, "block_actions") | _at_once(turn) | more)


def _view(turn: Turn) -> Payload:
    return turn.shown | {"id": turn.view_id, "state": {"values": {}}, "team_id": turn.team_id, "app_id": "A123456"}
