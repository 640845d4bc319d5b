"""What one workspace's bot answers by itself; all that it says after that is in the scenarios."""

import json
from pathlib import Path
from urllib.parse import urlencode

from slackbot.bot_process import JSON, Bot, running_bot
from slackbot.fake_slack import FakeSlack
from statuslens.config.load import load_team_file
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.messages import answer


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
        assert bot.command("471") == answer("471", Asking(team=load_team_file(str(team_file)))).message


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
    bot.command("404")
    assert slack.calls == []
