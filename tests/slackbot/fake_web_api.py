"""The Web API and the response URLs of a fake Slack: as strict as Slack is, or as broken as a test wants it."""

import base64
import json
from typing import Any

from aiohttp import web

from slackbot.bot_process import APP_TOKEN
from slackbot.fake_answers import Answered, Broken, Dropped, Held, RateLimited, Refused, Scripted
from slackbot.fake_calls import Call, Calls
from slackbot.fake_checks import check_posted, check_response, check_view
from slackbot.fake_workspaces import CLIENT_ID, CLIENT_SECRET, RESPONSE_USES, Known

FORM_ONLY = {"conversations.info", "oauth.v2.access"}
"""Methods that take no JSON: as with all that only read, its arguments are not seen (docs.slack.dev, Web API)."""

Arguments = dict[str, Any]


class RefusedError(Exception):
    """What Slack answers with ``"ok": false``."""


class WebApi:
    """Answers calls."""

    def __init__(self, known: Known, calls: Calls) -> None:
        """Share what is known and taken down with the other parts of Slack."""
        self.known = known
        self.calls = calls
        self.address = ""

    async def take_call(self, request: web.Request) -> web.StreamResponse:
        """Answer a call of the Web API."""
        method = request.match_info["method"]
        token, arguments = await read(request, method)
        call = Call(self._owner(token, arguments), method, arguments)
        scripted = self.calls.take(call)
        early = await answer_as_scripted(request, scripted)
        if early is not None:
            return early
        try:
            answer = self._answer(call, token, request)
        except (RefusedError, KeyError, TypeError) as error:
            reason = str(error) if isinstance(error, RefusedError) else "invalid_arguments"
            self.calls.faults.append(f"{method}: {reason}")
            return web.json_response({"ok": False, "error": reason})
        if isinstance(scripted, Answered):
            answer |= scripted.fields
        return web.json_response({"ok": True} | answer)

    async def take_response(self, request: web.Request) -> web.StreamResponse:
        """Take a message for a response URL."""
        identifier = request.match_info["id"]
        message = json.loads(await request.read())
        scripted = self.calls.take(Call(identifier, "response_url", message))
        early = await answer_as_scripted(request, scripted)
        if early is not None:
            return early
        uses = self.known.response_uses.get(identifier)
        if uses is None or uses >= RESPONSE_USES:
            return web.Response(text="used_url" if uses else "expired_url", status=404)
        self.known.response_uses[identifier] = uses + 1
        try:
            self._check(check_response, message, "invalid_blocks")
        except RefusedError as error:
            return web.Response(text=str(error), status=400)
        return web.Response(text="ok")

    def _owner(self, token: str, arguments: Arguments) -> str:
        if refresh_token := arguments.get("refresh_token"):
            return str(refresh_token).split("-")[2]
        if code := arguments.get("code"):
            installed = self.known.codes.get(code)
            return installed.owner if installed else "?"
        return "app" if token == APP_TOKEN else self.known.tokens.get(token, "?")

    def _answer(self, call: Call, token: str, request: web.Request) -> Arguments:
        if call.method == "oauth.v2.access":
            return self._grant(call.arguments, request)
        if call.method == "apps.connections.open":
            if token != APP_TOKEN:
                raise RefusedError("invalid_auth")
            address = self.address.replace("http", "ws", 1)
            return {"url": f"{address}/link?ticket={self.known.new_ticket()}"}
        if token not in self.known.tokens:
            raise RefusedError("invalid_auth" if token else "not_authed")
        return self._do(call.method, call.owner, call.arguments)

    def _do(self, method: str, owner: str, arguments: Arguments) -> Arguments:
        match method:
            case "auth.test":
                return {"url": "https://example.slack.com/", "team_id": owner, "user_id": "U0BOT", "bot_id": "B0BOT"}
            case "views.open" | "views.push":
                if fault := self.known.exchange(arguments["trigger_id"]):
                    raise RefusedError(fault)
                return {"view": self._take_view(arguments["view"], self.known.new_view())}
            case "views.update":
                if self.known.views.get(arguments["view_id"]) != arguments["view"]["type"]:
                    raise RefusedError("not_found")
                return {"view": self._take_view(arguments["view"], arguments["view_id"])}
            case "views.publish":
                return {"view": self._take_view(arguments["view"], f"V{arguments['user_id']}")}
            case "chat.postMessage" | "chat.postEphemeral":
                message = {
                    key: value for key, value in arguments.items() if key not in {"channel", "user", "thread_ts"}
                }
                self._check(check_posted, message, "invalid_blocks")
                return {"channel": arguments["channel"], "ts": "1700000000.000100"}
            case "conversations.info":
                return {"channel": {"id": arguments["channel"], "is_ext_shared": False}}
        raise RefusedError("unknown_method")

    def _take_view(self, view: Arguments, view_id: str) -> Arguments:
        self._check(check_view, view, "invalid_arguments")
        return view | {"id": view_id}

    def _check(self, check: Any, payload: Arguments, refusal: str) -> None:
        try:
            check(payload)
        except (AssertionError, KeyError, TypeError) as error:
            self.calls.faults.append(f"{refusal}: {error!r} of {payload}")
            raise RefusedError(refusal) from error

    def _grant(self, arguments: Arguments, request: web.Request) -> Arguments:
        expected = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {expected}":
            raise RefusedError("bad_client_secret")
        if arguments.get("grant_type") == "refresh_token":
            rotated = self.known.rotate(arguments["refresh_token"])
            if rotated is None:
                raise RefusedError("invalid_refresh_token")
            return rotated.to_json()
        installed = self.known.install(arguments["code"])
        if installed is None:
            raise RefusedError("invalid_code")
        return installed.to_json()


async def read(request: web.Request, method: str) -> tuple[str, Arguments]:
    """Return token and arguments; JSON is read only where Slack reads it, and then no token is in it."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    bearer = token if kind == "Bearer" else ""
    if request.content_type == "application/json":
        given = {} if method in FORM_ONLY else json.loads(await request.read())
        given.pop("token", None)
        return bearer, given
    form: Arguments = {**request.query, **{key: str(value) for key, value in (await request.post()).items()}}
    return bearer or form.pop("token", ""), form


async def answer_as_scripted(request: web.Request, scripted: Scripted | None) -> web.StreamResponse | None:
    """Return what was prepared, None where the usual answer is to follow."""
    match scripted:
        case Refused(error):
            return web.json_response({"ok": False, "error": error})
        case RateLimited(retry_after):
            refusal = {"ok": False, "error": "ratelimited"}
            return web.json_response(refusal, status=429, headers={"retry-after": retry_after})
        case Broken(status):
            return web.Response(text="<html>Server Error</html>", status=status, content_type="text/html")
        case Dropped():
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        case Held(end):
            await end.wait()
    return None
