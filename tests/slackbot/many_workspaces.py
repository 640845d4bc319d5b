"""Bots that any workspace may install, in either mode."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slackbot.bot_process import Bot, running_bot, running_socket_bot
from slackbot.fake_slack import FakeSlack
from slackbot.fake_workspaces import CLIENT_ID, CLIENT_SECRET

MODES = ("http", "socket")


@contextmanager
def installable_bot(log: Path, slack: FakeSlack, mode: str, *options: str, **variables: str) -> Iterator[Bot]:
    """Run a bot, in Socket Mode until it is connected and further on."""
    asked = (
        "--slack-api-url",
        slack.url,
        "--client-id",
        CLIENT_ID,
        "--public-url",
        "https://bot.example.org",
        *options,
    )
    secrets = {"SLACK_CLIENT_SECRET": CLIENT_SECRET, "SLACK_BOT_TOKEN": ""} | variables
    if mode == "http":
        with running_bot(log, *asked, **secrets) as bot:
            yield bot
    else:
        with running_socket_bot(log, *asked[1:], **secrets, SLACK_SIGNING_SECRET="") as bot:
            yield bot
