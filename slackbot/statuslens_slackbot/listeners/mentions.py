"""Messages to the bot: where it is named in a conversation, and where it is written to directly."""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.answers.asking import NO_TEAM_FILE
from statuslens_slackbot.answers.messages import mention
from statuslens_slackbot.answers.notices import flooded
from statuslens_slackbot.listeners.payloads import Payload, person_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import go_on, privately
from statuslens_slackbot.people import Person

_REPEAT_SECONDS = 3600
"""Slack sends an event again after a minute and after five, where it thinks that nobody has taken it."""


def listen_to_mentions(app: AsyncApp, services: Services) -> None:
    """Answer in the thread of the message."""

    async def hear(body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        if _is_none_of_ours(event):
            return
        person = person_of(context)
        tell = privately(services, person, event.get("channel", ""))
        if seconds := services.flood.wait(person):
            go_on(services, tell(flooded(seconds)), tell)
        else:
            go_on(services, answer_once(body, event, person), tell)

    async def answer_once(body: Payload, event: Payload, person: Person) -> None:
        if not await services.seen.claim("event", body.get("event_id", ""), _REPEAT_SECONDS):
            return
        asking = await services.asking(person)
        text, bot_user = event.get("text", ""), _bot_user(body)
        reply = mention(text, asking, bot_user)
        if reply.tells_team and await is_for_outsiders(body, event, person):
            reply = mention(text, replace(asking, team=NO_TEAM_FILE), bot_user)
        services.recent.note(person, reply.codes)
        token = await services.token(person.workspace)
        await services.api.post(token, event.get("channel", ""), reply.message, _thread(event))

    async def is_for_outsiders(body: Payload, event: Payload, person: Person) -> bool:
        if services.team_notes_in_shared_channels or event.get("channel_type") == "im":
            return False
        if "is_ext_shared_channel" in body:
            return bool(body["is_ext_shared_channel"])
        return await services.is_for_outsiders(event.get("channel", ""), person.workspace)

    app.event("app_mention")(hear)
    app.event("message")(hear)


def _is_none_of_ours(event: Payload) -> bool:
    # What bots say, what was edited or deleted, and what channels tell: nothing of it is a question.
    if event.get("bot_id") or event.get("subtype") or not event.get("user"):
        return True
    return event.get("type") == "message" and event.get("channel_type") != "im"


def _thread(event: Payload) -> str | None:
    thread: str | None = event.get("thread_ts")
    return thread or (None if event.get("channel_type") == "im" else event.get("ts"))


def _bot_user(body: Payload) -> str:
    authorizations = body.get("authorizations") or [{}]
    return str(authorizations[0].get("user_id", ""))
