"""Installing the app in a workspace: the two addresses that a browser visits."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from statuslens.errors import UsageError
from statuslens_slackbot.paths import INSTALL_PATH, REDIRECT_PATH
from statuslens_slackbot.scopes import SCOPES
from statuslens_slackbot.slack_api import reason_of
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.tables import STATE_SECONDS

_log = logging.getLogger(__name__)
# Bolt's own lines quote the code that a browser brought.
_silent = logging.getLogger(f"{__name__}.flow")
_silent.disabled = True

_PASSING = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"})
"""Slack's words for what is no fault of whoever installs the app."""

_Handle = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def oauth_routes(  # noqa: PLR0913 (what the flow is made of)
    *,
    client_id: str,
    client_secret: str,
    public_url: str,
    client: AsyncWebClient,
    installations: AsyncInstallationStore,
    states: AsyncOAuthStateStore,
) -> list[Route]:
    """Make the routes of the flow; ``public_url`` is where browsers reach the bot."""
    flow = AsyncOAuthFlow(
        client=_Client(
            base_url=client.base_url, session=client.session, proxy=client.proxy, retry_handlers=client.retry_handlers
        ),
        logger=_silent,
        settings=AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=list(SCOPES),
            user_scopes=[],
            redirect_uri=f"{public_url.rstrip('/')}{REDIRECT_PATH}",
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            installation_store=installations,
            state_store=states,
            state_expiration_seconds=STATE_SECONDS,
            logger=_silent,
        ),
    )
    return [
        Route(INSTALL_PATH, _visit(flow.handle_installation), methods=["GET"]),
        Route(REDIRECT_PATH, _visit(flow.handle_callback), methods=["GET"]),
    ]


class _Client(AsyncWebClient):
    """Tells Bolt of errors by which nothing is decided: it takes any SlackApiError for a wrong code."""

    async def api_call(self, *arguments: Any, **options: Any) -> AsyncSlackResponse:  # noqa: ANN401 (as they come)
        try:
            return await super().api_call(*arguments, **options)
        except SlackApiError as error:
            reason = reason_of(error)
            if reason in _PASSING or reason.startswith("status "):
                raise SlackClientError(reason) from None
            raise


def _visit(handle: _Handle) -> Callable[[Request], Awaitable[Response]]:
    async def visit(request: Request) -> Response:
        try:
            return to_starlette_response(await handle(to_async_bolt_request(request, b"")))
        except (StorageError, UsageError) as error:
            _log.error("an installation could not be kept: %s", error)
        except SlackClientError as error:
            _log.error("Slack could not be asked about an installation: %s", error)
        # A ValueError: slack_sdk reads Retry-After as a number without looking.
        except (aiohttp.ClientError, OSError, ValueError) as error:
            _log.error("Slack could not be asked about an installation: %s", type(error).__name__)
        return PlainTextResponse(
            "The app could not be installed just now. Go back to the page you came from, and try again in a minute.\n",
            status_code=503,
            headers={"retry-after": "60"},
        )

    return visit
