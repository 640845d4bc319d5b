"""Waiting until a bot has come to some state, by asking it again and again: it tells nobody by itself."""

import threading
from collections.abc import Callable

from slackbot.bot_process import PATIENCE, Bot


def wait_until_ready(bot: Bot, status: int) -> None:
    """Ask for readiness until it has a status; the bot looks no more often than every two seconds."""
    ask_until(lambda: bot.client.get("/readyz").status_code == status)


def wait_until_idle(bot: Bot) -> None:
    """Ask until nothing is under way any more."""
    ask_until(lambda: "\nstatuslens_in_flight 0.0\n" in bot.client.get("/metrics").text)


def ask_until(holds: Callable[[], bool]) -> None:
    """Ask until the answer is yes."""
    give_up = threading.Event()
    timer = threading.Timer(PATIENCE, give_up.set)
    timer.start()
    while not holds():
        assert not give_up.is_set()
    timer.cancel()
