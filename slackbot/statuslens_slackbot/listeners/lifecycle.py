"""The end of an installation: what is kept of a workspace goes with it."""

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.listeners.payloads import Payload, person_of
from statuslens_slackbot.listeners.services import Services
from statuslens_slackbot.people import Workspace


def listen_to_the_end(app: AsyncApp, services: Services) -> None:
    """Forget a workspace before the acknowledgement: where that fails, Slack sends the event again."""

    async def uninstalled(body: Payload, context: AsyncBoltContext) -> None:
        await services.installations.erase(_installed_in(context), body.get("event_time"))

    async def revoked(body: Payload, event: Payload, context: AsyncBoltContext) -> None:
        if (event.get("tokens") or {}).get("bot"):
            await uninstalled(body, context)

    app.event("app_uninstalled")(uninstalled)
    app.event("tokens_revoked")(revoked)


def _installed_in(context: AsyncBoltContext) -> Workspace:
    workspace = person_of(context).workspace
    return Workspace(enterprise_id=workspace.enterprise_id) if context.is_enterprise_install else workspace
