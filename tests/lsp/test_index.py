"""The process that looks at files on disk: when it starts, what it tells of its work, how it ends."""

import asyncio
import os
import select
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from lsp_client import PATIENCE, Client, able, connect
from statuslens_lsp.helper import Helper, HelperDiedError
from tools import lack
from trees import write_large_tree, write_tree

ASKED = "untitled:a"
ODD = "abort(560)\n"


async def count(client: Client, **tokens: str) -> int:
    """Return how many references 560 has."""
    found = await client.references(ASKED, 0, 7, **tokens)
    assert found is not None
    return len(found)


def server_of(client: Client) -> int:
    server = client.protocol._server  # noqa: SLF001 (pygls has no other way)
    assert server is not None
    return server.pid


def children_of(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except FileNotFoundError:
        lack("/proc that tells of a process's children")
    return list(map(int, text.split()))


def wait_for_end(process: int) -> bool:
    """Wait until a process has ended; tell whether it did."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], PATIENCE)[0])
    finally:
        os.close(handle)


@pytest.mark.asyncio
async def test_it_starts_when_it_is_asked_and_again_should_it_die(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.py": ODD})
    log = tmp_path / "server.log"
    async with connect("--log-file", str(log), folders=(tmp_path,)) as client:
        await client.open(ASKED, ODD)
        assert await client.hover(ASKED, 0, 7) is not None
        assert children_of(server_of(client)) == []
        assert await count(client) == 2
        (first,) = children_of(server_of(client))
        os.kill(first, signal.SIGKILL)
        assert wait_for_end(first)
        write_tree(tmp_path, {"b.py": ODD})
        assert await count(client) == 3
        (second,) = children_of(server_of(client))
    assert first != second
    assert wait_for_end(second)
    assert client.shown == []
    lines = [line for line in log.read_text("utf-8").splitlines() if "WARNING" in line]
    assert len(lines) == 1, lines
    (line,) = lines
    assert "the process that looks at files on disk has ended" in line
    assert line.endswith("; it is started once again")


@pytest.mark.asyncio
async def test_it_leaves_when_the_server_is_killed_in_the_middle_of_its_work(tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    async with connect(folders=(tmp_path,)) as client:
        await client.open(ASKED, ODD)
        asked = asyncio.ensure_future(count(client))
        await client.until(lambda: children_of(server_of(client)))
        (process,) = children_of(server_of(client))
        os.kill(server_of(client), signal.SIGKILL)
        assert wait_for_end(process)
        asked.cancel()
        client.protocol.error = RuntimeError("the server is no more")


@pytest.mark.asyncio
async def test_one_that_dies_every_time_is_told_of() -> None:
    with pytest.raises(HelperDiedError):
        _ = [answer async for answer in Helper((sys.executable, "-c", "")).ask({"kind": "mentions"})]
    with pytest.raises(HelperDiedError):
        _ = [answer async for answer in Helper(("/nowhere/python",)).ask({"kind": "mentions"})]


@pytest.mark.asyncio
async def test_long_work_shows_how_far_it_has_come(tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    can_show = able(window=lsp.WindowClientCapabilities(work_done_progress=True))
    async with connect(folders=(tmp_path,), capabilities=can_show) as client:
        await client.open(ASKED, ODD)
        assert await count(client) == 2
        ((token, told),) = client.told.items()
        assert token in client.protocol.progress_reports
        title = "Looking for statuses in the workspace"
        assert told[0] == {"kind": "begin", "title": title, "cancellable": True, "percentage": 0}
        percentages = [item["percentage"] for item in told[1:-1]]
        assert percentages == sorted(percentages)
        assert told[-1] == {"kind": "end"}
        assert await count(client, progress="own") == 2
        assert (client.told["own"][0]["kind"], client.told["own"][-1]["kind"]) == ("begin", "end")
        assert list(client.told) == [token, "own"]


@pytest.mark.asyncio
async def test_a_user_can_end_long_work_and_what_is_known_is_answered(tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    async with connect(folders=(tmp_path,)) as client:
        await client.open(ASKED, ODD)

        def cancel(params: lsp.ProgressParams) -> None:
            told.append(params.value)
            client.protocol.window_work_done_progress_cancel(lsp.WorkDoneProgressCancelParams(params.token))

        told: list[Any] = []
        client.answer(lsp.PROGRESS, cancel)
        assert await count(client, progress="own") in {1, 2}
        assert told[-1] == {"kind": "end"}
        client.answer(lsp.PROGRESS, told.append)
        assert await count(client) == 2


@pytest.mark.asyncio
async def test_a_request_that_is_cancelled_does_not_end_the_work_for_others(tmp_path: Path) -> None:
    write_large_tree(tmp_path)
    async with connect(folders=(tmp_path,)) as client:
        await client.open(ASKED, ODD)
        given_up = asyncio.ensure_future(count(client))
        await client.until(lambda: children_of(server_of(client)))
        (before,) = children_of(server_of(client))
        other = asyncio.ensure_future(count(client))
        client.protocol.cancel_request(lsp.CancelParams(next(iter(client.protocol.protocol._request_futures))))  # noqa: SLF001
        assert await other == 2
        assert children_of(server_of(client)) == [before]
        given_up.cancel()
