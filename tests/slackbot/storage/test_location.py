"""The database's URL: what it may be, and one clear line for what it may not."""

import stat
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from statuslens.errors import UsageError
from statuslens_slackbot.schema import check_of
from statuslens_slackbot.storage.engine import open_database
from statuslens_slackbot.storage.location import Location, default_database_url, read_location
from statuslens_slackbot.storage.migrations import migrate

FORMS = "sqlite:///path/to/file.db or postgresql://user:password@host/name"


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("sqlite:///bot.db", Location("sqlite:///bot.db", file=Path("bot.db"))),
        ("sqlite:////var/bot 1.db", Location("sqlite:////var/bot 1.db", file=Path("/var/bot 1.db"))),
        ("sqlite+aiosqlite:///bot.db", Location("sqlite:///bot.db", file=Path("bot.db"))),
        (
            "postgres://me:se%2Fcret@db.example:5433/bot?sslmode=require",
            Location(
                "postgresql://me@db.example:5433/bot",
                server="postgresql://me:se%2Fcret@db.example:5433/bot?sslmode=require",
            ),
        ),
        (
            "postgresql+asyncpg:///bot?host=/run/postgresql",
            Location("postgresql:///bot", server="postgresql:///bot?host=/run/postgresql"),
        ),
    ],
)
def test_a_url_names_a_file_or_a_server(url: str, location: Location) -> None:
    assert read_location(url) == location


def test_a_password_is_never_shown() -> None:
    location = read_location("postgresql://me:hunter2@db.example/bot")
    assert "hunter2" not in f"{location} {location!r} {location.shown}"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", f"the database URL is of no kind that the bot can use: give {FORMS}"),
        ("bot.db", f"the database URL is of no kind that the bot can use: give {FORMS}"),
        (
            "mysql://me:hunter2@db/bot",
            f"the database URL mysql://… is of no kind that the bot can use: give {FORMS}",
        ),
        ("sqlite://bot.db", "the database URL names no file: give sqlite:/// and its path, without options"),
        ("sqlite:///bot.db?mode=ro", "the database URL names no file: give sqlite:/// and its path, without options"),
        ("sqlite:///bot\0.db", "the database URL holds a zero byte: give sqlite:/// and a path"),
        *(
            (
                url,
                "the database URL names no file, and what is only in memory is soon lost: give sqlite:///path",
            )
            for url in ("sqlite:///", "sqlite:///:memory:")
        ),
        *(
            (
                f"postgresql://me:hunter2@{place}/bot",
                "the database URL of PostgreSQL cannot be read: give postgresql://user:password@host:5432/name,"
                " with special characters of the password as %XX",
            )
            for place in ("db:port", "db:99999", "[::1")
        ),
    ],
)
def test_any_other_url_is_one_clear_line_without_a_password(url: str, message: str) -> None:
    with pytest.raises(UsageError) as told:
        open_database(url)
    assert str(told.value) == message


def test_a_file_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "Is a directory"), (tmp_path / "no" / "bot.db", "No such file or directory")):
        with pytest.raises(UsageError) as told:
            open_database(f"sqlite:///{path.as_posix()}")
        if sys.platform != "win32":
            assert str(told.value) == (
                f"the database file {path} cannot be written: {reason}; name a file in a folder that is there"
                " and that the bot may write to"
            )


def test_a_file_of_another_kind_is_one_clear_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("what I wanted to remember", encoding="utf-8")
    with pytest.raises(UsageError) as told:
        open_database(f"sqlite:///{file.as_posix()}")
    assert str(told.value) == f"the database file {file} is no database of SQLite: name another, or a new one"
    assert file.read_text("utf-8") == "what I wanted to remember"


@pytest.mark.asyncio
async def test_the_default_is_a_file_in_a_folder_that_is_made_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "statuslens_slackbot.storage.location.user_state_path", lambda *_, **__: tmp_path / "state" / "statuslens"
    )
    assert default_database_url() == f"sqlite:///{(tmp_path / 'state' / 'statuslens' / 'slackbot.db').as_posix()}"
    async with open_database(default_database_url()) as database:
        await migrate(database)
        assert await check_of(database)() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.asyncio
async def test_others_may_not_read_the_file(tmp_path: Path) -> None:
    mode = "-rw-------"
    async with open_database(f"sqlite:///{tmp_path / 'bot.db'}") as database:
        await migrate(database)
        async with database.reading() as connection:
            await connection.execute(text("SELECT * FROM statuslens_schema"))
            assert modes_in(tmp_path) == {"bot.db": mode, "bot.db-shm": mode, "bot.db-wal": mode}


def modes_in(folder: Path) -> dict[str, str]:
    return {path.name: stat.filemode(path.stat().st_mode) for path in folder.iterdir()}


@pytest.mark.asyncio
async def test_options_of_a_url_that_postgresql_does_not_know_are_one_clear_line() -> None:
    async with open_database("postgresql://me:hunter2@localhost/bot?sslmode=perhaps") as database:
        with pytest.raises(UsageError) as told:
            await migrate(database)
    assert str(told.value).startswith("the database URL postgresql://me@localhost/bot cannot be used: ")
    assert "hunter2" not in str(told.value)
