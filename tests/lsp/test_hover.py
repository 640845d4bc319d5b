"""Hover: what the editor shows over a status, whole answers from the real process."""

import pytest
from lsprotocol import types as lsp

from lsp_client import MARKDOWN, Client, able, connect
from statuslens.explain import Refusal, explain, join_words
from statuslens.explain.markdown import to_short_markdown
from statuslens.recognise import Evidence, Occurrence, Role
from statuslens.registry import load_registry
from statuslens_lsp.explanations import choose_markup
from statuslens_lsp.hover import describe_reasons
from statuslens_lsp.plain_text import to_plain_text

PLAIN_TEXT = lsp.MarkupKind.PlainText
URI = "file:///project/app.py"
SOURCE = """\
import requests
from http import HTTPStatus

response = requests.get("https://example.org", timeout=500)
if response.status_code == 404:
    print("not there")
if response.status_code < 502:
    print("not the server")
if response.status_code // 100 == 4:
    print("we")
if response.status_code == HTTPStatus.GONE:
    print("never again")
if response.status_code == 299:
    print("whose is this?")
"""


def place_of(literal: str, line: int) -> lsp.Range:
    column = SOURCE.splitlines()[line].rindex(literal)
    return lsp.Range(lsp.Position(line, column), lsp.Position(line, column + len(literal)))


async def hover_on(client: Client, literal: str, line: int) -> lsp.Hover | None:
    return await client.hover(URI, line, place_of(literal, line).start.character)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("literal", "line", "query", "why"),
    [
        ("404", 4, "404", "Recognised as a status: compared with response.status_code."),
        ("502", 6, "502", "Recognised as a bound: a bound of response.status_code."),
        ("4", 8, "4xx", "Recognised as a class: compared with the hundreds of response.status_code."),
        (
            "HTTPStatus.GONE",
            10,
            "410",
            "Recognised as a constant: a constant of Python standard library, which the file imports.",
        ),
    ],
)
async def test_what_means_a_status_is_explained_with_the_reason(
    client: Client, literal: str, line: int, query: str, why: str
) -> None:
    await client.open(URI, SOURCE)
    (answer,) = explain(query, load_registry())
    contents = lsp.MarkupContent(MARKDOWN, f"{to_short_markdown(answer)}\n\n---\n\n{why}")
    assert await hover_on(client, literal, line) == lsp.Hover(contents, place_of(literal, line))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_code_that_nobody_assigned_is_told_with_the_nearest_ones(client: Client) -> None:
    await client.open(URI, SOURCE)
    (answer,) = explain("299", load_registry())
    assert isinstance(answer, Refusal)
    expected = f"""\
**299**: {answer.message}

Did you mean {join_words(status.title for status in answer.nearest)}?

---

Recognised as a status: compared with response.status_code."""
    contents = lsp.MarkupContent(MARKDOWN, expected)
    assert await hover_on(client, "299", 12) == lsp.Hover(contents, place_of("299", 12))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("literal", "line"), [("500", 3), ("response", 4), ("requests", 0), ("100", 8)])
async def test_other_numbers_and_words_are_passed_over_in_silence(client: Client, literal: str, line: int) -> None:
    await client.open(URI, SOURCE)
    assert await hover_on(client, literal, line) is None


@pytest.mark.asyncio(loop_scope="module")
async def test_a_status_ends_before_the_character_behind_it(client: Client) -> None:
    await client.open(URI, SOURCE)
    column = place_of("404", 4).start.character
    answers = [await client.hover(URI, 4, column + step) for step in (-1, 0, 2, 3)]
    assert [answer is not None for answer in answers] == [False, True, True, False]


@pytest.mark.asyncio
async def test_a_client_without_markdown_gets_plain_text() -> None:
    async with connect(capabilities=able(markup=(PLAIN_TEXT,))) as client:
        await client.open(URI, SOURCE)
        found = await hover_on(client, "404", 4)
    (answer,) = explain("404", load_registry())
    expected = f"{to_plain_text(answer)}\n\nRecognised as a status: compared with response.status_code."
    assert found == lsp.Hover(lsp.MarkupContent(PLAIN_TEXT, expected), place_of("404", 4))


@pytest.mark.parametrize(
    ("formats", "chosen"),
    [
        ((MARKDOWN, PLAIN_TEXT), MARKDOWN),
        ((PLAIN_TEXT, MARKDOWN), PLAIN_TEXT),
        (("org", MARKDOWN), MARKDOWN),
        ((), PLAIN_TEXT),
        (None, PLAIN_TEXT),
    ],
)
def test_the_first_markup_that_both_know_is_taken(
    formats: tuple[lsp.MarkupKind, ...] | None, chosen: lsp.MarkupKind
) -> None:
    hover = lsp.HoverClientCapabilities(content_format=formats)
    capabilities = lsp.ClientCapabilities(text_document=lsp.TextDocumentClientCapabilities(hover=hover))
    assert choose_markup(capabilities) == chosen


def test_a_client_that_tells_nothing_gets_plain_text() -> None:
    assert choose_markup(lsp.ClientCapabilities()) == PLAIN_TEXT


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        (
            [("404 as a value", 1.0), ("passed to abort", 2.5), ("Flask takes a status here", 5.0)],
            "Recognised as a status: Flask takes a status here; passed to abort.",
        ),
        ([("one", 3.0), ("two", 2.0), ("three", 2.0)], "Recognised as a status: one; two."),
        ([("for it", 3.0), ("against it", -2.0)], "Recognised as a status: for it."),
        ([("word " * 100, 3.0)], f"Recognised as a status: {'word ' * 23}word…."),
    ],
)
def test_the_reason_is_one_short_line_of_what_decided(evidence: list[tuple[str, float]], why: str) -> None:
    reasons = tuple(Evidence(reason, weight) for reason, weight in evidence)
    assert describe_reasons(Occurrence(0, 3, "404", "404", Role.STATUS, reasons)) == why
