"""What a scenario is made of: what Slack sends, what it must get back, what it must then be asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from slackbot.fake_answers import Scripted
from slackbot.fake_calls import Call
from slackbot.payloads import Payload, Sent, Turn, said_at
from statuslens_slackbot.answers.notices import apology
from statuslens_slackbot.answers.views import modal
from statuslens_slackbot.people import Preferences

REFERENCE = "01234567"
"""Stands for the reference of an apology, which nobody knows before."""

Expected = Callable[[Turn], Any]
ExpectedCall = Callable[[Turn], Call]


def nothing(_turn: Turn) -> None:
    """Expect an acknowledgement that says nothing."""


def again(_turn: Turn) -> Sent:
    """Send what was sent last once more."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does, and all that comes of it."""

    send: Callable[[Turn], Sent]
    ack: Expected = nothing
    calls: tuple[ExpectedCall, ...] = ()
    """What Slack is then asked, in this order."""
    prepared: Mapping[str, tuple[Scripted, ...]] = field(default_factory=dict)
    """What Slack answers to the next calls of a method."""
    errors: tuple[str, ...] = ()
    """What the log says went wrong; the first bears the reference of the apology."""
    then: Preferences | None = None
    """What the person has chosen from now on."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What one person does, in a workspace of its own."""

    name: str
    steps: tuple[Step, ...]
    has_team_file: bool = False
    is_installed: bool = True
    is_enterprise_install: bool = False
    channel_id: str = "C2147483705"
    preferences: Preferences = field(default_factory=Preferences)


def responded(message: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect a message by the response URL."""
    return lambda turn: Call(turn.response_id, "response_url", message(turn))


def opened(view: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect a modal to open."""
    return lambda turn: Call(turn.owner, "views.open", {"trigger_id": turn.trigger_id, "view": view(turn)})


def pushed(view: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect a view over the modal that is open."""
    return lambda turn: Call(turn.owner, "views.push", {"trigger_id": turn.trigger_id, "view": view(turn)})


def updated(view: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect another view in the place of the open one."""
    return lambda turn: Call(turn.owner, "views.update", {"view_id": turn.view_id, "view": view(turn)})


def published(view: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect the App Home to be shown."""
    return lambda turn: Call(turn.owner, "views.publish", {"user_id": turn.user_id, "view": view(turn)})


def posted(message: Callable[[Turn], Payload], thread: Callable[[Turn], str] | None = said_at) -> ExpectedCall:
    """Expect a message in the channel, in the thread of the message of the turn unless said otherwise."""

    def expect(turn: Turn) -> Call:
        in_thread = {"thread_ts": thread(turn)} if thread else {}
        return Call(turn.owner, "chat.postMessage", {"channel": turn.channel_id, **in_thread, **message(turn)})

    return expect


def whispered(message: Callable[[Turn], Payload]) -> ExpectedCall:
    """Expect a message in the channel that one person sees."""

    def expect(turn: Turn) -> Call:
        to = {"channel": turn.channel_id, "user": turn.user_id}
        return Call(turn.owner, "chat.postEphemeral", to | bare(message(turn)))

    return expect


def asked_about_channel(turn: Turn) -> Call:
    """Expect the question who is in the channel."""
    return Call(turn.owner, "conversations.info", {"channel": turn.channel_id})


def apologised(_turn: Turn) -> Payload:
    """Say that something went wrong."""
    return apology(REFERENCE)


def as_view(message: Callable[[Turn], Payload], callback_id: str, title: str) -> Callable[[Turn], Payload]:
    """Say a message in a modal."""
    return lambda turn: modal(callback_id, title, message(turn)["blocks"])


def bare(message: Payload) -> Payload:
    """Leave out what only commands and response URLs know."""
    return {key: value for key, value in message.items() if key not in {"response_type", "replace_original"}}
