"""One bot and one Slack for all tests that only talk with them."""

from collections.abc import Iterator

import pytest

from slackbot.bot_process import SECRET, TOKEN, Bot, running_bot
from slackbot.fake_slack import FakeSlack, running_slack
from slackbot.postgres import Postgres, running_postgres


@pytest.fixture(scope="session")
def slack() -> Iterator[FakeSlack]:
    with running_slack() as slack:
        yield slack


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def bot(slack: FakeSlack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    log = tmp_path_factory.mktemp("bot") / "log"
    with running_bot(log, "--slack-api-url", slack.url) as bot:
        yield bot
        assert bot.stop() == 0
    written = log.read_text()
    # Whatever the tests have sent: no fault of ours, and nothing of a request or a secret in the log.
    for word in ("Traceback", '"level": "error"', SECRET, TOKEN, "gIkuvaNzQIHg97ATvDxqgjtO", "never-called"):
        assert word not in written
    assert slack.calls == []
