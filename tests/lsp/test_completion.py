"""Completion: the codes to choose from where a status goes, whole answers from the real process."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from attrs import evolve
from lsprotocol import types as lsp

from lsp_client import MARKDOWN, TRIPS, Client, able, connect, place
from statuslens.config.known import codes_to_choose
from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens_lsp.completion import abilities_of
from statuslens_lsp.explanations import explain_at
from statuslens_lsp.proposals import Proposal
from statuslens_lsp.views import Analysis
from trees import write_tree

URI = "file:///project/app.py"
HTTP = "import requests\nassert response.status_code == {}\n"
LINE, COLUMN = 1, len("assert response.status_code == ")
IMPORT = lsp.TextEdit(place(0, 0, 0, 0), "from http import HTTPStatus\n\n")
NAMES = {"411": "Length Required", "412": "Precondition Failed"}


async def complete(
    client: Client, marked: str, *, uri: str = URI, language: str = "python"
) -> lsp.CompletionList | None:
    """Open a text and ask at the bar in it."""
    before, _, after = marked.partition("|")
    client.tell_open(uri, before + after, language=language)
    return await client.complete(uri, before.count("\n"), len(before.rpartition("\n")[2]))


async def items_of(
    client: Client, marked: str, *, uri: str = URI, language: str = "python"
) -> list[lsp.CompletionItem]:
    found = await complete(client, marked, uri=uri, language=language)
    assert found is not None
    return list(found.items)


def code_of(item: lsp.CompletionItem) -> str:
    assert isinstance(item.data, dict)
    return str(item.data["code"])


def texts_of(items: list[lsp.CompletionItem], code: str) -> list[str]:
    """Return what is written for a code, the best first, with the imports that go with it."""
    own = sorted((item for item in items if code_of(item) == code), key=lambda item: item.sort_text or "")
    return [
        " + ".join([item.label, *(edit.new_text.strip() for edit in item.additional_text_edits or ())]) for item in own
    ]


def item(number: int, code: str, text: str, match: str) -> lsp.CompletionItem:
    """Return an item for two digits on the line of ``HTTP``, for a client that knows labels alone."""
    is_number = text == code
    return lsp.CompletionItem(
        text,
        kind=lsp.CompletionItemKind.Value if is_number else lsp.CompletionItemKind.Constant,
        detail=NAMES[code] if is_number else f"{code} {NAMES[code]}",
        sort_text=f"{number:03}",
        filter_text=match,
        text_edit=lsp.TextEdit(place(LINE, COLUMN, LINE, COLUMN + 2), text),
        additional_text_edits=None if is_number else (IMPORT,),
        data={"uri": URI, "place": HTTP.index("{"), "code": code},
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_a_code_is_offered_as_a_constant_with_its_import_and_as_a_number(client: Client) -> None:
    found = await complete(client, HTTP.format("41|"))
    assert found is not None
    assert (found.is_incomplete, found.item_defaults) == (False, None)
    offered = [one for one in found.items if code_of(one) in NAMES]
    first = int(offered[0].sort_text or "")
    assert offered == [
        item(first, "411", "HTTPStatus.LENGTH_REQUIRED", "411 length_required HTTPStatus.LENGTH_REQUIRED"),
        item(first + 1, "411", "411", "411 length_required"),
        item(
            first + 2, "412", "HTTPStatus.PRECONDITION_FAILED", "412 precondition_failed HTTPStatus.PRECONDITION_FAILED"
        ),
        item(first + 3, "412", "412", "412 precondition_failed"),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_every_code_that_new_work_may_use_is_offered_in_its_order(client: Client) -> None:
    items = await items_of(client, HTTP.format("|"))
    assert list(dict.fromkeys(code_of(one) for one in items)) == list(codes_to_choose(DEFAULTS))
    assert [one.sort_text for one in items] == [f"{number:03}" for number in range(len(items))]


@pytest.mark.asyncio(loop_scope="module")
async def test_codes_that_the_file_uses_come_first(client: Client) -> None:
    text = f"{HTTP.format(503)}assert response.status_code in (409, 503)\nassert response.status_code == |\n"
    items = await items_of(client, text)
    assert [code_of(one) for one in items[:6:2]] == ["503", "409", "100"]


@pytest.mark.asyncio(loop_scope="module")
async def test_codes_that_the_workspace_uses_come_next_once_it_was_looked_at(client: Client, tmp_path: Path) -> None:
    used = {"a.py": "r.status_code = 409\nr.status_code = 422\n", "b.go": "w.WriteHeader(422)\n"}
    await client.begin_in(write_tree(tmp_path, used))
    text = f"{HTTP.format(503)}assert response.status_code == |\n"
    codes: list[str] = []
    for _ in range(TRIPS):
        codes = [code_of(one) for one in (await items_of(client, text))[:8:2]]
        if codes[1] != "100":
            break
    assert codes == ["503", "422", "409", "100"]
    await client.begin_in()


@pytest.mark.asyncio(loop_scope="module")
async def test_only_codes_that_begin_with_typed_digits_are_sent(client: Client) -> None:
    items = await items_of(client, HTTP.format("42|"))
    assert {code_of(one) for one in items} == {"421", "422", "423", "424", "425", "426", "428", "429"}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        pytest.param(
            "python",
            "from http import HTTPStatus as S\nassert S.OK == r.status_code != n|\n",
            ["S.NOT_FOUND", "404"],
            id="an alias",
        ),
        pytest.param(
            "python",
            "import http\nassert r.status_code in (http.HTTPStatus.OK, |)\n",
            ["http.HTTPStatus.NOT_FOUND", "404"],
            id="as the file writes others",
        ),
        pytest.param(
            "python",
            "from fastapi import HTTPException\nraise HTTPException(|)\n",
            ["status.HTTP_404_NOT_FOUND + , status", "404"],
            id="a name more in an import",
        ),
        pytest.param("python", "import requests\nassert r.status_code == '4|'\n", ["404"], id="in quotes"),
        pytest.param("python", "import requests\nNOT_FOUND = |\n", ["404"], id="in a definition"),
        pytest.param(
            "go",
            'package a\nimport "net/http"\nfunc f(w http.ResponseWriter) { w.WriteHeader(n|) }\n',
            ["http.StatusNotFound", "404"],
            id="go",
        ),
        pytest.param(
            "ruby",
            "class ShopController < ApplicationController\n  def show\n    head :|\n  end\nend\n",
            [":not_found", "404"],
            id="a symbol",
        ),
        pytest.param(
            "vue",
            "<script>\nimport { StatusCodes } from 'http-status-codes'\nif (reply.status === n|) {}\n</script>\n",
            ["StatusCodes.NOT_FOUND", "404"],
            id="in a page",
        ),
        pytest.param("vue", "<script>\nif (reply.status === n|) {}\n</script>\n", ["404"], id="no import in a page"),
        pytest.param("nginx", "server { location / { return 4|; } }\n", ["404"], id="a configuration"),
    ],
)
async def test_a_code_is_written_as_the_file_writes_it(
    client: Client, language: str, marked: str, expected: list[str]
) -> None:
    assert texts_of(await items_of(client, marked, language=language), "404") == expected


@pytest.mark.asyncio(loop_scope="module")
async def test_the_team_chooses_the_style_and_adds_codes(client: Client, tmp_path: Path) -> None:
    codes = 'codes: [{code: "471", name: Basket Expired}, {code: "403.90", name: Basket Locked}]'
    (tmp_path / "statuslens.yaml").write_text(f"style: number\nvendors: [nginx]\n{codes}\n", encoding="utf-8")
    items = await items_of(client, HTTP.format("|"), uri=(tmp_path / "app.py").as_uri())
    assert texts_of(items, "404") == ["404", "HTTPStatus.NOT_FOUND + from http import HTTPStatus"]
    assert [(one.label, one.detail) for one in items if code_of(one) in {"471", "499", "403.90"}] == [
        ("471", "Basket Expired"),
        ("499", "Client Closed Request"),
    ]


@pytest.mark.asyncio(loop_scope="module")
async def test_what_was_typed_last_counts_in_the_units_of_the_client(client: Client) -> None:
    client.tell_open(URI, HTTP.format(""))
    emoji = lsp.TextDocumentContentChangePartial(place(LINE, 0, LINE, 0), "'😀'; ")
    typed = lsp.TextDocumentContentChangePartial(place(LINE, COLUMN + 6, LINE, COLUMN + 6), "g")
    client.tell_changes(URI, [emoji, typed], version=2)
    found = await client.complete(URI, LINE, COLUMN + 7)
    assert found is not None
    (gone,) = (one for one in found.items if one.label == "410")
    assert gone.text_edit == lsp.TextEdit(place(LINE, COLUMN + 6, LINE, COLUMN + 7), "410")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("marked", ["timeout = 4|\n", HTTP.format("HTTPStatus.n|"), "import requests\nrespo|\n"])
async def test_nothing_is_offered_where_no_status_goes(client: Client, marked: str) -> None:
    assert await complete(client, marked) is None


@pytest.mark.asyncio(loop_scope="module")
async def test_nothing_is_offered_in_a_document_that_is_not_open(client: Client) -> None:
    assert await client.complete("file:///project/unknown.py", 0, 0) is None


@pytest.mark.asyncio(loop_scope="module")
async def test_no_character_opens_the_list(client: Client) -> None:
    options = client.initialized.capabilities.completion_provider
    assert options == lsp.CompletionOptions(resolve_provider=True)
    client.tell_open(URI, HTTP.format(""))
    assert await client.complete(URI, LINE, COLUMN, lsp.CompletionTriggerKind.TriggerCharacter) is None


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def modern() -> AsyncIterator[Client]:
    item = lsp.ClientCompletionItemOptions(label_details_support=True, documentation_format=[MARKDOWN])
    defaults = lsp.CompletionListCapabilities(item_defaults=["editRange"])
    completion = lsp.CompletionClientCapabilities(completion_item=item, completion_list=defaults)
    async with connect(capabilities=able(document=lsp.TextDocumentClientCapabilities(completion=completion))) as client:
        yield client


@pytest.mark.asyncio(loop_scope="module")
async def test_a_client_that_can_gets_labels_with_remarks_and_one_range_for_all(modern: Client) -> None:
    found = await complete(modern, HTTP.format("gone|"))
    assert found is not None
    assert found.item_defaults == lsp.CompletionItemDefaults(edit_range=place(LINE, COLUMN, LINE, COLUMN + 4))
    constant, number = (one for one in found.items if code_of(one) == "410")
    data = {"uri": URI, "place": HTTP.index("{"), "code": "410"}
    assert constant == lsp.CompletionItem(
        "HTTPStatus.GONE",
        label_details=lsp.CompletionItemLabelDetails(description="410 Gone"),
        kind=lsp.CompletionItemKind.Constant,
        sort_text=constant.sort_text,
        filter_text="gone 410 HTTPStatus.GONE",
        additional_text_edits=(IMPORT,),
        data=data,
    )
    assert number == lsp.CompletionItem(
        "410",
        label_details=lsp.CompletionItemLabelDetails(description="Gone"),
        kind=lsp.CompletionItemKind.Value,
        sort_text=number.sort_text,
        filter_text="gone 410",
        data=data,
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_documentation_comes_when_it_is_asked_for(client: Client, modern: Client) -> None:
    analysis = Analysis(scan_text(HTTP.format("gone"), language="python"))
    plain = explain_at(HTTP.index("{"), "410", analysis, lsp.MarkupKind.PlainText)
    marked = explain_at(HTTP.index("{"), "410", analysis, MARKDOWN)
    for asked, documentation in ((client, plain), (modern, lsp.MarkupContent(MARKDOWN, marked))):
        (number,) = (one for one in await items_of(asked, HTTP.format("gone|")) if one.label == "410")
        assert number.documentation is None
        assert await asked.resolve_item(number) == evolve(number, documentation=documentation)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("data", [None, {"uri": "file:///project/unknown.py", "place": 0, "code": "404"}, {"uri": URI}])
async def test_an_item_of_which_nothing_is_known_stays_as_it_is(client: Client, data: object) -> None:
    assert await client.resolve_item(lsp.CompletionItem("404", data=data)) == lsp.CompletionItem("404", data=data)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "404 not_found S.NOT_FOUND"),
        ("4", "404 not_found S.NOT_FOUND"),
        ("notf", "notfound 404 not_found S.NOT_FOUND"),
        ("not_f", "not_found 404 S.NOT_FOUND"),
        ("NOT_F", "not_found 404 S.NOT_FOUND"),
        ("not f", "not found 404 not_found S.NOT_FOUND"),
        ("S", "S.NOT_FOUND 404 not_found"),
        ("found", "404 not_found S.NOT_FOUND"),
    ],
)
def test_an_item_matches_first_by_what_begins_with_what_is_typed(typed: str, expected: str) -> None:
    assert Proposal("404", "Not Found", "S.NOT_FOUND").match(typed) == expected


def test_an_apostrophe_need_not_be_typed() -> None:
    assert Proposal("418", "I'm a teapot", "418").match("im") == "im_a_teapot 418"


def test_a_client_that_says_nothing_can_show_no_more_than_plain_labels() -> None:
    abilities = abilities_of(lsp.ClientCapabilities())
    assert (abilities.has_label_details, abilities.has_default_range) == (False, False)
    assert abilities.markup is None
