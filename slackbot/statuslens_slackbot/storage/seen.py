"""What has been seen already: events that Slack sends again, and requests that are replayed."""

import hashlib
import time
from collections.abc import Callable

from cachetools import TLRUCache

from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.tables import SEEN_SECONDS, seen

_SIZE = 20_000


class Seen:
    """A memory that replicas share, and of this process alone while the database does not answer."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now
        self._own: TLRUCache[str, float] = TLRUCache(_SIZE, ttu=lambda _, until, __: until, timer=now)

    async def claim(self, kind: str, key: str, ttl_seconds: float) -> bool:
        """Return True to exactly one of all who claim the same within a time, of at most a day."""
        digest = hashlib.sha256(f"{kind}\0{key}".encode("utf-8", "surrogatepass")).hexdigest()
        if digest in self._own:
            return False
        now = self._now()
        self._own[digest] = until = now + min(ttl_seconds, SEEN_SECONDS)
        row = self._database.insert(seen).values(digest=digest, expires_at=until)
        claimed = row.on_conflict_do_update(
            index_elements=[seen.c.digest], set_={"expires_at": until}, where=seen.c.expires_at <= now
        ).returning(seen.c.digest)
        try:
            async with self._database.writing() as connection:
                return (await connection.execute(claimed)).scalar_one_or_none() is not None
        except StorageError:
            # Better an answer twice than none.
            return True
