"""Shortcuts: explain the statuses of a message, or look one up from anywhere."""

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.answers.controls import EXPLAIN_MESSAGE, LOOKUP_SHORTCUT
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.notices import flooded
from statuslens_slackbot.answers.shortcut import explain_message, message_text
from statuslens_slackbot.listeners.payloads import Payload, person_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import by_response_url, go_on, in_new_view
from statuslens_slackbot.people import Person


def listen_to_shortcuts(app: AsyncApp, services: Services) -> None:
    """Open a modal, which needs no place in the conversation that the message stands in."""

    async def explain(ack: AsyncAck, shortcut: Payload, context: AsyncBoltContext) -> None:
        await ack()
        person = person_of(context)
        tell = by_response_url(services, shortcut)
        if seconds := services.flood.wait(person):
            go_on(services, tell(flooded(seconds)), tell)
        else:
            go_on(services, open_explanation(shortcut, person), tell)

    async def open_explanation(shortcut: Payload, person: Person) -> None:
        # The message alone, and of it what was sent along: no files, no other messages.
        text = message_text(shortcut.get("message") or {})
        view = explain_message(text, await services.asking(person))
        await services.api.open_view(await services.token(person.workspace), shortcut.get("trigger_id", ""), view)

    async def look_up(ack: AsyncAck, shortcut: Payload, context: AsyncBoltContext) -> None:
        await ack()
        person = person_of(context)
        trigger = shortcut.get("trigger_id", "")
        go_on(services, open_lookup(trigger, person), in_new_view(services, person.workspace, trigger))

    async def open_lookup(trigger: str, person: Person) -> None:
        view = lookup_view(await services.asking(person))
        await services.api.open_view(await services.token(person.workspace), trigger, view)

    app.message_shortcut(EXPLAIN_MESSAGE)(explain)
    app.global_shortcut(LOOKUP_SHORTCUT)(look_up)
