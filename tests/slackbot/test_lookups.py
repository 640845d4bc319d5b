"""Commands typed into a running bot, and what comes back in the response."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from slackbot.bot_process import JSON, Bot, running_bot
from slackbot.fake_slack import FakeSlack
from slackbot.slack_limits import check_message
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.messages import answer


def titles(message: dict[str, Any]) -> list[str]:
    return [block["text"]["text"] for block in message["blocks"] if block["type"] == "header"]


def test_a_code_is_answered_in_the_response(bot: Bot) -> None:
    assert bot.command("418") == answer("418", Asking()).message


def test_the_team_file_is_read_at_the_start_and_told(slack: FakeSlack, tmp_path: Path) -> None:
    team_file = tmp_path / "statuslens.yaml"
    team_file.write_text(
        'codes:\n  - code: "471"\n    name: Basket <Expired>\n    meaning: Too old, <!channel>.\n    owner: Checkout\n'
        "    runbook: https://wiki.example.org/471\n",
        encoding="utf-8",
    )
    with running_bot(tmp_path / "log", "--slack-api-url", slack.url, STATUSLENS_TEAM_FILE=str(team_file)) as bot:
        message = bot.command("471")
    assert titles(message) == ["471 Basket Expired"]
    assert message["text"] == (
        "471 Basket Expired: Too old, &lt;!channel&gt;. Owner: Checkout. Runbook: https://wiki.example.org/471 "
        "Your team's own code."
    )


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("payload too large", ["413 Content Too Large"]),
        ("Payload Too Large", ["413 Content Too Large"]),
        ("4xx", ["4xx Client Error"]),
        ("401, 403", ["401 Unauthorized", "403 Forbidden"]),
        ("404\n500", ["404 Not Found", "500 Internal Server Error"]),
        ("*418*", ["418 I'm a teapot"]),
        ("I\u2019m a teapot", ["418 I'm a teapot"]),
        ("help", ["HTTP status codes"]),
        ("299", []),
    ],
)
def test_what_is_typed_is_understood(bot: Bot, typed: str, answered: list[str]) -> None:
    message = bot.command(typed)
    check_message(message)
    assert titles(message) == answered


def test_another_command_is_told_which_one_is_answered(bot: Bot) -> None:
    assert bot.command("404", command="/status")["text"] == "This bot answers /http only."


def test_an_event_that_nothing_listens_to_is_taken(bot: Bot) -> None:
    event = {"type": "event_callback", "team_id": "T0001", "event": {"type": "message", "text": "404"}}
    response = bot.send(json.dumps(event).encode(), JSON)
    assert (response.status_code, response.text) == (200, "")


def test_an_interaction_that_nothing_listens_to_is_taken(bot: Bot) -> None:
    action = {"type": "button", "action_id": "of_an_older_version", "block_id": "b", "value": "404"}
    interaction = {"type": "block_actions", "team": {"id": "T0001"}, "user": {"id": "U1"}, "actions": [action]}
    response = bot.send(urlencode({"payload": json.dumps(interaction)}).encode())
    assert (response.status_code, response.text) == (200, "")


def test_the_url_is_verified_with_the_challenge(bot: Bot) -> None:
    response = bot.send(json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"}).encode(), JSON)
    assert (response.status_code, response.json()) == (200, {"challenge": "3eZbrw1a"})


def test_a_probe_of_the_certificate_is_answered(bot: Bot) -> None:
    response = bot.client.get("/slack/events?ssl_check=1&token=gIkuvaNzQIHg97ATvDxqgjtO")
    assert (response.status_code, response.text) == (200, "")


def test_a_signed_probe_that_is_posted_is_answered(bot: Bot) -> None:
    response = bot.send(b"ssl_check=1&token=gIkuvaNzQIHg97ATvDxqgjtO")
    assert (response.status_code, response.text) == (200, "")


def test_health_is_reported(bot: Bot) -> None:
    response = bot.client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")


def test_a_look_up_never_calls_slack(bot: Bot, slack: FakeSlack) -> None:
    # The fake one fails every call, so that an answer is no luck either.
    bot.command("404")
    assert slack.calls == []
