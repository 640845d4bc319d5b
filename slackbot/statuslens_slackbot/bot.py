"""The Bolt app: what the bot listens to, whatever way a request came in."""

import logging
import secrets
import traceback
from pathlib import Path
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from statuslens.config.load import load_team_file
from statuslens.config.model import DEFAULTS as NO_TEAM_FILE
from statuslens.config.model import TeamFile
from statuslens.explain import explain
from statuslens.registry import load_registry
from statuslens_slackbot.messages import Message, notice, to_message
from statuslens_slackbot.query_text import clean
from statuslens_slackbot.settings import Settings

_log = logging.getLogger(__name__)


def answer(text: str, command: str, team: TeamFile = NO_TEAM_FILE) -> Message:
    """Answer what was typed after the command."""
    return to_message(explain(clean(text) or "help", load_registry(), team), command)


def build_bot(settings: Settings) -> AsyncApp:
    """Build the app, all of its listeners registered and the registry read."""
    tuple(load_registry())
    team = load_team_file(str(settings.team_file)) if settings.team_file else NO_TEAM_FILE

    async def authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        # Bolt's own authorization calls auth.test first, so that an answer would hang on Slack's Web API.
        token = settings.bot_token.get_secret_value() if settings.bot_token else None
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=token)

    bot = AsyncApp(
        name="statuslens-slackbot",
        client=AsyncWebClient(base_url=settings.slack_api_url),
        authorize=authorize,
        signing_secret=settings.signing_secret.get_secret_value() if settings.signing_secret else None,
        # The guard has verified the bytes; Bolt would need them again, and logs them where they are wrong.
        request_verification_enabled=False,
        # These two serve workflow steps and the bot's own messages, which it does not listen to.
        attaching_function_token_enabled=False,
        ignoring_self_events_enabled=False,
        # Otherwise Bolt looks for the answer every 10 ms (slack_bolt/listener/asyncio_runner.py).
        process_before_response=True,
        raise_error_for_unhandled_request=True,
    )

    async def look_up(ack: AsyncAck, command: dict[str, Any]) -> None:
        await ack(answer(command.get("text", ""), settings.command, team))

    async def apologise(error: Exception, body: dict[str, Any]) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return _turn_away(body, settings.command)
        # The exception's own words may quote a message: only its type and place are logged.
        reference = secrets.token_hex(4)
        _log.error("error %s: %s in %s", reference, type(error).__name__, _place(error))
        reason = f"Something went wrong on our side. Tell whoever runs this bot of error {reference}."
        return BoltResponse(status=200, body=notice(reason))

    bot.command(settings.command)(look_up)
    bot.error(apologise)
    return bot


def _turn_away(body: dict[str, Any], command: str) -> BoltResponse:
    # Any other status would show the person a fault, and make Slack send an event three times more.
    if "command" not in body:
        _log.warning("nothing listens to what Slack sent: see what the app is subscribed to")
        return BoltResponse(status=200)
    _log.warning("a command other than %s: start with --command, or change the app's commands", command)
    return BoltResponse(status=200, body=notice(f"This bot answers {command} only."))


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "no known place"
