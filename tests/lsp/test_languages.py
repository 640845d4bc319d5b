"""The language of a document, whatever its editor calls it."""

from pathlib import Path

import pytest

from lsp_client import Client

CALL = 'curl -w "%{http_code}" localhost\n[ "$http_code" = 299 ] && exit 1\n'


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("told", "name", "text", "count"),
    [
        pytest.param("python", "app.txt", "abort(299)\n", 1, id="as told"),
        pytest.param("js", "app.js", "response.status(299);\n", 1, id="by the name"),
        pytest.param("conf", "nginx.conf", "server { return 299; }\n", 1, id="by the whole name"),
        pytest.param("sh", "probe", f"#!/bin/sh\n{CALL}", 1, id="by the first line"),
        pytest.param("plaintext", "notes.txt", "abort(299)\n", 0, id="not at all"),
    ],
)
async def test_a_language_that_only_the_editor_knows_is_told_by_the_file(  # noqa: PLR0913, PLR0917 (a table's columns)
    client: Client, tmp_path: Path, told: str, name: str, text: str, count: int
) -> None:
    published = await client.open((tmp_path / name).as_uri(), text, language=told)
    assert [item.code for item in published.diagnostics] == ["unassigned-code"] * count


@pytest.mark.asyncio(loop_scope="module")
async def test_a_text_without_a_file_is_told_by_its_first_line(client: Client) -> None:
    published = await client.open("untitled:Untitled-1", "#!/usr/bin/env python3\nabort(299)\n", language="script")
    assert [item.code for item in published.diagnostics] == ["unassigned-code"]
