"""The bot's HTTP face: two addresses, the guard in front, Bolt behind."""

import logging

from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from statuslens_slackbot.bot import build_bot
from statuslens_slackbot.guard import Refused, read_signed
from statuslens_slackbot.payload import PARSERS, MalformedError, Payload
from statuslens_slackbot.settings import Settings

_log = logging.getLogger(__name__)


class _Door:
    """The request URL of the Slack app."""

    def __init__(self, bot: AsyncApp, verifier: SignatureVerifier) -> None:
        self._bot = bot
        self._verifier = verifier

    async def answer(self, request: Request) -> Response:
        """Answer what Slack posts: commands, interactions, events."""
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        parse = PARSERS.get(media_type)
        if parse is None:
            raise Refused(415, f"Send one of {', '.join(PARSERS)}.", {"accept": ", ".join(PARSERS)})
        body = await read_signed(request, self._verifier)
        try:
            answer = await self._dispatch(parse(body.decode()))
        except MalformedError as error:
            raise Refused(400, str(error)) from None
        return Response(answer.body, answer.status, answer.first_headers_without_set_cookie())

    async def _dispatch(self, payload: Payload) -> BoltResponse:
        try:
            # The mode says that nothing is left to parse and verify, as with what a web socket brings.
            return await self._bot.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
        except (AttributeError, LookupError, RecursionError, TypeError) as error:
            # Bolt looks for team, user or action in many places and trusts what is there to have its type,
            # also when it prepares the call of our error handler. What listeners raise ends there.
            raise MalformedError("The body is nothing that Slack sends.") from error


def build_web(settings: Settings) -> Starlette:
    """Build the ASGI application."""
    secret = settings.signing_secret.get_secret_value() if settings.signing_secret else ""
    door = _Door(build_bot(settings), SignatureVerifier(secret))
    web = Starlette(
        routes=[
            Route("/slack/events", door.answer, methods=["POST"]),
            Route("/slack/events", _confirm_certificate, methods=["GET"]),
            Route("/healthz", _report_health),
        ],
        exception_handlers={Refused: _refuse, ClientDisconnect: _give_up},
    )
    web.router.redirect_slashes = False
    return web


async def _confirm_certificate(request: Request) -> Response:
    # Before a command Slack may probe the certificate with GET ?ssl_check=1, and wants 200
    # (docs.slack.dev/interactivity/implementing-slash-commands).
    if request.query_params.get("ssl_check") == "1":
        return Response()
    raise Refused(405, "Send a POST.", {"allow": "POST"})


async def _report_health(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _refuse(_request: Request, error: Exception) -> Response:
    if not isinstance(error, Refused):
        raise error
    _log.warning("refused with %d: %s", error.status, error.reason)
    return PlainTextResponse(f"{error.reason}\n", error.status, error.headers)


async def _give_up(_request: Request, _error: Exception) -> Response:
    # Nobody reads this: the client left before its body had come in.
    return Response(status_code=400)
