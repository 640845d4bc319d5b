"""Buttons and menus, in answers and in modals."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.answers.asking import NO_TEAM_FILE, Asking
from statuslens_slackbot.answers.controls import (
    ANY_DETAILS,
    DETAILS_VIEW,
    LANGUAGE,
    LOOKUP,
    PAGE_NEXT,
    PAGE_PREVIOUS,
    RELATED,
    SHARE,
    Carried,
    StaleControlError,
    decode,
)
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.lookup import lookup_view, options
from statuslens_slackbot.answers.messages import Reply, related, shared, turn_page, with_constant
from statuslens_slackbot.answers.notices import flooded, too_old
from statuslens_slackbot.answers.views import View
from statuslens_slackbot.listeners.payloads import Payload, person_of, value_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.listeners.surfaces import Tell, by_response_url, go_on, in_new_view, in_view
from statuslens_slackbot.people import Person

if TYPE_CHECKING:
    import re

_REPLAY_SECONDS = 600
"""Longer than the five minutes for which a signature is good."""

Deal = Callable[[Payload, Person, Carried], Awaitable[None]]
"""Does what a control is for; the payload is Slack's, the last what the control carries."""


def listen_to_actions(app: AsyncApp, services: Services) -> None:
    """Do what the controls are for, after the acknowledgement: an answer to it would not be shown."""
    actions = _Actions(services)
    deals: dict[str | re.Pattern[str], Deal] = {
        SHARE: actions.share,
        PAGE_PREVIOUS: actions.turn_page,
        PAGE_NEXT: actions.turn_page,
        RELATED: actions.relate,
        LANGUAGE: actions.choose_language,
        ANY_DETAILS: actions.show_details,
        LOOKUP: actions.show_chosen,
    }
    for identifier, deal in deals.items():
        app.action(identifier)(_listener(services, deal))

    async def propose(ack: AsyncAck, payload: Payload, context: AsyncBoltContext) -> None:
        person = person_of(context)
        typed = payload.get("value") or ""
        recent = () if typed else await services.recent.get(person)
        await ack(options=options(typed, await services.asking(person), recent))

    app.options(LOOKUP)(propose)


def _listener(services: Services, deal: Deal) -> Callable[..., Awaitable[None]]:
    async def listen(ack: AsyncAck, body: Payload, action: Payload, context: AsyncBoltContext) -> None:
        await ack()
        person = person_of(context)
        tell = _surface(services, body, person)
        if seconds := services.flood.wait(person):
            go_on(services, tell(flooded(seconds)), tell)
            return
        try:
            carried = decode(value_of(action))
        except StaleControlError:
            go_on(services, tell(too_old()), tell)
            return
        go_on(services, deal(body, person, carried), tell)

    return listen


def _surface(services: Services, body: Payload, person: Person) -> Tell:
    if body.get("response_url"):
        return by_response_url(services, body)
    if _is_in_modal(body):
        return in_view(services, person.workspace, body["view"]["id"])
    return in_new_view(services, person.workspace, body.get("trigger_id", ""))


class _Actions:
    """What each control is for."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def share(self, body: Payload, person: Person, carried: Carried) -> None:
        # Slack delivers a click once, but its signature stays good for minutes: this one would post again.
        if not await self._services.seen.claim("share", body.get("trigger_id", ""), _REPLAY_SECONDS):
            return
        asking = await self._services.asking(person)
        reply = shared(carried.query, carried.page, asking, person.user_id)
        channel = (body.get("channel") or {}).get("id", "")
        if reply.tells_team and await self._services.is_for_outsiders(channel, person.workspace):
            reply = shared(carried.query, carried.page, replace(asking, team=NO_TEAM_FILE), person.user_id)
        await by_response_url(self._services, body)(reply.message)

    async def turn_page(self, body: Payload, person: Person, carried: Carried) -> None:
        asking = await self._services.asking(person)
        await self._replace(body, person, turn_page(carried.query, carried.page, asking), carried.query, asking)

    async def relate(self, body: Payload, person: Person, carried: Carried) -> None:
        asking = await self._services.asking(person)
        reply = related(carried.query, asking)
        self._services.recent.note(person, reply.codes)
        await self._replace(body, person, reply, carried.query, asking)

    async def choose_language(self, body: Payload, person: Person, carried: Carried) -> None:
        asking = await self._services.asking(person)
        preferences = replace(asking.preferences, language=carried.choice)
        await self._services.preferences.put(person, preferences)
        asking = replace(asking, preferences=preferences)
        reply = with_constant(carried.query, carried.choice, asking)
        await self._replace(body, person, reply, carried.query, asking)

    async def show_details(self, body: Payload, person: Person, carried: Carried) -> None:
        asking = await self._services.asking(person)
        token = await self._services.token(person.workspace)
        show = self._services.api.push_view if _is_in_modal(body) else self._services.api.open_view
        await show(token, body.get("trigger_id", ""), details_view(carried.query, asking))

    async def show_chosen(self, body: Payload, person: Person, carried: Carried) -> None:
        asking = await self._services.asking(person)
        view = lookup_view(asking, carried.query)
        self._services.recent.note(person, (carried.query,))
        if _is_in_modal(body):
            await self._update(body, person, view)
            return
        # The App Home has the field too, and stays what it is.
        token = await self._services.token(person.workspace)
        await self._services.api.open_view(token, body.get("trigger_id", ""), view)

    async def _replace(self, body: Payload, person: Person, reply: Reply, query: str, asking: Asking) -> None:
        if body.get("response_url"):
            await by_response_url(self._services, body)(reply.message)
            return
        in_details = (body.get("view") or {}).get("callback_id") == DETAILS_VIEW
        show = details_view if in_details else _lookup
        await self._update(body, person, show(query, asking))

    async def _update(self, body: Payload, person: Person, view: View) -> None:
        token = await self._services.token(person.workspace)
        await self._services.api.update_view(token, body["view"]["id"], view)


def _is_in_modal(body: Payload) -> bool:
    return (body.get("view") or {}).get("type") == "modal"


def _lookup(query: str, asking: Asking) -> View:
    return lookup_view(asking, query)
