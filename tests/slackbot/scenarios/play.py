"""Plays a scenario: over HTTP or over a web socket, with nothing but sockets between Slack and the bot."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from slackbot.bot_process import Bot
from slackbot.fake_answers import Held
from slackbot.fake_slack import FakeSlack
from slackbot.payloads import Kind, Payload, Sent, Turn
from slackbot.scenarios.steps import REFERENCE, Scenario, Step, again
from statuslens.config.model import TeamFile
from statuslens_slackbot.answers.asking import NO_TEAM_FILE

Deliver = Callable[[Sent], Any]
"""Brings to the bot what Slack sends, and returns the payload of the acknowledgement."""

_REFERENCE = re.compile(r"(?<=error )[0-9a-f]{8}\b")
_SECONDS = re.compile(r"(?<=Ask again in )29[0-9](?= seconds)")


def by_http(bot: Bot) -> Deliver:
    """Post what is sent, signed; an answer without a body says nothing."""

    def deliver(sent: Sent) -> Any:
        response = bot.send(*sent.to_http())
        assert response.status_code == 200
        if not response.content:
            return None
        assert response.headers["content-type"] == "application/json;charset=utf-8"
        return response.json()

    return deliver


def by_socket(slack: FakeSlack) -> Deliver:
    """Send an envelope, and wait for its acknowledgement."""
    return lambda sent: slack.link.answer_to(slack.link.send(sent.kind, sent.payload))


@dataclass(frozen=True, slots=True)
class Expectations:
    """What is looked at when the bot has come to its end."""

    errors: list[tuple[str, str]] = field(default_factory=list)
    """References, and the words that the log has by them."""


@dataclass(slots=True)
class Player:
    """Plays scenarios on one bot."""

    slack: FakeSlack
    deliver: Deliver
    team: TeamFile
    """What the team files say that scenarios have."""
    expected: Expectations = field(default_factory=Expectations)

    def play(self, scenario: Scenario, team_id: str) -> None:
        """Do one step after the other, and compare all that comes of it."""
        preferences, sent = scenario.preferences, None
        shown: Payload = {}
        for number, step in enumerate(scenario.steps):
            turn = Turn.begin(
                self.slack,
                team_id,
                f"U{team_id}",
                enterprise_id=f"E{team_id}" if scenario.is_enterprise_install else "",
                is_enterprise_install=scenario.is_enterprise_install,
                channel_id=scenario.channel_id,
                team=self.team if scenario.has_team_file else NO_TEAM_FILE,
                preferences=preferences,
                shown=shown,
            )
            sent = self._send(step, turn, sent)
            shown = self._do(step, turn, sent, f"step {number + 1}") or shown
            preferences = step.then or preferences

    def _send(self, step: Step, turn: Turn, before: Sent | None) -> Sent:
        if step.send is again:
            assert before is not None
            return before
        return step.send(turn)

    def _do(self, step: Step, turn: Turn, sent: Sent, where: str) -> Payload:
        for method, answers in step.prepared.items():
            # An answer is held for one Slack only.
            own = [Held() if isinstance(answer, Held) else answer for answer in answers]
            self.slack.prepare(turn.response_id if method == "response_url" else turn.owner, method, *own)
        references: list[str] = []
        acknowledged = _without_chance(self.deliver(sent), references)
        assert (where, acknowledged) == (where, step.ack(turn))
        assert acknowledged is None or sent.kind is not Kind.EVENT
        shown: Payload = acknowledged or {}
        for expect in step.calls:
            wanted = expect(turn)
            got = self.slack.taken.next(wanted.owner)
            arguments = _without_chance(got.arguments, references)
            taken = (where, got.owner, got.method, arguments)
            assert taken == (where, wanted.owner, wanted.method, _plain(wanted.arguments))
            shown = arguments.get("view", arguments)
        self.expected.errors.extend(zip_longest(references[:1], step.errors, fillvalue=""))
        return shown if "blocks" in shown else {}


def _plain(value: Any) -> Any:
    """Return what is left of a value by way of JSON."""
    return json.loads(json.dumps(value))


def _without_chance(value: Any, references: list[str]) -> Any:
    """Put fixed words in the place of references, which are collected, and of a time that may have passed."""
    text = json.dumps(value)
    references += _REFERENCE.findall(text)
    return json.loads(_SECONDS.sub("300", _REFERENCE.sub(REFERENCE, text)))
