"""What those who run the bot ask of it: readiness, metrics, the log, a drain that loses nothing."""

import json
import os
import re
import signal
from pathlib import Path

import pytest

from slackbot.bot_process import FORM, JSON, Bot, running_bot

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")


def samples(bot: Bot) -> dict[str, float]:
    """Return what the metrics say, by name and labels."""
    lines = bot.client.get("/metrics").text.splitlines()
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}


def test_the_bot_says_that_it_is_ready(bot: Bot) -> None:
    ready = bot.client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"ready": True, "checks": {"database": "ok", "process": "ok"}})


def test_requests_refusals_and_look_ups_are_counted(tmp_path: Path) -> None:
    with running_bot(tmp_path / "log", "--flood-limit", "3/hour") as bot:
        for text in ("404", "404", "500, 299"):
            bot.command(text)
        assert "Ask again in" in bot.command("404")["text"]
        bot.send(b'{"type": "event_callback", "event": {"type": "novelty"}}', JSON)
        bot.send(b'{"type": "x", "team": 5}', JSON)
        bot.post(b"", {"content-type": FORM})
        counted = samples(bot)
        assert bot.client.get("/metrics").headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    expected = {
        'statuslens_requests_total{kind="command",outcome="answered"}': 3,
        'statuslens_requests_total{kind="command",outcome="flooded"}': 1,
        'statuslens_requests_total{kind="other",outcome="ignored"}': 1,
        'statuslens_requests_total{kind="other",outcome="malformed"}': 1,
        'statuslens_request_seconds_count{kind="command"}': 4,
        'statuslens_refused_total{status="400"}': 1,
        'statuslens_refused_total{status="401"}': 1,
        'statuslens_lookups_total{class="4xx"}': 2,
        'statuslens_lookups_total{class="5xx"}': 1,
        'statuslens_cache_total{cache="answers",result="hit"}': 1,
        'statuslens_cache_total{cache="answers",result="miss"}': 2,
        "statuslens_in_flight": 0,
    }
    assert {name: counted[name] for name in expected} == expected


def test_the_metrics_name_nobody(bot: Bot) -> None:
    bot.command("teapot")
    text = bot.client.get("/metrics").text
    assert [word for word in ("T0001", "U2147483697", "C2147483705", "teapot") if word in text] == []


def test_the_log_of_a_debugged_bot_tells_of_each_request_and_of_none_what_it_said(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running_bot(log, "--log-level", "debug") as bot:
        bot.command("private words")
        bot.send(b'{"type": "event_callback", "team_id": "T0001", "event": {"type": "app_mention"}}', JSON)
        assert bot.stop() == 0
    answered = [json.loads(line) for line in log.read_text().splitlines() if '"answered"' in line]
    assert [(each["kind"], each["team"], each["outcome"]) for each in answered] == [
        ("command", "T0001", "answered"),
        ("app_mention", "T0001", "answered"),
    ]
    assert all(re.fullmatch("[0-9a-f]{8}", each["request"]) and each["milliseconds"] > 0 for each in answered)
    assert "private" not in log.read_text()


def test_answers_come_without_the_database_and_readiness_says_what_lacks(tmp_path: Path) -> None:
    nobody = "postgresql://me:hidden-words@127.0.0.1:9/name"
    with running_bot(tmp_path / "log", STATUSLENS_DATABASE_URL=nobody) as bot:
        assert bot.command("404")["text"].startswith("404 Not Found: ")
        ready = bot.client.get("/readyz")
        assert (ready.status_code, ready.json()) == (
            503,
            {"ready": False, "checks": {"database": "does not answer", "process": "ok"}},
        )
        assert bot.client.get("/healthz").status_code == 200
        assert bot.stop() == 0
    assert "hidden-words" not in (tmp_path / "log").read_text()


@POSIX
def test_a_bot_that_is_asked_to_stop_is_unready_and_goes_on_for_a_while(tmp_path: Path) -> None:
    with running_bot(tmp_path / "log", "--shutdown-delay", "600") as bot:
        assert bot.client.get("/readyz").status_code == 200
        bot.process.send_signal(signal.SIGTERM)
        while bot.client.get("/readyz").status_code == 200:
            pass
        assert bot.client.get("/readyz").json()["checks"]["process"] == "stopping"
        assert bot.command("404")["text"].startswith("404 Not Found: ")
        # Asked again, it does not wait any longer.
        assert bot.stop() == 0
