"""All that is kept, opened and closed together."""

import asyncio
import logging
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from statuslens.errors import StatuslensError
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.erasure import erase, sweep
from statuslens_slackbot.storage.installations import InstallationStore
from statuslens_slackbot.storage.preferences import PreferenceStore
from statuslens_slackbot.storage.recent import RecentCodes
from statuslens_slackbot.storage.rotation import Rotate
from statuslens_slackbot.storage.seen import Seen
from statuslens_slackbot.storage.states import OAuthStateStore
from statuslens_slackbot.storage.token_keys import TokenKeys

SWEEP_EVERY = 3600.0
"""Seconds between two sweeps of a replica."""

_log = logging.getLogger(__name__)


class Stores:
    """The stores over one database, swept each hour for as long as the asynchronous context lasts.

    The database is the caller's, to be closed after them.
    """

    def __init__(
        self,
        database: Database,
        *,
        client_id: str = "",
        keys: TokenKeys | None = None,
        rotate: Rotate | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the app's ``client_id`` where it is installed by OAuth; a bot with one fixed token has none."""
        self._database = database
        self._client_id = client_id
        self._now = now
        self._sweeping: asyncio.Task[None] | None = None
        self.installations = InstallationStore(database, keys, client_id, rotate, now)
        self.states = OAuthStateStore(database, now)
        self.seen = Seen(database, now)
        self.preferences = PreferenceStore(database, now)
        self.recent = RecentCodes(database, now)

    async def __aenter__(self) -> Self:
        self._sweeping = asyncio.create_task(self._sweep_each_hour())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Write what is only in memory."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            await asyncio.gather(self._sweeping, return_exceptions=True)
        await self.installations.close()
        await self.recent.close()

    async def erase(self, workspace: Workspace, *, until: float | None = None) -> bool:
        """Delete all that is kept of a workspace, in memory too; raises StorageError where that is not possible now.

        ``until`` is the time of Slack's event: an app installed again since then keeps all, and False is returned.
        """
        await self.recent.forget(workspace)
        is_erased = await erase(self._database, workspace, self._client_id, until=until)
        self.installations.forget(workspace)
        self.preferences.forget(workspace)
        return is_erased

    async def sweep(self) -> None:
        """Delete what is past its time."""
        await sweep(self._database, self._now(), orphans=bool(self._client_id))

    async def _sweep_each_hour(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            try:
                await self.sweep()
            except StatuslensError as error:
                _log.warning("nothing is swept: %s", error)
