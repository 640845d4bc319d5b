"""Installing the app by OAuth: our page, Slack's page, and back, over HTTP."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from slackbot.bot_process import Bot, command_body, running_bot
from slackbot.fake_answers import Broken, Dropped, RateLimited, Refused, Scripted
from slackbot.fake_slack import FakeSlack, running_slack
from slackbot.fake_workspaces import CLIENT_ID, CLIENT_SECRET, Installed
from slackbot.installing import come_back, install, opens_modal, visit
from slackbot.many_workspaces import installable_bot
from statuslens_slackbot.scopes import SCOPES

SECRETS = (CLIENT_SECRET, "xoxb-", "xoxe-", "code-")


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with running_slack() as slack:
        yield slack


@pytest.fixture(scope="module")
def bot(slack: FakeSlack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    log = tmp_path_factory.mktemp("installing") / "log"
    with installable_bot(log, slack, "http") as bot:
        yield bot
        assert bot.stop() == 0
    assert [word for word in ("Traceback", *SECRETS) if word in log.read_text()] == []


@pytest.fixture
def team(request: pytest.FixtureRequest) -> str:
    """Give each test a workspace of its own."""
    return f"T{zlib.crc32(request.node.name.encode()):X}"


def errors(bot: Bot) -> list[str]:
    records = map(json.loads, bot.log.read_text().splitlines())
    return [record["event"] for record in records if record["level"] == "error"]


def rotations(slack: FakeSlack, team: str) -> list[str]:
    refreshed = [call.arguments.get("refresh_token", "") for call in slack.taken.of(team, "oauth.v2.access")]
    return [token for token in refreshed if token]


def test_our_page_leads_to_slacks_with_a_state_that_the_browser_keeps(bot: Bot) -> None:
    visited = visit(bot)
    assert visited.page.status_code == 200
    assert visited.asked == {
        "state": visited.state,
        "client_id": CLIENT_ID,
        "scope": ",".join(SCOPES),
        "redirect_uri": "https://bot.example.org/slack/oauth_redirect",
    }
    name, *attributes = visited.page.headers["set-cookie"].split("; ")
    assert name.partition("=")[2] == visited.state
    assert {"Secure", "HttpOnly", "Path=/"} <= set(attributes)
    assert visit(bot).state != visited.state


def test_who_agrees_has_the_app_at_once(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert not opens_modal(bot, slack, team)
    page = install(bot, slack, Installed(team))
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert opens_modal(bot, slack, team)


def test_a_state_is_good_once(bot: Bot, slack: FakeSlack, team: str) -> None:
    visited = visit(bot)
    code = slack.known.new_code(Installed(team))
    assert come_back(bot, visited.state, visited.cookie, code=code).status_code == 200
    code = slack.known.new_code(Installed(f"{team}2"))
    assert come_back(bot, visited.state, visited.cookie, code=code).status_code == 401
    assert not opens_modal(bot, slack, f"{team}2")


def test_a_state_that_the_browser_does_not_keep_is_refused(bot: Bot, slack: FakeSlack, team: str) -> None:
    mine, theirs = visit(bot), visit(bot)
    code = slack.known.new_code(Installed(team))
    assert come_back(bot, "forged", mine.cookie, code=code).status_code == 400
    assert come_back(bot, theirs.state, mine.cookie, code=code).status_code == 400
    assert come_back(bot, mine.state, "", code=code).status_code == 400
    assert slack.taken.by(team) == []
    assert come_back(bot, mine.state, mine.cookie, code=code).status_code == 200


def test_a_state_that_was_never_given_out_is_refused_though_the_browser_has_it(
    bot: Bot, slack: FakeSlack, team: str
) -> None:
    cookie = visit(bot).cookie.partition("=")[0] + "=forged"
    assert come_back(bot, "forged", cookie, code=slack.known.new_code(Installed(team))).status_code == 401
    assert slack.taken.by(team) == []


def test_who_does_not_agree_is_told_so_and_the_reason_is_no_markup(bot: Bot, slack: FakeSlack, team: str) -> None:
    visited = visit(bot)
    page = come_back(bot, visited.state, visited.cookie, error="access_denied")
    assert (page.status_code, "access_denied" in page.text) == (200, True)
    page = come_back(bot, visited.state, visited.cookie, error="<script>alert(1)</script>")
    assert "<script>" not in page.text
    assert slack.taken.by(team) == []


@pytest.mark.parametrize("code", [None, "", "code-of-nobody"])
def test_a_code_that_slack_does_not_know_is_refused(bot: Bot, code: str | None) -> None:
    visited = visit(bot)
    query = {} if code is None else {"code": code}
    assert come_back(bot, visited.state, visited.cookie, **query).status_code == 401


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Broken(503), "status 503"),
        (Refused("internal_error"), "internal_error"),
        (RateLimited("nonsense"), "ValueError"),
        (Dropped(), "ServerDisconnectedError"),
    ],
)
def test_an_installation_while_slack_is_down_is_503_and_can_be_tried_again(
    bot: Bot, slack: FakeSlack, team: str, answer: Scripted, reason: str
) -> None:
    slack.prepare(team, "oauth.v2.access", answer, answer)
    page = install(bot, slack, Installed(team))
    assert (page.status_code, page.headers["retry-after"]) == (503, "60")
    assert errors(bot)[-1] == f"Slack could not be asked about an installation: {reason}"
    slack.taken.forget_prepared()
    assert install(bot, slack, Installed(team)).status_code == 200
    assert opens_modal(bot, slack, team)


def test_a_token_that_slack_does_not_know_is_not_kept(bot: Bot, slack: FakeSlack, team: str) -> None:
    slack.prepare(team, "auth.test", Refused("invalid_auth"))
    assert install(bot, slack, Installed(team)).status_code == 401
    assert not opens_modal(bot, slack, team)


def test_an_organisation_installs_the_app_for_all_of_its_workspaces(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert install(bot, slack, Installed("", f"E{team}", is_enterprise_install=True)).status_code == 200
    for team_id in (team, f"{team}2"):
        assert opens_modal(bot, slack, team_id, f"E{team}", is_org=True)
    assert not opens_modal(bot, slack, f"{team}3", "E2", is_org=True)


def test_one_workspace_of_an_organisation_installs_the_app_for_itself(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert install(bot, slack, Installed(team, f"E{team}")).status_code == 200
    assert opens_modal(bot, slack, team, f"E{team}")
    assert not opens_modal(bot, slack, f"{team}2", f"E{team}")


def test_a_second_installation_takes_the_place_of_the_first(bot: Bot, slack: FakeSlack, team: str) -> None:
    for generation in (1, 2):
        assert install(bot, slack, Installed(team, generation=generation)).status_code == 200
        slack.known.tokens.pop(f"xoxb-{team}-{generation - 1}", None)
        assert opens_modal(bot, slack, team)


def test_a_token_that_ends_soon_is_rotated_once_and_the_next_one_used(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert install(bot, slack, Installed(team, expires_in=3600)).status_code == 200
    assert opens_modal(bot, slack, team)
    slack.taken.wait(lambda: len(rotations(slack, team)) == 1, "a rotation")
    for _ in range(3):
        assert opens_modal(bot, slack, team)
    assert len(rotations(slack, team)) == 1


def test_a_token_that_has_ended_is_rotated_before_it_is_used(bot: Bot, slack: FakeSlack, team: str) -> None:
    ended = Installed(team, expires_in=-1)
    assert install(bot, slack, ended).status_code == 200
    del slack.known.tokens[ended.token]
    assert opens_modal(bot, slack, team)
    assert len(rotations(slack, team)) == 1


def test_a_rotation_that_slack_refuses_is_not_tried_again_at_once(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert install(bot, slack, Installed(team, expires_in=3600)).status_code == 200
    slack.prepare(team, "oauth.v2.access", Refused("invalid_refresh_token"))
    assert opens_modal(bot, slack, team)
    slack.taken.wait(lambda: len(rotations(slack, team)) == 1, "a rotation")
    assert opens_modal(bot, slack, team)
    assert len(rotations(slack, team)) == 1


def test_look_ups_need_neither_slack_nor_an_installation(bot: Bot, slack: FakeSlack, team: str) -> None:
    assert bot.send(command_body("418")).json()["text"].startswith("418 I'm a teapot")
    assert slack.taken.by(team) == []


def test_nobody_installs_a_bot_for_one_workspace(tmp_path: Path) -> None:
    with running_bot(tmp_path / "log") as bot:
        assert [bot.client.get(path).status_code for path in ("/slack/install", "/slack/oauth_redirect")] == [404, 404]


def test_an_installation_is_still_there_after_a_restart(slack: FakeSlack, team: str, tmp_path: Path) -> None:
    for is_installed in (False, True):
        with installable_bot(tmp_path / "log", slack, "http") as bot:
            if not is_installed:
                assert install(bot, slack, Installed(team)).status_code == 200
            assert opens_modal(bot, slack, team)
            assert bot.stop() == 0
