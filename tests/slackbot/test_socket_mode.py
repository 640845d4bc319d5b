"""The bot in Socket Mode, as its own process before a Slack of our own."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from slackbot.bot_process import APP_TOKEN, PATIENCE, Bot, command_body, environment, running_bot, running_socket_bot
from slackbot.fake_answers import Refused
from slackbot.fake_slack import FakeSlack, running_slack
from tools import require_script

COMMAND = "slash_commands"


def command(text: str) -> dict[str, str]:
    return dict(parse_qsl(command_body(text).decode(), keep_blank_values=True))


@pytest.fixture
def own_slack() -> Iterator[FakeSlack]:
    with running_slack() as slack:
        yield slack


@pytest.fixture
def socket_bot(own_slack: FakeSlack, tmp_path: Path) -> Iterator[Bot]:
    with running_socket_bot(tmp_path / "log", own_slack.url) as bot:
        yield bot


def test_a_command_is_answered_as_it_is_over_http(own_slack: FakeSlack, socket_bot: Bot, tmp_path: Path) -> None:
    (tmp_path / "http").mkdir()
    with running_bot(tmp_path / "http" / "log") as http_bot:
        for text in ("418", "payload too large", "4xx", "nonsense"):
            assert own_slack.link.deliver(COMMAND, command(text)) == http_bot.command(text)
    assert socket_bot.stop() == 0
    assert [call.method for call in own_slack.calls] == ["apps.connections.open"]
    assert own_slack.link.wait_for_ends(1) == [1000]


@pytest.mark.parametrize("payload", [{}, {"type": "x", "team": 5}, [], None, 5])
def test_what_slack_never_sends_is_acknowledged_and_no_more(
    own_slack: FakeSlack, socket_bot: Bot, payload: object
) -> None:
    assert own_slack.link.deliver("events_api", payload) is None
    assert own_slack.link.deliver(COMMAND, command("404"))
    assert socket_bot.stop() == 0
    assert "Traceback" not in socket_bot.log.read_text()


def test_a_frame_that_is_no_envelope_is_passed_over(own_slack: FakeSlack, socket_bot: Bot) -> None:
    frames: list[object] = [{}, [], None, {"type": "novelty"}, {"envelope_id": 5, "payload": {}}]
    for frame in frames:
        own_slack.link.write(frame)
    assert own_slack.link.deliver(COMMAND, command("404"))
    assert socket_bot.stop() == 0


def test_the_bot_moves_when_slack_asks_and_answers_on_both_sockets_meanwhile(
    own_slack: FakeSlack, socket_bot: Bot
) -> None:
    own_slack.link.disconnect("refresh_requested")
    own_slack.link.wait_for_sockets(2)
    for socket in (0, 1):
        assert own_slack.link.deliver(COMMAND, command("404"), socket=socket)
    assert socket_bot.client.get("/readyz").status_code == 200
    assert socket_bot.stop() == 0
    assert own_slack.link.wait_for_ends(2) == [1000, 1000]


def test_the_bot_comes_back_when_its_socket_breaks_off(own_slack: FakeSlack, socket_bot: Bot) -> None:
    own_slack.link.drop()
    own_slack.link.wait_for_sockets(2)
    assert own_slack.link.deliver(COMMAND, command("404"))
    assert socket_bot.stop() == 0


def test_the_bot_waits_for_slack_at_its_start(own_slack: FakeSlack, tmp_path: Path) -> None:
    own_slack.prepare("app", "apps.connections.open", Refused("internal_error"))
    with running_socket_bot(tmp_path / "log", own_slack.url) as bot:
        assert own_slack.link.deliver(COMMAND, command("404"))
        assert bot.stop() == 0
    [warning] = map(json.loads, [line for line in bot.log.read_text().splitlines() if '"warning"' in line])
    assert (warning["event"], warning["reason"]) == ("there is no web socket to Slack", "internal_error")


def test_a_token_that_slack_refuses_ends_the_command_with_one_line(own_slack: FakeSlack, tmp_path: Path) -> None:
    own_slack.prepare("app", "apps.connections.open", Refused("invalid_auth"))
    done = subprocess.run(
        [require_script("statuslens-slackbot"), "--mode", "socket", "--slack-api-url", own_slack.url],
        env=environment(SLACK_APP_TOKEN=APP_TOKEN, STATUSLENS_DATABASE_URL=f"sqlite:///{tmp_path / 'bot.db'}"),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "statuslens-slackbot: SLACK_APP_TOKEN is refused by Slack (invalid_auth): make one with the scope "
        'connections:write under "App-Level Tokens" on your app\'s "Basic Information" page\n',
    )


def test_readiness_tells_of_the_socket_and_nothing_of_slack_is_answered_over_http(socket_bot: Bot) -> None:
    ready = socket_bot.client.get("/readyz")
    assert (ready.status_code, ready.json()) == (
        200,
        {"ready": True, "checks": {"database": "ok", "socket": "ok", "process": "ok"}},
    )
    assert socket_bot.client.get("/healthz").text == "ok\n"
    assert "statuslens_socket_connections_total 1.0" in socket_bot.client.get("/metrics").text
    assert socket_bot.client.post("/slack/events").status_code == 404


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")
def test_what_is_in_flight_is_answered_before_the_end(own_slack: FakeSlack, socket_bot: Bot) -> None:
    begun = [own_slack.link.send(COMMAND, command(str(code))) for code in range(400, 500)]
    own_slack.link.answer_to(begun[0])
    assert socket_bot.stop() == 0
    assert all(own_slack.link.answer_to(envelope) for envelope in begun)
    assert own_slack.link.wait_for_ends(1) == [1000]
    assert "Traceback" not in socket_bot.log.read_text()
