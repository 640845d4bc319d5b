"""Bots that any workspace may install, in either mode."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slackbot.bot_process import Bot, running_bot
from slackbot.fake_slack import FakeSlack
from slackbot.fake_workspaces import APP_TOKEN, CLIENT_ID, CLIENT_SECRET

MODES = ("http", "socket")


@contextmanager
def installable_bot(log: Path, slack: FakeSlack, mode: str, *options: str, **variables: str) -> Iterator[Bot]:
    """Run a bot, in Socket Mode until it is connected and further on."""
    before = slack.link.opened
    arguments = ("--mode", mode, "--slack-api-url", slack.url, "--client-id", CLIENT_ID)
    secrets = {"SLACK_CLIENT_SECRET": CLIENT_SECRET, "SLACK_BOT_TOKEN": ""}
    if mode == "socket":
        secrets |= {"SLACK_APP_TOKEN": APP_TOKEN, "SLACK_SIGNING_SECRET": ""}
    public = ("--public-url", "https://bot.example.org")
    with running_bot(log, *arguments, *public, *options, **(secrets | variables)) as bot:
        if mode == "socket":
            slack.link.wait_for_sockets(before + 1)
        yield bot
