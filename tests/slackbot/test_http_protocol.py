"""Connections that never get to the end of a request's head."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from statuslens_slackbot import http_protocol
from statuslens_slackbot.http_protocol import HEAD_LIMIT, PatientProtocol

GET = b"GET / HTTP/1.1\r\nhost: bot\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def answer(_request: Request) -> Response:
    return PlainTextResponse("ok")


@asynccontextmanager
async def connected() -> AsyncIterator[Streams]:
    config = uvicorn.Config(Starlette(routes=[Route("/", answer)]), lifespan="off", log_config=None)
    config.load()
    state = uvicorn.server.ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: PatientProtocol(config, state, {}), "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        yield reader, writer
        writer.close()
        await writer.wait_closed()


@pytest.mark.asyncio
async def test_a_head_in_pieces_is_put_together() -> None:
    async with connected() as (reader, writer):
        for _ in range(2):
            for byte in GET + b"\r\n":
                writer.write(bytes([byte]))
                await writer.drain()
            assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200 ")


@pytest.mark.asyncio
@pytest.mark.parametrize("before", [b"", GET + b"\r\n"])
async def test_a_head_without_an_end_is_refused_with_431(before: bytes) -> None:
    async with connected() as (reader, writer):
        writer.write(before)
        if before:
            await reader.readuntil(b"ok")
        writer.write(GET + b"x: y\r\n" * (HEAD_LIMIT // 6 + 1))
        assert (await reader.read()).startswith(b"HTTP/1.1 431 ")


@pytest.mark.asyncio
@pytest.mark.parametrize("beginning", [b"", GET])
async def test_a_head_that_does_not_arrive_is_given_up_with_408(
    beginning: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_SECONDS", 0.01)
    async with connected() as (reader, writer):
        writer.write(beginning)
        assert (await reader.read()).startswith(b"HTTP/1.1 408 ")


@pytest.mark.asyncio
async def test_who_is_answered_in_time_is_not_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async with connected() as (reader, writer):
        writer.write(GET + b"\r\n")
        await reader.readuntil(b"ok")
        monkeypatch.setattr(http_protocol, "HEAD_SECONDS", 0.01)
        writer.write(GET + b"\r\n")
        assert (await reader.readuntil(b"ok")).startswith(b"HTTP/1.1 200 ")
