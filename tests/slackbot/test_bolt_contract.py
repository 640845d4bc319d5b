"""What the bot relies on in Bolt beyond its documentation; an upgrade that breaks it fails here first."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import pytest_asyncio
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from slackbot.bot_process import SECRET, TOKEN, command_body
from statuslens_slackbot.assembly import assemble
from statuslens_slackbot.settings import Settings

VARIABLES = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "HTTP_PROXY", "HTTPS_PROXY")


@pytest_asyncio.fixture
async def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[AsyncApp]:
    for key in VARIABLES:
        monkeypatch.delenv(key, raising=False)
        monkeypatch.delenv(key.lower(), raising=False)
    database = f"sqlite:///{(tmp_path / 'bot.sqlite3').as_posix()}"
    settings = {"signing_secret": SECRET, "bot_token": TOKEN, "database_url": database}
    async with assemble(Settings.model_validate(settings)) as parts:
        yield parts.dispatcher.bot


def test_a_parsed_body_is_neither_parsed_nor_verified_again() -> None:
    body = dict(parse_qsl(command_body("payload too large").decode()))
    request = AsyncBoltRequest(mode="socket_mode", body=body)
    assert (request.body, request.raw_body) == (body, "")
    assert (request.context.team_id, request.context.user_id) == ("T0001", "U2147483697")


@pytest.mark.asyncio
async def test_bolt_runs_the_middleware_that_was_chosen_and_no_other(app: AsyncApp) -> None:
    # Bolt has no public list of them.
    names = [type(middleware).__name__ for middleware in app._async_middleware_list]  # noqa: SLF001
    assert names == ["AsyncSslCheck", "AsyncMultiTeamsAuthorization", "AsyncUrlVerification", "_LookUp"]


@pytest.mark.asyncio
async def test_bolt_has_the_settings_and_nothing_of_its_own(app: AsyncApp) -> None:
    assert (app.client.base_url, app.client.proxy, app.client.token) == ("https://slack.com/api/", None, None)
    assert (app.process_before_response, app.oauth_flow, app.installation_store) == (True, None, None)


@pytest.mark.asyncio
async def test_a_fault_of_ours_is_owned_up_to_and_its_words_are_not_logged(
    app: AsyncApp, caplog: pytest.LogCaptureFixture
) -> None:
    response = await app.async_dispatch(
        AsyncBoltRequest(mode="socket_mode", body={"command": "/http", "text": {"private": "words"}})
    )
    assert response.status == 200
    assert "Something went wrong on our side." in response.body
    [record] = [record for record in caplog.records if record.name.startswith("statuslens")]
    assert vars(record)["reference"] in response.body
    assert (record.getMessage(), vars(record)["words"]) == ("something went wrong", "")
