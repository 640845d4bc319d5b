"""Two bots on one PostgreSQL: what is done on one holds on the other, and nothing is done twice."""

import os
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from slackbot.bot_process import PATIENCE, Bot, command_body, environment
from slackbot.fake_slack import FakeSlack, running_slack
from slackbot.fake_workspaces import Installed
from slackbot.installing import come_back, install, opens_modal, visit
from slackbot.many_workspaces import installable_bot
from slackbot.payloads import Turn, command, event, mention
from slackbot.postgres import Postgres
from slackbot.scenarios.commands import said
from slackbot.scenarios.events import told
from slackbot.scenarios.play import by_http
from slackbot.scenarios.steps import posted
from slackbot.waiting import wait_until_idle, wait_until_ready
from tools import require_script

Result = TypeVar("Result")

_teams = count(1)


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with running_slack() as slack:
        yield slack


@pytest.fixture(scope="module")
def database(postgres: Postgres) -> Iterator[str]:
    with postgres.database() as url:
        subprocess.run(
            [require_script("statuslens-slackbot"), "migrate"],
            env=environment(STATUSLENS_DATABASE_URL=url),
            check=True,
            timeout=PATIENCE,
            capture_output=True,
        )
        yield url


@pytest.fixture(scope="module")
def replicas(slack: FakeSlack, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bot, Bot]]:
    logs = [tmp_path_factory.mktemp("replica") / "log" for _ in range(2)]
    with ExitStack() as running:
        first, second = (
            running.enter_context(installable_bot(log, slack, "http", STATUSLENS_DATABASE_URL=database)) for log in logs
        )
        yield first, second
        assert [first.stop(), second.stop()] == [0, 0]
    assert not any("Traceback" in log.read_text() for log in logs)


@pytest.fixture
def team() -> str:
    return f"T{next(_teams):05}"


def at_once(work: Sequence[Callable[[], Result]]) -> list[Result]:
    """Do all of it in threads that begin together."""
    gate = threading.Barrier(len(work))

    def wait_and(do: Callable[[], Result]) -> Result:
        gate.wait(PATIENCE)
        return do()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(wait_and, work))


def test_what_is_installed_on_one_is_used_on_the_other(replicas: tuple[Bot, Bot], slack: FakeSlack, team: str) -> None:
    first, second = replicas
    assert install(first, slack, Installed(team)).status_code == 200
    assert opens_modal(second, slack, team)
    assert opens_modal(first, slack, team)


def test_an_installation_that_is_begun_on_one_is_finished_on_the_other(
    replicas: tuple[Bot, Bot], slack: FakeSlack, team: str
) -> None:
    first, second = replicas
    visited = visit(first)
    code = slack.known.new_code(Installed(team))
    assert come_back(second, visited.state, visited.cookie, code=code).status_code == 200
    assert come_back(first, visited.state, visited.cookie, code=code).status_code == 401
    assert opens_modal(first, slack, team)


def test_an_event_that_both_are_told_of_is_answered_once(
    replicas: tuple[Bot, Bot], slack: FakeSlack, team: str
) -> None:
    assert install(replicas[0], slack, Installed(team)).status_code == 200
    turn = Turn.begin(slack, team, "U1")
    sent = mention(turn, "<@U0BOT> 418")
    at_once([partial(by_http(bot), sent) for bot in replicas * 4])
    for bot in replicas:
        wait_until_idle(bot)
    assert slack.taken.of(team, "chat.postMessage") == [posted(told("<@U0BOT> 418"))(turn)]


def race_for_a_state(replicas: tuple[Bot, Bot], slack: FakeSlack, rounds: int) -> None:
    for _ in range(rounds):
        team = f"T{next(_teams):05}"
        visited = visit(replicas[0])
        codes = [slack.known.new_code(Installed(team)) for _ in range(8)]
        callbacks = [
            partial(come_back, bot, visited.state, visited.cookie, code=code)
            for bot, code in zip(replicas * 4, codes, strict=True)
        ]
        pages = at_once(callbacks)
        assert Counter(page.status_code for page in pages) == {200: 1, 401: 7}
        assert len(slack.taken.of(team, "oauth.v2.access")) == 1


def test_of_many_who_come_back_with_one_state_exactly_one_wins(replicas: tuple[Bot, Bot], slack: FakeSlack) -> None:
    race_for_a_state(replicas, slack, 10)


@pytest.mark.long
def test_of_many_who_come_back_with_one_state_exactly_one_wins_a_hundred_times(
    replicas: tuple[Bot, Bot], slack: FakeSlack
) -> None:
    race_for_a_state(replicas, slack, 100)


def race_to_rotate(replicas: tuple[Bot, Bot], slack: FakeSlack, rounds: int, expires_in: int) -> None:
    teams = [f"T{next(_teams):05}" for _ in range(rounds)]
    for team in teams:
        installed = Installed(team, expires_in=expires_in)
        assert install(replicas[0], slack, installed).status_code == 200
        if expires_in < 0:
            del slack.known.tokens[installed.token]
        assert all(at_once([partial(opens_modal, bot, slack, team) for bot in replicas * 4]))
        wait_for_rotation(slack, team)
    for team in teams:
        assert all(opens_modal(bot, slack, team) for bot in replicas)
        assert len(rotations(slack, team)) == 1


