"""The parts of the bot, put together for some settings, and taken apart again in the right order."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from starlette.routing import BaseRoute

from statuslens_slackbot.background import Background
from statuslens_slackbot.channels import Channels
from statuslens_slackbot.dispatch import Dispatcher
from statuslens_slackbot.drain import Drain
from statuslens_slackbot.flood import Flood
from statuslens_slackbot.listeners import Services, build_bot
from statuslens_slackbot.metrics import Metrics
from statuslens_slackbot.oauth import oauth_routes
from statuslens_slackbot.people import Person, Workspace
from statuslens_slackbot.readiness import Check
from statuslens_slackbot.schema import check_of, prepare
from statuslens_slackbot.settings import Settings, reveal
from statuslens_slackbot.slack_api import SlackApi
from statuslens_slackbot.storage.engine import open_database
from statuslens_slackbot.storage.recent import RecentCodes
from statuslens_slackbot.storage.rotation import Rotate
from statuslens_slackbot.storage.stores import Stores
from statuslens_slackbot.storage.token_keys import TokenKeys
from statuslens_slackbot.team_files import open_team_files

_ROTATE_ALWAYS = 24 * 60
"""Minutes: the store knows when a token is due, and Slack gives none for longer than half a day."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the transports work with."""

    dispatcher: Dispatcher
    api: SlackApi
    metrics: Metrics
    drain: Drain
    background: Background
    database_check: Check
    oauth: Sequence[BaseRoute]
    """The routes that install the app, where many workspaces may."""


@asynccontextmanager
async def assemble(settings: Settings) -> AsyncIterator[Parts]:
    """Put the parts together; a UsageError where what the settings name cannot be used."""
    team_files = open_team_files(settings.team_file, settings.team_files)
    metrics, drain, background = Metrics(), Drain(), Background()
    metrics.in_flight.set_function(lambda: drain.count + background.count)
    async with (
        SlackApi(settings.slack_api_url, metrics.called_slack, settings.proxy) as api,
        open_database(settings.database_url.get_secret_value()) as database,
    ):
        keys = TokenKeys(list(map(reveal, settings.token_keys))) if settings.token_keys else None
        await prepare(database, keys)
        async with Stores(
            database,
            client_id=settings.client_id or "",
            keys=keys,
            rotate=_rotation(settings, api),
        ) as stores:
            metrics.watch_cache("installations", stores.installations.cache)
            metrics.watch_cache("preferences", stores.preferences.cache)
            services = Services(
                command=settings.command,
                team_notes_in_shared_channels=settings.team_notes_in_shared_channels,
                api=api,
                tokens=_FixedToken(reveal(settings.bot_token)) if settings.bot_token else _InstalledTokens(stores),
                installations=_Installations(stores),
                preferences=stores.preferences,
                recent=_CountedCodes(stores.recent, metrics),
                seen=stores.seen,
                flood=Flood(settings.flood_limit),
                team_files=team_files,
                channels=Channels(api),
                background=background,
            )
            metrics.watch_cache("answers", services.answers)
            yield Parts(
                dispatcher=Dispatcher(build_bot(services, api.client), metrics, drain),
                api=api,
                metrics=metrics,
                drain=drain,
                background=background,
                database_check=check_of(database),
                oauth=_installation_routes(settings, api, stores),
            )


def _rotation(settings: Settings, api: SlackApi) -> Rotate | None:
    if settings.client_id is None or settings.client_secret is None:
        return None
    rotator = AsyncTokenRotator(
        client_id=settings.client_id, client_secret=reveal(settings.client_secret), client=api.client
    )

    async def rotate(bot: Bot) -> Bot | None:
        return await rotator.perform_bot_token_rotation(bot=bot, minutes_before_expiration=_ROTATE_ALWAYS)

    return rotate


def _installation_routes(settings: Settings, api: SlackApi, stores: Stores) -> Sequence[BaseRoute]:
    if settings.client_id is None or settings.client_secret is None or settings.public_url is None:
        return ()
    return oauth_routes(
        client_id=settings.client_id,
        client_secret=reveal(settings.client_secret),
        public_url=settings.public_url,
        client=api.client,
        installations=stores.installations,
        states=stores.states,
    )


@dataclass(frozen=True, slots=True)
class _FixedToken:
    """The one token of a bot in one workspace."""

    value: str

    async def bot_token(self, workspace: Workspace) -> str | None:  # noqa: ARG002 (there is one only)
        return self.value


@dataclass(frozen=True, slots=True)
class _InstalledTokens:
    """The tokens that came with installations."""

    stores: Stores

    async def bot_token(self, workspace: Workspace) -> str | None:
        token = await self.stores.installations.bot_token(workspace)
        return None if token is None else token.value


@dataclass(frozen=True, slots=True)
class _Installations:
    """What is kept of workspaces."""

    stores: Stores

    async def erase(self, workspace: Workspace, until: float | None) -> None:
        await self.stores.erase(workspace, until=until)


@dataclass(frozen=True, slots=True)
class _CountedCodes:
    """Recent codes, of which the metrics know the classes."""

    recent: RecentCodes
    metrics: Metrics

    def note(self, person: Person, codes: Sequence[str]) -> None:
        self.recent.note(person, codes)
        self.metrics.looked_up(codes)

    async def get(self, person: Person) -> tuple[str, ...]:
        return await self.recent.get(person)
