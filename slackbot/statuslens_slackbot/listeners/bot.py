"""The Bolt app with all of its listeners."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from statuslens.registry import load_registry
from statuslens_slackbot.answers.messages import notice
from statuslens_slackbot.answers.notices import apology
from statuslens_slackbot.listeners.actions import listen_to_actions
from statuslens_slackbot.listeners.commands import listen_to_commands
from statuslens_slackbot.listeners.errors import is_over_payload, note_error
from statuslens_slackbot.listeners.home import listen_at_home
from statuslens_slackbot.listeners.lifecycle import listen_to_the_end
from statuslens_slackbot.listeners.mentions import listen_to_mentions
from statuslens_slackbot.listeners.payloads import Payload
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.shortcuts import listen_to_shortcuts
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.trace import Outcome, mark

_log = logging.getLogger(__name__)


def build_bot(services: Services, client: AsyncWebClient) -> AsyncApp:
    """Build the app, all of its listeners registered and the registry read."""
    tuple(load_registry())
    bot = AsyncApp(
        name="statuslens-slackbot",
        client=client,
        authorize=_authorize,
        # The guard has verified the bytes; Bolt would need them again, and logs them where they are wrong.
        signing_secret="",
        request_verification_enabled=False,
        # These two serve workflow steps and the bot's own messages, which it passes over by itself.
        attaching_function_token_enabled=False,
        ignoring_self_events_enabled=False,
        # Otherwise Bolt looks for the answer every 10 ms (slack_bolt/listener/asyncio_runner.py).
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )

    async def own_up(error: Exception, body: dict[str, Any]) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return _turn_away(body, services.command)
        if is_over_payload(error):
            raise error  # for the dispatcher, which knows whom to tell
        reference = note_error(error)
        # Slack sends an event again that was not taken, which helps where the database comes back meanwhile.
        if body.get("type") == "event_callback":
            return BoltResponse(status=503 if isinstance(error, StorageError) else 200)
        return BoltResponse(status=200, body=apology(reference))

    # Bolt asks them in this order.
    for listen in (
        listen_to_commands,
        listen_to_actions,
        listen_to_shortcuts,
        listen_to_mentions,
        listen_at_home,
        listen_to_the_end,
    ):
        listen(bot, services)
    bot.error(own_up)
    return bot


async def _authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
    # Slack has signed the request, and an answer in the acknowledgement needs no token: listeners that post get
    # theirs by themselves. Bolt's own authorization looks tokens up, and calls auth.test, for every request.
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id)


def _turn_away(body: Payload, command: str) -> BoltResponse:
    mark(Outcome.IGNORED)
    # Any other status would show the person a fault, and make Slack send an event three times more.
    if "command" not in body:
        _log.warning("nothing listens to what Slack sent: see what the app is subscribed to")
        return BoltResponse(status=200)
    _log.warning("a command other than %s: start with --command, or change the app's commands", command)
    return BoltResponse(status=200, body=notice(f"This bot answers {command} only."))
