"""What each person has chosen."""

import json
import time
from collections.abc import Callable

from sqlalchemy import select

from statuslens_slackbot.people import Person, Preferences, Visibility, Workspace
from statuslens_slackbot.storage.cache import Cache
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.ids import is_known, workspace_id
from statuslens_slackbot.storage.tables import preferences

CACHE_SECONDS = 60.0
"""How long what was chosen on another replica may be unknown."""
_CACHED_PEOPLE = 20_000
_DEFAULT = Preferences()
_CHOSEN = (preferences.c.visibility, preferences.c.language, preferences.c.vendors)


class PreferenceStore:
    """Choices in a table, those of the people of the last minutes in memory."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self.cache: Cache[Person, Preferences] = Cache(self._load, size=_CACHED_PEOPLE, seconds=CACHE_SECONDS, now=now)

    async def get(self, person: Person) -> Preferences:
        """Return what somebody has chosen; the defaults where that is nothing, or cannot be asked for now."""
        try:
            return await self.cache.get(person) or _DEFAULT
        except StorageError:
            return _DEFAULT

    async def put(self, person: Person, chosen: Preferences) -> None:
        """Keep what somebody has chosen; raises StorageError where it cannot be kept."""
        if not is_known(person):
            return
        values = {
            "enterprise_id": person.workspace.enterprise_id,
            "visibility": str(chosen.visibility),
            "language": chosen.language,
            "vendors": json.dumps(chosen.vendors),
        }
        key = {"workspace": workspace_id(person.workspace), "user_id": person.user_id}
        row = self._database.insert(preferences).values(**key, **values)
        async with self._database.writing() as connection:
            await connection.execute(row.on_conflict_do_update(index_elements=[*key], set_=values))
        self.cache.put(person, chosen)

    def forget(self, workspace: Workspace) -> None:
        """Keep nothing of a workspace in memory."""
        key = workspace_id(workspace)
        self.cache.forget(lambda person, _: key in {person.workspace.team_id, person.workspace.enterprise_id})

    async def _load(self, person: Person) -> Preferences:
        if not is_known(person):
            return _DEFAULT
        chosen = select(*_CHOSEN).where(
            preferences.c.workspace == workspace_id(person.workspace), preferences.c.user_id == person.user_id
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(chosen)).one_or_none()
        if row is None:
            return _DEFAULT
        return Preferences(Visibility(row.visibility), row.language, tuple(json.loads(row.vendors)))
