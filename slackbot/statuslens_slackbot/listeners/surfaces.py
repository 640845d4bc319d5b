"""Where a person is told something after the acknowledgement, and what is told when that went wrong."""

from collections.abc import Awaitable, Callable
from functools import partial

from statuslens_slackbot.answers.controls import DETAILS_VIEW
from statuslens_slackbot.answers.messages import Message
from statuslens_slackbot.answers.notices import apology
from statuslens_slackbot.answers.views import modal
from statuslens_slackbot.listeners.errors import note_error
from statuslens_slackbot.listeners.payloads import Payload
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.people import Person, Workspace

Tell = Callable[[Message], Awaitable[None]]
"""Shows a message to the person who asked."""


def by_response_url(services: Services, payload: Payload) -> Tell:
    """Tell by the response URL of a command or of a control in a message."""
    return partial(services.api.respond, str(payload.get("response_url", "")))


def privately(services: Services, person: Person, channel: str) -> Tell:
    """Tell one person, in a channel."""

    async def tell(message: Message) -> None:
        token = await services.token(person.workspace)
        await services.api.post_private(token, channel, person.user_id, _bare(message))

    return tell


def in_view(services: Services, workspace: Workspace, view_id: str) -> Tell:
    """Tell in the place of an open modal."""

    async def tell(message: Message) -> None:
        view = modal(DETAILS_VIEW, "Status codes", message["blocks"])
        await services.api.update_view(await services.token(workspace), view_id, view)

    return tell


def in_new_view(services: Services, workspace: Workspace, trigger_id: str) -> Tell:
    """Tell in a modal that is opened for it."""

    async def tell(message: Message) -> None:
        view = modal(DETAILS_VIEW, "Status codes", message["blocks"])
        await services.api.open_view(await services.token(workspace), trigger_id, view)

    return tell


def go_on(services: Services, work: Awaitable[None], tell: Tell) -> None:
    """Do work after the acknowledgement; where it fails, own up to the person by a reference that the log has too."""

    async def finish() -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 (the boundary: nobody waits for what this task raises)
            reference = note_error(error)
            try:
                await tell(apology(reference))
            except Exception as failed:  # noqa: BLE001 (the same boundary: the token may lack, or the database)
                note_error(failed)

    services.background.start(finish())


def _bare(message: Message) -> Message:
    return {key: value for key, value in message.items() if key not in {"response_type", "replace_original"}}
