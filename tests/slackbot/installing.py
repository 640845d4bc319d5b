"""A browser in which somebody installs the app: our page, Slack's page, and back."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx

from slackbot.bot_process import Bot
from slackbot.fake_slack import FakeSlack
from slackbot.fake_workspaces import Installed

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
