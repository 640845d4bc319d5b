"""A browser in which somebody installs the app: our page, Slack's page, and back; and whether it is installed."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx

from slackbot.bot_process import Bot
from slackbot.fake_calls import Call
from slackbot.fake_slack import FakeSlack
from slackbot.fake_workspaces import Installed
from slackbot.payloads import Turn, command
from slackbot.scenarios.play import by_http
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.lookup import lookup_view

_LINK = re.compile(r'href="(https://slack\.com/oauth/v2/authorize\?[^"]+)"')


@dataclass(frozen=True, slots=True)
class Visit:
    """What the browser knows after our page."""

    page: httpx.Response
    asked: dict[str, str]
    """What Slack's page is asked for, the state among it."""
    cookie: str

    @property
    def state(self) -> str:
        return self.asked["state"]


def visit(bot: Bot) -> Visit:
    """Open the page that leads to Slack's."""
    page = bot.client.get("/slack/install")
    found = _LINK.search(page.text)
    assert found, page.text
    asked = {key: values[0] for key, values in parse_qs(urlsplit(found[1].replace("&amp;", "&")).query).items()}
    return Visit(page, asked, page.headers["set-cookie"].partition(";")[0])


def come_back(bot: Bot, state: str, cookie: str, **query: str) -> httpx.Response:
    """Return from Slack's page; the cookie is sent by hand, as it is for https only."""
    headers = {"cookie": cookie} if cookie else {}
    return bot.client.get("/slack/oauth_redirect", params={"state": state, **query}, headers=headers)


def install(bot: Bot, slack: FakeSlack, installed: Installed) -> httpx.Response:
    """Install the app in a workspace."""
    visited = visit(bot)
    return come_back(bot, visited.state, visited.cookie, code=slack.known.new_code(installed))


def opens_modal(bot: Bot, slack: FakeSlack, team_id: str, enterprise_id: str = "", *, is_org: bool = False) -> bool:
    """Type the command alone, and tell whether the modal opens with the installation's token."""
    turn = Turn.begin(slack, team_id, "U1", enterprise_id=enterprise_id, is_enterprise_install=is_org)
    assert by_http(bot)(command(turn, "")) is None

    def told() -> list[Call]:
        # Tokens are asked for and replaced at any time meanwhile.
        opened = [call for call in slack.calls if call.arguments.get("trigger_id") == turn.trigger_id]
        return opened + slack.taken.of(turn.response_id, "response_url")

    slack.taken.wait(lambda: bool(told()), "a modal or an apology")
    [call] = told()
    return (call.owner, call.method) == (turn.owner, "views.open") and call.arguments["view"] == lookup_view(Asking())