def wait_for_rotation(slack: FakeSlack, team: str) -> None:
    slack.taken.wait(lambda: bool(rotations(slack, team)), "a rotation")


def rotations(slack: FakeSlack, team: str) -> list[str]:
    refreshed = [call.arguments.get("refresh_token", "") for call in slack.taken.of(team, "oauth.v2.access")]
    return [token for token in refreshed if token]


@pytest.mark.parametrize("expires_in", [3600, -1], ids=["that ends soon", "that has ended"])
def test_a_token_is_rotated_once_though_both_need_it(
    replicas: tuple[Bot, Bot], slack: FakeSlack, expires_in: int
) -> None:
    race_to_rotate(replicas, slack, 3, expires_in)


@pytest.mark.long
@pytest.mark.parametrize("expires_in", [3600, -1], ids=["that ends soon", "that has ended"])
def test_a_token_is_rotated_once_though_both_need_it_a_hundred_times(
    replicas: tuple[Bot, Bot], slack: FakeSlack, expires_in: int
) -> None:
    race_to_rotate(replicas, slack, 100, expires_in)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_a_replica_that_is_killed_amid_installations_loses_none_that_it_has_confirmed(
    replicas: tuple[Bot, Bot], slack: FakeSlack, database: str, tmp_path: Path
) -> None:
    confirmed: list[str] = []
    enough = threading.Semaphore(0)

    def keep_installing(bot: Bot) -> int:
        for made in count():
            team = f"T{next(_teams):05}"
            try:
                page = install(bot, slack, Installed(team))
            except httpx.TransportError:
                return made
            assert page.status_code == 200
            confirmed.append(team)
            enough.release()
        raise AssertionError

    with (
        installable_bot(tmp_path / "log", slack, "http", STATUSLENS_DATABASE_URL=database) as bot,
        ThreadPoolExecutor(8) as pool,
    ):
        working = [pool.submit(keep_installing, bot) for _ in range(8)]
        assert all(enough.acquire(timeout=PATIENCE) for _ in range(20))
        bot.process.kill()
        assert sum(done.result(PATIENCE) for done in working) == len(confirmed) >= 20
    assert all(opens_modal(replicas[0], slack, team) for team in confirmed)


def test_without_the_database_look_ups_are_answered_and_readiness_says_so_until_it_is_back(
    replicas: tuple[Bot, Bot], slack: FakeSlack, postgres: Postgres, team: str
) -> None:
    bot, other = replicas
    assert install(bot, slack, Installed(team)).status_code == 200
    assert opens_modal(bot, slack, team)
    visited = visit(bot)
    postgres.stop()
    wait_until_ready(bot, 503)
    assert bot.client.get("/readyz").json() == {
        "ready": False,
        "checks": {"database": "does not answer", "process": "ok"},
    }
    assert bot.client.get("/healthz").status_code == 200
    for user in ("U1", "U2"):
        turn = Turn.begin(slack, team, user)
        assert by_http(bot)(command(turn, "404")) == said("404")(turn)
        assert by_http(other)(command(turn, "404")) == said("404")(turn)
    assert opens_modal(bot, slack, team)
    turn = Turn.begin(slack, team, "U1")
    by_http(bot)(mention(turn, "<@U0BOT> 418"))
    slack.taken.wait(lambda: posted(told("<@U0BOT> 418"))(turn) in slack.calls, "an answer to a mention")
    code = slack.known.new_code(Installed(f"{team}2"))
    assert visit_status(bot) == 503
    assert come_back(bot, visited.state, visited.cookie, code=code).status_code == 503
    uninstalled = event(turn, {"type": "app_uninstalled"})
    assert bot.send(*uninstalled.to_http()).status_code == 503
    postgres.start()
    wait_until_ready(bot, 200)
    assert come_back(bot, visited.state, visited.cookie, code=code).status_code == 200
    assert opens_modal(bot, slack, f"{team}2")
    assert bot.send(*uninstalled.to_http()).status_code == 200
    assert not opens_modal(bot, slack, team)


def test_a_bot_that_starts_without_the_database_answers_look_ups_and_is_ready_once_it_is_there(
    slack: FakeSlack, postgres: Postgres, database: str, tmp_path: Path
) -> None:
    postgres.stop()
    with installable_bot(tmp_path / "log", slack, "http", STATUSLENS_DATABASE_URL=database) as bot:
        assert bot.send(command_body("418")).json()["text"].startswith("418 I'm a teapot")
        wait_until_ready(bot, 503)
        postgres.start()
        wait_until_ready(bot, 200)
        assert install(bot, slack, Installed("T0LATE")).status_code == 200
        assert bot.stop() == 0


def visit_status(bot: Bot) -> int:
    return bot.client.get("/slack/install").status_code
