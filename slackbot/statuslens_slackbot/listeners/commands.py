"""The slash command: answered inside Slack's own request."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from statuslens_slackbot.answers.asking import NO_TEAM_FILE, Asking
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.notices import flooded
from statuslens_slackbot.listeners.payloads import Payload, person_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import by_response_url, go_on
from statuslens_slackbot.people import Person, Workspace


def listen_to_commands(app: AsyncApp, services: Services) -> None:
    """Answer the command, and open the modal where nothing stands behind it."""
    app.use(_LookUp(services))


class _LookUp(AsyncMiddleware):
    """Answers the command as a middleware: what Bolt does to find a listener and its arguments costs twice as much."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.command = services.command

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 (Bolt names it)
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 (Bolt names it)
    ) -> BoltResponse | None:
        if req.body.get("command") != self.command:
            return await next()
        return await self._answer(req.body, person_of(req.context))

    async def _answer(self, command: Payload, person: Person) -> BoltResponse:
        services = self._services
        if seconds := services.flood.wait(person):
            return BoltResponse(status=200, body=flooded(seconds))
        text = command.get("text", "")
        asking = await services.asking(person)
        written = services.answers.answer(text, asking)
        reply = written.reply
        if reply.opens_modal:
            open_modal = self._open_modal(command, asking, person.workspace)
            go_on(services, open_modal, by_response_url(services, command))
            return BoltResponse(status=200)
        if reply.shares and reply.tells_team:
            outsiders = await services.is_for_outsiders(command.get("channel_id", ""), person.workspace)
            written = services.answers.answer(text, replace(asking, team=NO_TEAM_FILE)) if outsiders else written
        services.recent.note(person, written.reply.codes)
        return BoltResponse(status=200, body=written.body)

    async def _open_modal(self, command: Payload, asking: Asking, workspace: Workspace) -> None:
        token = await self._services.token(workspace)
        await self._services.api.open_view(token, command.get("trigger_id", ""), lookup_view(asking))
