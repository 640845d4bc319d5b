"""One server for all tests of a module that need nothing special of it."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from lsp_client import Client, connect


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STATUSLENS_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client() -> AsyncIterator[Client]:
    async with connect() as connected:
        yield connected
        assert connected.shown == []
