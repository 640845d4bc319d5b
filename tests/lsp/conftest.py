"""One server for all tests of a module that need nothing special of it."""

from collections.abc import AsyncIterator

import pytest_asyncio

from lsp_client import Client, connect


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client() -> AsyncIterator[Client]:
    async with connect() as connected:
        yield connected
        assert connected.shown == []
