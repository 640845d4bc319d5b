"""References: every place in the workspace that means the status of a number."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import UTF_8, Client, able, connect, place

FILES = {
    "shop/app.py": "from http import HTTPStatus\n\nif answer.status_code == HTTPStatus.CONFLICT:\n    abort(409)\n",
    "shop/client.ts": "if (response.status === 409 || response.status === 404) retry();\n",
    "api.yaml": "openapi: 3.1.0\npaths:\n  /x:\n    get:\n      responses:\n        '409': {description: Taken}\n",
    "port.py": "connect(port=409)\n",
}
APP = [place(2, 25, 2, 44), place(3, 10, 3, 13)]
CLIENT = [place(0, 24, 0, 27)]
API = [place(5, 9, 5, 12)]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def uri_of(folder: Path, name: str) -> str:
    return (folder / name).as_uri()


def locations(uri: str, ranges: list[lsp.Range]) -> list[lsp.Location]:
    return [lsp.Location(uri, item) for item in ranges]


@pytest.mark.asyncio
async def test_a_number_has_references_of_every_kind_in_every_language(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    async with connect(folders=(tmp_path,)) as client:
        uri = uri_of(tmp_path, "shop/app.py")
        await client.open(uri, FILES["shop/app.py"])
        assert await client.references(uri, 3, 11) == [
            *locations(uri_of(tmp_path, "api.yaml"), API),
            *locations(uri, APP),
            *locations(uri_of(tmp_path, "shop/client.ts"), CLIENT),
        ]
        assert await client.references(uri, 2, 40) is None
        assert await client.references(uri, 0, 0) is None
