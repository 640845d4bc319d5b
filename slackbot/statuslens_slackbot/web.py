"""The bot's HTTP face: Slack's door with the guard in it, and what those ask who run the bot."""

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from slack_bolt.response import BoltResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from statuslens_slackbot.dispatch import Dispatcher
from statuslens_slackbot.guard import ClientLeft, Refused, read_signed
from statuslens_slackbot.metrics import CONTENT_TYPE, Metrics
from statuslens_slackbot.paths import REQUEST_PATH
from statuslens_slackbot.payload import PARSERS, MalformedError
from statuslens_slackbot.readiness import Readiness

_log = logging.getLogger(__name__)

_ACCEPTED: Final = ", ".join(PARSERS)


class Door:
    """The request URL of the Slack app, an ASGI application of its own: each layer more costs every look-up."""

    def __init__(self, dispatcher: Dispatcher, signing_secret: str, metrics: Metrics) -> None:
        """Hand to ``dispatcher`` what is signed by the secret."""
        self._dispatcher = dispatcher
        self._secret = signing_secret.encode()
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what Slack posts: commands, interactions, events."""
        try:
            answer = await self._answer(scope, receive)
        except Refused as refusal:
            _log.warning("refused", extra={"status": refusal.status, "reason": refusal.reason})
            self._metrics.refused(refusal.status)
            await PlainTextResponse(f"{refusal.reason}\n", refusal.status, refusal.headers)(scope, receive, send)
        except ClientLeft:
            return
        else:
            await _send(answer, send)

    async def _answer(self, scope: Scope, receive: Receive) -> BoltResponse:
        if scope["method"] != "POST":
            return _confirm_certificate(scope)
        given = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
        parse = PARSERS.get(given.partition(b";")[0].strip().lower().decode("latin-1"))
        if parse is None:
            raise Refused(415, f"Send one of {_ACCEPTED}.", {"accept": _ACCEPTED})
        body = await read_signed(scope, receive, self._secret)
        try:
            return await self._dispatcher.dispatch(parse(body.decode()))
        except UnicodeDecodeError:
            raise Refused(400, "The body is not UTF-8.") from None
        except MalformedError as error:
            raise Refused(400, str(error)) from None


def build_web(
    readiness: Readiness, metrics: Metrics, *, door: Door | None = None, more: Sequence[BaseRoute] = ()
) -> Starlette:
    """Build the ASGI application; in Socket Mode it has no door."""

    async def tell_readiness(_request: Request) -> Response:
        is_ready, checks = await readiness.report()
        status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
        return JSONResponse({"ready": is_ready, "checks": checks}, status)

    async def tell_metrics(_request: Request) -> Response:
        return Response(metrics.render(), media_type=CONTENT_TYPE)

    routes: list[BaseRoute] = [
        Route("/healthz", _tell_health),
        Route("/readyz", tell_readiness),
        Route("/metrics", tell_metrics),
        *more,
    ]
    if door is not None:
        routes.insert(0, Route(REQUEST_PATH, door))
    web = Starlette(routes=routes)
    web.router.redirect_slashes = False
    return web


async def _tell_health(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


def _confirm_certificate(scope: Scope) -> BoltResponse:
    # Before a command Slack may probe the certificate with GET ?ssl_check=1, and wants 200
    # (docs.slack.dev/interactivity/implementing-slash-commands).
    if scope["method"] == "GET" and Request(scope).query_params.get("ssl_check") == "1":
        return BoltResponse(status=200)
    raise Refused(405, "Send a POST.", {"allow": "POST"})


async def _send(answer: BoltResponse, send: Send) -> None:
    body = answer.body.encode()
    headers = [
        (b"content-type", answer.headers["content-type"][0].encode("latin-1")),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
