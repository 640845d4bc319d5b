"""The App Home: shown when it is opened, and anew when a setting changes."""

from collections.abc import Awaitable
from dataclasses import replace

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.answers.controls import SETTING_LANGUAGE, SETTING_VENDORS, SETTING_VISIBILITY
from statuslens_slackbot.answers.home import changed, home_view
from statuslens_slackbot.answers.notices import flooded
from statuslens_slackbot.listeners.payloads import Payload, person_of, values_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import go_on, in_new_view
from statuslens_slackbot.people import Person, Preferences

_SETTINGS = (SETTING_VISIBILITY, SETTING_LANGUAGE, SETTING_VENDORS)


def listen_at_home(app: AsyncApp, services: Services) -> None:
    """Show the App Home, and keep what is chosen there."""

    async def opened(event: Payload, context: AsyncBoltContext) -> None:
        if event.get("tab") == "home":
            person = person_of(context)
            go_on(services, show(person), _untold)

    async def chosen(ack: AsyncAck, body: Payload, action: Payload, context: AsyncBoltContext) -> None:
        await ack()
        person = person_of(context)
        tell = in_new_view(services, person.workspace, body.get("trigger_id", ""))
        if seconds := services.flood.wait(person):
            go_on(services, tell(flooded(seconds)), tell)
        else:
            go_on(services, keep(person, action), tell)

    async def keep(person: Person, action: Payload) -> None:
        before = await services.preferences.get(person)
        after = changed(before, action.get("action_id", ""), values_of(action))
        await services.preferences.put(person, after)
        await show(person, after)

    def show(person: Person, preferences: Preferences | None = None) -> Awaitable[None]:
        return _publish(services, person, preferences)

    app.event("app_home_opened")(opened)
    for identifier in _SETTINGS:
        app.action(identifier)(chosen)


async def _publish(services: Services, person: Person, preferences: Preferences | None) -> None:
    asking = await services.asking(person)
    if preferences is not None:
        asking = replace(asking, preferences=preferences)
    view = home_view(asking, await services.recent.get(person))
    await services.api.publish_home(await services.token(person.workspace), person.user_id, view)


async def _untold(_message: Payload) -> None:
    """Tell nobody: the page that could not be shown is the only place to say so."""
