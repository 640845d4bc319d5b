"""The team file holds in the editor too."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import Client

TEXT = "import requests\n\nassert requests.get('x').status_code == 471\n"
TEAM = """\
codes:
  - code: "471"
    name: Basket Expired
    meaning: The basket is too old.
    owner: Checkout
"""


@pytest.mark.asyncio(loop_scope="module")
async def test_a_code_of_the_team_is_known_and_explained(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "app.py").as_uri()
    (before,) = (await client.open(uri, TEXT)).diagnostics
    assert before.code == "unassigned-code"
    (tmp_path / "statuslens.yaml").write_text(TEAM, encoding="utf-8")
    assert (await client.change(uri, TEXT, version=2)).diagnostics == ()
    hover = await client.hover(uri, 2, TEXT.splitlines()[2].index("471"))
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    explanation = hover.contents.value.partition("\n\n---")[0]
    assert explanation == (
        "### 471 Basket Expired\n\nThe basket is too old.\n\n- Owner: Checkout\n\nyour team's own code"
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_a_context_of_the_team_makes_a_number_a_status_and_says_so(client: Client, tmp_path: Path) -> None:
    uri = (tmp_path / "app.py").as_uri()
    text = "refuse(basket, 533)\n"
    assert (await client.open(uri, text)).diagnostics == ()
    (tmp_path / "statuslens.yaml").write_text("contexts: [{call: refuse, argument: 1}]\n", encoding="utf-8")
    (found,) = (await client.change(uri, text, version=2)).diagnostics
    assert found.code == "unassigned-code"
    hover = await client.hover(uri, 0, text.index("533"))
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    why = hover.contents.value.rpartition("\n")[2]
    assert why == "Recognised as a status: the team file says so: \\{call: refuse, argument: 1\\}."


@pytest.mark.asyncio(loop_scope="module")
async def test_the_path_of_a_document_tells_whether_it_is_a_test_and_what_the_team_says_of_it(
    client: Client, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    uri = (tmp_path / "tests" / "app.py").as_uri()
    assert (await client.open(uri, TEXT)).diagnostics == ()
    told = "per-path: [{paths: [tests/], rules: {unassigned-code: error}}]\n"
    (tmp_path / "statuslens.yaml").write_text(told, encoding="utf-8")
    (found,) = (await client.change(uri, TEXT, version=2)).diagnostics
    assert (found.code, found.severity) == ("unassigned-code", lsp.DiagnosticSeverity.Error)
