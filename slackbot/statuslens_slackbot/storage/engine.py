"""The database: opened, asked, and left alone for a while when it does not answer."""

import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import Connection, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from statuslens.errors import UsageError
from statuslens_slackbot.storage.errors import SchemaError, StorageError
from statuslens_slackbot.storage.location import Location, prepare_file, read_location

PATIENCE = 1.5
"""Seconds for a connection, and for a statement: what waits for it has three seconds in all to answer Slack."""
REST = 2.0
"""Seconds in which a server that did not answer is not asked again."""
VERSION_TABLE = "statuslens_schema"
"""Where the migrations note how far they have come."""

_POOL = {"pool_size": 5, "max_overflow": 5, "pool_timeout": PATIENCE, "pool_pre_ping": True}
_WRITES = "statuslens_writes"
_NO_SUCH_TABLE_OR_COLUMN = {"42P01", "42703"}  # https://www.postgresql.org/docs/current/errcodes-appendix.html
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BETWEEN_TRIES = 0.01

_log = logging.getLogger(__name__)


class Database:
    """A database, with its pool of connections; close it, or use it as an asynchronous context."""

    def __init__(
        self, location: Location, *, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.location = location
        self._engine = _create_engine(location, patience)
        self._writer = self._engine.execution_options(**{_WRITES: True})
        self._clock = clock
        self._rests_until: float | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection to read by; raises StorageError while the database does not answer."""
        self._admit()
        async with self._watched(), self._engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Give a transaction, which is there for good once the block has ended; raises StorageError as reading does."""
        self._admit()
        async with self._watched(), self._writer.begin() as connection:
            yield connection

    def insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """Begin an INSERT that can tell what to do where the row is there."""
        return sqlite.insert(table) if self.location.file else postgresql.insert(table)

    async def probe(self) -> None:
        """Ask something now, also while the database is left alone; raises what reading raises."""
        async with self._watched(), self._engine.connect() as connection:
            await connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 (a constant)

    def _admit(self) -> None:
        if self._rests_until is None:
            return
        if self._clock() < self._rests_until:
            raise StorageError(f"the database {self.location.shown} did not answer; it is asked again soon")
        # One goes ahead to see, and the others go on resting until it has.
        self._rests_until = self._clock() + REST

    @asynccontextmanager
    async def _watched(self) -> AsyncIterator[None]:
        try:
            yield
        except (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            self._give_up(error)
        if self._rests_until is not None:
            self._rests_until = None
            _log.info("the database answers again")

    def _give_up(self, error: Exception) -> NoReturn:
        shown = self.location.shown
        cause = _cause(error)
        reason = str(cause).partition("\n")[0] or type(cause).__name__
        if isinstance(cause, asyncpg.exceptions.ClientConfigurationError):
            raise UsageError(f"the database URL {shown} cannot be used: {reason}") from error
        if _is_of_schema(cause):
            raise SchemaError(
                f"the database {shown} lacks tables of this version: run statuslens-slackbot migrate"
            ) from error
        if self.location.file is None:
            if self._rests_until is None:
                _log.warning("the database does not answer: %s", reason)
            self._rests_until = self._clock() + REST
        raise StorageError(f"the database {shown} cannot be used now: {reason}") from error


def open_database(url: str, *, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic) -> Database:
    """Open the database of a URL; a UsageError says why it can never be used, but no server is asked yet."""
    return Database(read_location(url), patience=patience, clock=clock)


def _create_engine(location: Location, patience: float) -> AsyncEngine:
    # Parameters are hidden since an error's text goes to the log, and tokens are among them.
    if location.file is None:
        return create_async_engine(
            "postgresql+asyncpg://",
            async_creator=lambda: asyncpg.connect(
                location.server, timeout=min(patience, PATIENCE), command_timeout=patience
            ),
            hide_parameters=True,
            **_POOL,
        )
    prepare_file(location.file)
    _use_write_ahead_log(location.file, patience)
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{location.file}", connect_args={"timeout": patience}, hide_parameters=True, **_POOL
    )
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_in_sqlite)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    # Python's sqlite3 begins transactions by itself, late and not before CREATE TABLE; see _begin_in_sqlite.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA secure_delete = on")
    cursor.close()


def _use_write_ahead_log(file: Path, patience: float) -> None:
    """Let a file be read while it is written; the file remembers it.

    SQLite does not wait for others here, whatever its timeout (https://www.sqlite.org/wal.html, "Sometimes Queries
    Return SQLITE_BUSY In WAL Mode"). What else is wrong with the file is told by whatever uses it first.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            with closing(sqlite3.connect(file, timeout=patience)) as connection:
                connection.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in _LOCKED or time.monotonic() > deadline:
                return
            time.sleep(_BETWEEN_TRIES)
        except sqlite3.DatabaseError:
            return
        else:
            return


def _begin_in_sqlite(connection: Connection) -> None:
    # A reader that begins to write later would not wait for another writer, but fail.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _cause(error: Exception) -> BaseException:
    """Return what the driver itself has raised."""
    if isinstance(error, DBAPIError) and error.orig:
        return error.orig.__cause__ or error.orig
    return error


def _is_of_schema(cause: BaseException) -> bool:
    if isinstance(cause, asyncpg.PostgresError):
        return cause.sqlstate in _NO_SUCH_TABLE_OR_COLUMN
    return isinstance(cause, sqlite3.Error) and str(cause).startswith(("no such table", "no such column"))
