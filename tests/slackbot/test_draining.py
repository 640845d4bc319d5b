"""The end of the process while Slack keeps it waiting: what was acknowledged is still done."""

import os
from pathlib import Path

import pytest

from slackbot.bot_process import PATIENCE, Bot
from slackbot.fake_answers import Held
from slackbot.fake_slack import FakeSlack, running_slack
from slackbot.fake_workspaces import Installed
from slackbot.installing import install
from slackbot.many_workspaces import MODES, installable_bot
from slackbot.payloads import Turn, command, mention
from slackbot.scenarios.commands import lookup
from slackbot.scenarios.events import told
from slackbot.scenarios.play import Deliver, by_http, by_socket
from slackbot.scenarios.steps import opened, posted

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")

IN_FLIGHT = 100


def deliver_by(mode: str, bot: Bot, slack: FakeSlack) -> Deliver:
    return by_http(bot) if mode == "http" else by_socket(slack)


@pytest.mark.parametrize("mode", MODES)
def test_what_was_acknowledged_is_done_before_the_end(mode: str, tmp_path: Path) -> None:
    with running_slack() as slack, installable_bot(tmp_path / "log", slack, mode, "--flood-limit", "off") as bot:
        assert install(bot, slack, Installed("T1")).status_code == 200
        held = [Held() for _ in range(IN_FLIGHT)]
        slack.prepare("T1", "views.open", *held[: IN_FLIGHT // 2])
        slack.prepare("T1", "chat.postMessage", *held[IN_FLIGHT // 2 :])
        turns = [Turn.begin(slack, "T1", f"U{number}") for number in range(IN_FLIGHT)]
        deliver = deliver_by(mode, bot, slack)
        for turn in turns[: IN_FLIGHT // 2]:
            deliver(command(turn, ""))
        for turn in turns[IN_FLIGHT // 2 :]:
            deliver(mention(turn, "<@U0BOT> 418"))
        wanted = [opened(lookup)(turn) for turn in turns[: IN_FLIGHT // 2]]
        wanted += [posted(told("<@U0BOT> 418"))(turn) for turn in turns[IN_FLIGHT // 2 :]]
        slack.taken.wait(lambda: all(call in slack.calls for call in wanted), "what is held")
        bot.process.terminate()
        if mode == "socket":
            assert slack.link.wait_for_ends(1) == [1000]
        for answer in held:
            slack.let_go(answer)
        assert bot.process.wait(PATIENCE) == 0
        assert len(slack.calls) == IN_FLIGHT + 2 + (mode == "socket")
    log = (tmp_path / "log").read_text()
    assert [word for word in ("Traceback", '"level": "error"', "gave up") if word in log] == []


@pytest.mark.long
@pytest.mark.parametrize("mode", MODES)
def test_a_slack_that_never_answers_keeps_nobody_from_ending(mode: str, tmp_path: Path) -> None:
    with running_slack() as slack, installable_bot(tmp_path / "log", slack, mode) as bot:
        assert install(bot, slack, Installed("T1")).status_code == 200
        slack.prepare("T1", "views.open", Held())
        turn = Turn.begin(slack, "T1", "U1")
        deliver_by(mode, bot, slack)(command(turn, ""))
        slack.taken.wait(lambda: opened(lookup)(turn) in slack.calls, "what is held")
        assert bot.stop() == 0
    assert "gave up what was in flight" in (tmp_path / "log").read_text()
