"""Commands typed into a running bot, and what comes back in the response."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from slackbot.bot_process import JSON, Bot, running_bot
from slackbot.fake_slack import FakeSlack
from slackbot.slack_limits import check_message
from statuslens.explain import explain_code
from statuslens.registry import load_registry


def titles(message: dict[str, Any]) -> list[str]:
    return [block["text"]["text"] for block in message["blocks"] if block["type"] == "header"]


def test_a_code_is_answered_in_the_response(bot: Bot) -> None:
    teapot = explain_code("418", load_registry())
    assert teapot is not None
    says = [teapot.meaning, *teapot.notes]
    source = (
        "<https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.19|RFC 9110 §15.5.19> · "
        "<https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/418|MDN>"
    )
    assert bot.command("418") == {
        "response_type": "ephemeral",
        "text": f"418 I'm a teapot: {' '.join(says)}",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": "418 I'm a teapot", "emoji": False}},
            {"type": "section", "text": {"type": "mrkdwn", "text": "\n".join(says), "verbatim": True}},
            {
                "type": "context",
                "elements": [{"type": "mrkdwn", "text": f"Client Error · {source}", "verbatim": True}],
            },
        ],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def test_the_team_file_is_read_at_the_start_and_told(slack: FakeSlack, tmp_path: Path) -> None:
    team_file = tmp_path / "statuslens.yaml"
    team_file.write_text(
        'codes:\n  - code: "471"\n    name: Basket <Expired>\n    meaning: Too old, <!channel>.\n    owner: Checkout\n'
        "    runbook: https://wiki.example.org/471\n",
        encoding="utf-8",
    )
    with running_bot(tmp_path / "log", "--slack-api-url", slack.url, STATUSLENS_TEAM_FILE=str(team_file)) as bot:
        message = bot.command("471")
    says = "Too old, &lt;!channel&gt;."
    assert titles(message) == ["471 Basket Expired"]
    assert message["blocks"][1]["text"]["text"] == f"{says}\nOwner: Checkout\nRunbook: https://wiki.example.org/471"
    assert message["text"] == (f"471 Basket Expired: {says} Owner: Checkout Runbook: https://wiki.example.org/471")


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
        ("", ["HTTP status codes"]),
        ("299", []),
    ],
)
def test_what_is_typed_is_understood(bot: Bot, typed: str, answered: list[str]) -> None:
    message = bot.command(typed)
    check_message(message)
    assert titles(message) == answered


def test_a_command_without_the_field_text_gets_the_usage(bot: Bot) -> None:
    response = bot.send(urlencode({"command": "/http"}).encode())
    assert (response.status_code, titles(response.json())) == (200, ["HTTP status codes"])


def test_an_unknown_code_is_refused_with_its_neighbours_and_an_example(bot: Bot) -> None:
    message = bot.command("427")
    assert message["blocks"][0] == {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "text", "text": "427", "style": {"code": True}}],
            }
        ],
    }
    says, proposes, example = message["blocks"][1]["text"]["text"].split("\n")
    assert says.endswith("A client that does not know a 4xx code treats it as 400.")
    assert proposes.startswith("Did you mean 42")
    assert example == "For example: `/http 404`"
    assert message["text"] == f"427: {says} {proposes} For example: /http 404."


def test_another_command_is_told_which_one_is_answered(bot: Bot) -> None:
    assert bot.command("404", command="/status")["text"] == "This bot answers /http only."


def test_an_event_that_nothing_listens_to_is_taken(bot: Bot) -> None:
    event = {"type": "event_callback", "team_id": "T0001", "event": {"type": "message", "text": "404"}}
    response = bot.send(json.dumps(event).encode(), JSON)
    assert (response.status_code, response.text) == (200, "")


def test_an_interaction_that_nothing_listens_to_is_taken(bot: Bot) -> None:
    interaction = {
        "type": "block_actions",
        "team": {"id": "T0001"},
        "user": {"id": "U1"},
        "actions": [{"action_id": "x"}],
    }
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
