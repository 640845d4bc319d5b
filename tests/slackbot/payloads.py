"""What Slack sends, as it writes it: commands, interactions, events."""

import itertools
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from slackbot.fake_slack import FakeSlack

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
    """One thing that somebody does somewhere, with all that Slack hands out for it."""

    slack: FakeSlack
    team_id: str
    user_id: str
    enterprise_id: str = ""
    is_enterprise_install: bool = False
    channel_id: str = "C2147483705"
    number: int = field(default_factory=lambda: next(_numbers))
    trigger_id: str = ""
    response_url: str = ""
    view_id: str = ""

    @classmethod
    def begin(cls, slack: FakeSlack, team_id: str, user_id: str, **more: Any) -> "Turn":
        """Hand out a trigger, a response URL and an open view."""
        return cls(
            slack,
            team_id,
            user_id,
            trigger_id=slack.known.new_trigger(),
            response_url=slack.response_url(),
            view_id=slack.known.new_view(),
            **more,
        )

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


def click(turn: Turn, action_id: str, value: str) -> Sent:
    """Press a button of an answer."""
    return _used_in_message(turn, _button(action_id, value))


def choose(turn: Turn, action_id: str, value: str) -> Sent:
    """Choose from a menu of an answer."""
    return _used_in_message(turn, _menu(action_id, value))


def click_in_view(turn: Turn, action_id: str, value: str, callback_id: str) -> Sent:
    """Press a button of a modal."""
    return _used_in_view(turn, _button(action_id, value), "modal", callback_id)


def choose_in_view(turn: Turn, action_id: str, value: str, callback_id: str) -> Sent:
    """Choose from a menu of a modal."""
    return _used_in_view(turn, _menu(action_id, value), "modal", callback_id)


def choose_at_home(turn: Turn, action_id: str, *values: str, several: bool = False) -> Sent:
    """Choose from a menu of the App Home, of one or of several."""
    action = _menus(action_id, values) if several else _menu(action_id, values[0])
    return _used_in_view(turn, action, "home", "")


def click_at_home(turn: Turn, action_id: str, value: str) -> Sent:
    """Press a button of the App Home."""
    return _used_in_view(turn, _button(action_id, value), "home", "")


def type_ahead(turn: Turn, action_id: str, typed: str, callback_id: str) -> Sent:
    """Type in a field that proposes."""
    view = {"id": turn.view_id, "type": "modal", "callback_id": callback_id, "state": {"values": {}}}
    more = {"view": view, "container": {"type": "view", "view_id": turn.view_id}}
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


def _menus(action_id: str, values: tuple[str, ...]) -> Payload:
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


def _used_in_view(turn: Turn, action: Payload, kind: str, callback_id: str) -> Sent:
    view = {"id": turn.view_id, "type": kind, "callback_id": callback_id, "state": {"values": {}}, "blocks": []}
    more = {"container": {"type": "view", "view_id": turn.view_id}, "view": view, "actions": [action]}
    return Sent(Kind.INTERACTION, _interaction(turn, "block_actions") | _at_once(turn) | more)
