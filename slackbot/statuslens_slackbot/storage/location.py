"""Where the database is: its URL, checked before anything is opened."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_state_path

from statuslens.errors import UsageError

_FORMS = "sqlite:///path/to/file.db or postgresql://user:password@host/name"
_SQLITE = ("sqlite", "sqlite+aiosqlite")
_POSTGRESQL = ("postgresql", "postgres", "postgresql+asyncpg")
_HEADER = b"SQLite format 3\0"
"""How a database of SQLite begins (https://www.sqlite.org/fileformat.html, section 1.3)."""


@dataclass(frozen=True, slots=True)
class Location:
    """A file of SQLite, or what a server of PostgreSQL is reached by."""

    shown: str
    """For people: without the password."""
    file: Path | None = None
    server: str = field(default="", repr=False)
    """A URL as PostgreSQL's own programs take it, with its password."""


def default_database_url() -> str:
    """Return the URL of a file in the folder where this user's programs keep their state."""
    return f"sqlite:///{_default_folder().joinpath('slackbot.db').as_posix()}"


def read_location(url: str) -> Location:
    """Read the URL of a database; a UsageError never shows a password."""
    scheme, separator, rest = url.partition("://")
    if separator and scheme in _SQLITE:
        return _file(rest)
    if separator and scheme in _POSTGRESQL:
        return _server(rest)
    shown = f" {scheme}://…" if separator else ""
    raise UsageError(f"the database URL{shown} is of no kind that the bot can use: give {_FORMS}")


def prepare_file(path: Path) -> None:
    """Make sure that SQLite can use a file, which only its owner may read: tokens are in it."""
    try:
        if path.parent == _default_folder():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb") as file:
            beginning = file.read(len(_HEADER))
    except OSError as error:
        raise UsageError(
            f"the database file {path} cannot be written: {error.strerror}; name a file in a folder that is there"
            " and that the bot may write to"
        ) from error
    if beginning not in {b"", _HEADER}:
        raise UsageError(f"the database file {path} is no database of SQLite: name another, or a new one")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"the folder of the database file {path} cannot be written: SQLite keeps files beside it")


def _default_folder() -> Path:
    return user_state_path("statuslens", appauthor=False)


def _file(rest: str) -> Location:
    if not rest.startswith("/") or "?" in rest:
        raise UsageError("the database URL names no file: give sqlite:/// and its path, without options")
    path = rest.removeprefix("/")
    if path in {"", ":memory:"}:
        raise UsageError("the database URL names no file, and what is only in memory is soon lost: give sqlite:///path")
    if "\0" in path:
        raise UsageError("the database URL holds a zero byte: give sqlite:/// and a path")
    return Location(f"sqlite:///{path}", file=Path(path))


def _server(rest: str) -> Location:
    try:
        parts = urlsplit(f"postgresql://{rest}")
        host, port, user = parts.hostname or "", parts.port, parts.username or ""
    except ValueError:
        raise UsageError(
            "the database URL of PostgreSQL cannot be read: give postgresql://user:password@host:5432/name,"
            " with special characters of the password as %XX"
        ) from None
    place = f"{host}:{port}" if port else host
    shown = f"postgresql://{user}@{place}{parts.path}" if user else f"postgresql://{place}{parts.path}"
    return Location(shown, server=f"postgresql://{rest}")
