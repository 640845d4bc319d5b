"""Calls to Slack: its Web API and response URLs, with patience where Slack asks for it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Self

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

Payload = dict[str, Any]
Observe = Callable[[str, str, float], None]
"""Takes note of a call: its method, its outcome (``ok``, or Slack's word for what was wrong), its seconds."""

_ATTEMPTS_AFTER_429 = 3
_SECONDS = 10
# A command has to be answered within three seconds, whatever is asked meanwhile.
_HURRY_SECONDS = 1.5
_OK = 200
_READING = frozenset({"conversations.info"})
"""Methods that take no JSON: as all that only read, they would not see what is asked for."""


class SlackCallError(Exception):
    """A call that failed for good; it says the method and Slack's word for the reason, and nothing of the payload."""

    def __init__(self, method: str, reason: str) -> None:
        """Keep both."""
        super().__init__(f"{method}: {reason}")
        self.method = method
        self.reason = reason


class SlackApi:
    """What the bot asks of Slack. Use it as a context manager, inside a running loop."""

    def __init__(self, base_url: str, observe: Observe, proxy: str | None = None) -> None:
        """Connect to nothing yet."""
        self._base_url = base_url
        self._observe = observe
        self._proxy = proxy

    async def __aenter__(self) -> Self:
        """Open the pool of connections."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS))
        self._client = AsyncWebClient(
            base_url=self._base_url, session=self._session, proxy=self._proxy, retry_handlers=_retries()
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Close every connection."""
        await self._session.close()

    @property
    def client(self) -> AsyncWebClient:
        """The client itself, for what the libraries do with one: OAuth and the rotation of tokens."""
        return self._client

    async def open_socket(self, app_token: str) -> str:
        """Ask for a web socket, and return its address; it is good for one connection."""
        found = await self._call("apps.connections.open", app_token)
        return str(found.get("url", ""))

    async def open_view(self, token: str, trigger_id: str, view: Payload) -> None:
        """Open a modal; the trigger is good for three seconds."""
        await self._call("views.open", token, trigger_id=trigger_id, view=view)

    async def push_view(self, token: str, trigger_id: str, view: Payload) -> None:
        """Lay a view over the modal that is open."""
        await self._call("views.push", token, trigger_id=trigger_id, view=view)

    async def update_view(self, token: str, view_id: str, view: Payload) -> None:
        """Put another view in the place of an open one."""
        await self._call("views.update", token, view_id=view_id, view=view)

    async def publish_home(self, token: str, user_id: str, view: Payload) -> None:
        """Show a person's App Home."""
        await self._call("views.publish", token, user_id=user_id, view=view)

    async def post(self, token: str, channel: str, message: Payload, thread: str | None = None) -> None:
        """Post a message, into a thread if one is named."""
        await self._call("chat.postMessage", token, channel=channel, thread_ts=thread, **message)

    async def post_private(self, token: str, channel: str, user_id: str, message: Payload) -> None:
        """Show a message to one person in a channel."""
        await self._call("chat.postEphemeral", token, channel=channel, user=user_id, **message)

    async def is_shared(self, token: str, channel: str) -> bool:
        """Ask whether people of other organisations are in a channel."""
        try:
            async with asyncio.timeout(_HURRY_SECONDS):
                found = await self._call("conversations.info", token, channel=channel)
        except TimeoutError:
            raise SlackCallError("conversations.info", "TimeoutError") from None
        about = found.get("channel", {})
        return bool(about.get("is_ext_shared") or about.get("is_pending_ext_shared"))

    async def respond(self, response_url: str, message: Payload) -> None:
        """Send a message to a response URL: at most five times within half an hour."""

        async def send() -> Payload:
            webhook = AsyncWebhookClient(
                response_url, session=self._session, proxy=self._proxy, retry_handlers=_retries()
            )
            answer = await webhook.send_dict(message)
            if answer.status_code != _OK:
                raise SlackClientError(f"status {answer.status_code}")
            return {}

        await self._observed("response_url", send)

    async def _call(self, method: str, token: str, **arguments: object) -> Payload:
        given = {key: value for key, value in arguments.items() if value is not None}
        encoded: dict[str, Any] = {"params" if method in _READING else "json": {"token": token, **given}}

        async def call() -> Payload:
            answer = await self._client.api_call(method, **encoded)
            return answer.data if isinstance(answer.data, dict) else {}

        return await self._observed(method, call)

    async def _observed(self, method: str, call: Callable[[], Awaitable[Payload]]) -> Payload:
        started = time.perf_counter()
        outcome = "cancelled"
        try:
            found = await call()
        except SlackApiError as error:
            outcome = reason_of(error)
            raise SlackCallError(method, outcome) from None
        # A ValueError: slack_sdk reads Retry-After as a number without looking.
        except (aiohttp.ClientError, SlackClientError, OSError, ValueError) as error:
            outcome = type(error).__name__
            raise SlackCallError(method, outcome) from None
        else:
            outcome = "ok"
            return found
        finally:
            self._observe(method, outcome, time.perf_counter() - started)


def reason_of(error: SlackApiError) -> str:
    """Return Slack's word for what is wrong, or the status of an answer that is no JSON."""
    # Where the body was no JSON, the response is that of aiohttp, or has no data.
    answer = getattr(error.response, "data", None)
    if isinstance(answer, dict) and "error" in answer:
        return str(answer["error"])
    status = getattr(error.response, "status_code", None) or getattr(error.response, "status", "unknown")
    return f"status {status}"


def _retries() -> list[AsyncRetryHandler]:
    return [
        AsyncConnectionErrorRetryHandler(),
        AsyncRateLimitErrorRetryHandler(max_retry_count=_ATTEMPTS_AFTER_429),
    ]
