"""The slash command: answered inside Slack's own request."""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse

from statuslens_slackbot.answers.asking import NO_TEAM_FILE, Asking
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.notices import flooded
from statuslens_slackbot.listeners.payloads import Payload, person_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import by_response_url, go_on
from statuslens_slackbot.people import Workspace


def listen_to_commands(app: AsyncApp, services: Services) -> None:
    """Answer the command, and open the modal where nothing stands behind it."""

    async def look_up(command: Payload, context: AsyncBoltContext) -> BoltResponse:
        person = person_of(context)
        if seconds := services.flood.wait(person):
            return BoltResponse(status=200, body=flooded(seconds))
        text = command.get("text", "")
        asking = await services.asking(person)
        written = services.answers.answer(text, asking)
        reply = written.reply
        if reply.opens_modal:
            go_on(services, open_modal(command, asking, person.workspace), by_response_url(services, command))
            return BoltResponse(status=200)
        if reply.shares and reply.tells_team:
            outsiders = await services.is_for_outsiders(command.get("channel_id", ""), person.workspace)
            written = services.answers.answer(text, replace(asking, team=NO_TEAM_FILE)) if outsiders else written
        services.recent.note(person, written.reply.codes)
        return BoltResponse(status=200, body=written.body)

    async def open_modal(command: Payload, asking: Asking, workspace: Workspace) -> None:
        token = await services.token(workspace)
        await services.api.open_view(token, command.get("trigger_id", ""), lookup_view(asking))

    app.command(services.command)(look_up)
