"""Tokens at rest: nothing of them in the database where there are keys, and keys that change."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from slackbot.postgres import Postgres
from slackbot.storage.clocks import installation
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.encryption import reencrypt, require_keys
from statuslens_slackbot.storage.engine import Database, open_database
from statuslens_slackbot.storage.errors import TokenKeyError
from statuslens_slackbot.storage.installations import InstallationStore
from statuslens_slackbot.storage.migrations import migrate
from statuslens_slackbot.storage.token_keys import TokenKeys

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
T1 = Workspace("T1")
ADVICE = 'make one with python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'


def store(database: Database, *keys: str) -> InstallationStore:
    return InstallationStore(database, TokenKeys(keys) if keys else None, "C1")


async def install(database: Database, *keys: str, team_id: str = "T1") -> None:
    await store(database, *keys).async_save(
        installation(team_id, bot="xoxb-very-secret", refresh="xoxe-very-secret", bot_token_expires_at=10**10)
    )


async def tokens(database: Database, *keys: str) -> tuple[str | None, str | None]:
    found = await store(database, *keys).async_find_installation(enterprise_id=None, team_id="T1")
    assert found is not None
    token = await store(database, *keys).bot_token(T1)
    assert token is not None
    assert (token.value, "secret" in repr(token)) == (found.bot_token, False)
    return found.bot_token, found.bot_refresh_token


READ = ("xoxb-very-secret", "xoxe-very-secret")


@pytest.mark.asyncio
async def test_nothing_of_a_token_is_in_the_bytes_of_a_file(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{(tmp_path / 'bot.db').as_posix()}") as database:
        await migrate(database)
        await install(database, NEW)
        assert await tokens(database, NEW) == READ
        contents = contents_of(tmp_path)
    contents += contents_of(tmp_path)
    assert b"fernet:" in contents
    for word in (b"very-secret", b"xoxb", b"xoxe", NEW.encode()):
        assert word not in contents


@pytest.mark.asyncio
async def test_nothing_of_a_token_is_in_a_dump_of_a_server(postgres: Postgres, postgres_url: str) -> None:
    async with open_database(postgres_url) as database:
        await migrate(database)
        await install(database, NEW)
    dump = postgres.run("pg_dump", "--inserts", postgres_url)
    assert "fernet:" in dump
    for word in ("very-secret", "xoxb", "xoxe", NEW):
        assert word not in dump


@pytest.mark.asyncio
async def test_keys_may_change(database: Database) -> None:
    await install(database, OLD)
    assert await tokens(database, NEW, OLD) == READ
    await require_keys(database, TokenKeys([NEW, OLD]))
    assert await reencrypt(database, TokenKeys([NEW, OLD])) == 1
    assert await tokens(database, NEW) == READ
    await require_keys(database, TokenKeys([NEW]))
    with pytest.raises(TokenKeyError):
        await tokens(database, OLD)


@pytest.mark.asyncio
async def test_tokens_kept_before_there_were_keys_are_read_and_encrypted_when_asked(database: Database) -> None:
    await install(database)
    assert await tokens(database, NEW) == READ
    await reencrypt(database, TokenKeys([NEW]))
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT * FROM statuslens_installations"))).all()
    assert "very-secret" not in str(rows)
    assert await tokens(database, NEW) == READ


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            [NEW],
            "a token in the database was encrypted with a key that is not given: add that key behind the others",
        ),
        ([], "the tokens in the database are encrypted, but no key is given: give the token keys"),
    ],
)
@pytest.mark.asyncio
async def test_a_key_that_lacks_is_one_clear_error(database: Database, keys: list[str], message: str) -> None:
    await install(database, OLD)
    here = store(database, *keys)
    for asking in (
        here.bot_token(T1),
        here.async_find_bot(enterprise_id=None, team_id="T1"),
        require_keys(database, TokenKeys(keys) if keys else None),
    ):
        with pytest.raises(TokenKeyError) as told:
            await asking
        assert str(told.value) == message


@pytest.mark.asyncio
async def test_all_tokens_are_encrypted_anew_or_none(database: Database) -> None:
    await install(database, NEW)
    await install(database, OLD, team_id="T2")
    with pytest.raises(TokenKeyError):
        await reencrypt(database, TokenKeys([NEW]))
    assert await tokens(database, NEW) == READ
    assert await reencrypt(database, TokenKeys([NEW, OLD])) == 2


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ([], f"no token key is given: {ADVICE}"),
        (["hunter2"], f"token key 1 is no Fernet key: {ADVICE}"),
        ([NEW, "ä" * 44], f"token key 2 is no Fernet key: {ADVICE}"),
    ],
)
def test_what_is_no_key_is_one_clear_error_without_it(keys: list[str], message: str) -> None:
    with pytest.raises(TokenKeyError) as told:
        TokenKeys(keys)
    assert str(told.value) == message


def test_keys_are_not_shown() -> None:
    assert repr(TokenKeys([NEW])) == "TokenKeys(…)"


def contents_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
