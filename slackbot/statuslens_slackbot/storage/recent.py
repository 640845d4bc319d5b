"""The codes that each person has asked for last."""

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, Select, delete, select

from statuslens.errors import StatuslensError
from statuslens_slackbot.people import Person, Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.ids import is_known, workspace_id
from statuslens_slackbot.storage.tables import recent_codes

KEPT = 10
"""How many codes of each person."""
DELAY = 5.0
"""Seconds that a code is in memory alone."""
_PEOPLE = 10_000
_CODE = re.compile(r"[0-9]{3}(\.[0-9]{1,3})?|[0-9]xx")
"""A code or a class: nothing else that somebody has typed is kept."""
_STEP = 1e-6
_KEY = (recent_codes.c.workspace, recent_codes.c.user_id, recent_codes.c.code)

_log = logging.getLogger(__name__)


class RecentCodes:
    """Codes noted in memory, and written together some seconds later."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time, *, delay: float = DELAY) -> None:
        self._database = database
        self._now = now
        self._delay = delay
        self._noted: OrderedDict[Person, dict[str, float]] = OrderedDict()
        self._later: asyncio.TimerHandle | None = None
        self._writing: asyncio.Task[None] | None = None
        self._lock = asyncio.Lock()

    def note(self, person: Person, codes: Iterable[str]) -> None:
        """Remember what was explained to somebody, the most important first; what is no code is passed over."""
        moment = self._now()
        mine = self._noted.setdefault(person, {})
        for number, code in enumerate(codes):
            if _CODE.fullmatch(code):
                mine[code] = moment - number * _STEP
        for code in sorted(mine, key=mine.__getitem__)[:-KEPT]:
            del mine[code]
        self._noted.move_to_end(person)
        while len(self._noted) > _PEOPLE:
            self._noted.popitem(last=False)
        if self._later is None:
            self._later = asyncio.get_running_loop().call_later(self._delay, self._begin_to_write)

    async def get(self, person: Person) -> tuple[str, ...]:
        """Return the codes that somebody asked for, the newest first; of memory alone where the database is silent."""
        times = dict(self._noted.get(person, {}))
        if is_known(person):
            try:
                async with self._database.reading() as connection:
                    rows = (await connection.execute(_newest(person))).all()
            except StorageError:
                rows = []
            for row in rows:
                times[row.code] = max(row.noted_at, times.get(row.code, 0))
        return tuple(sorted(times, key=lambda code: (-times[code], code))[:KEPT])

    async def write(self) -> None:
        """Write what was noted; what cannot be written now stays noted. Raises StorageError."""
        async with self._lock:
            noted, self._noted = self._noted, OrderedDict()
            try:
                await self._write(noted)
            except BaseException:
                for person, times in noted.items():
                    self._noted[person] = times | self._noted.get(person, {})
                raise

    async def forget(self, workspace: Workspace) -> None:
        """Keep nothing of a workspace in memory, nor write more of it."""
        key = workspace_id(workspace)
        async with self._lock:
            for person in [*self._noted]:
                if key in {person.workspace.team_id, person.workspace.enterprise_id}:
                    del self._noted[person]

    async def close(self) -> None:
        """Write what is left."""
        if self._later is not None:
            self._later.cancel()
        if self._writing is not None:
            await self._writing
        await self._write_or_tell()

    def _begin_to_write(self) -> None:
        self._later = None
        self._writing = asyncio.create_task(self._write_or_tell())

    async def _write_or_tell(self) -> None:
        try:
            await self.write()
        except StatuslensError as error:
            _log.warning("recent codes are not written: %s", error)

    async def _write(self, noted: OrderedDict[Person, dict[str, float]]) -> None:
        people = [person for person in noted if is_known(person)]
        # In one order on all replicas, so that they do not wait for each other in a circle.
        people.sort(key=lambda person: (workspace_id(person.workspace), person.user_id))
        rows = [
            {
                "workspace": workspace_id(person.workspace),
                "user_id": person.user_id,
                "code": code,
                "enterprise_id": person.workspace.enterprise_id,
                "noted_at": noted_at,
            }
            for person in people
            for code, noted_at in sorted(noted[person].items())
        ]
        if not rows:
            return
        row = self._database.insert(recent_codes)
        upsert = row.on_conflict_do_update(
            index_elements=[*_KEY],
            set_={"noted_at": row.excluded.noted_at},
            where=recent_codes.c.noted_at < row.excluded.noted_at,
        )
        async with self._database.writing() as connection:
            await connection.execute(upsert, rows)
            for person in people:
                newest = _newest(person).with_only_columns(recent_codes.c.code)
                await connection.execute(delete(recent_codes).where(*_of(person), recent_codes.c.code.not_in(newest)))


def _of(person: Person) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    workspace = recent_codes.c.workspace == workspace_id(person.workspace)
    return workspace, recent_codes.c.user_id == person.user_id


def _newest(person: Person) -> Select[tuple[str, float]]:
    columns = select(recent_codes.c.code, recent_codes.c.noted_at).where(*_of(person))
    return columns.order_by(recent_codes.c.noted_at.desc(), recent_codes.c.code).limit(KEPT)
