"""Hover: what the editor shows over a status, whole answers from the real process."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from lsp_client import MARKDOWN, Client, able, connect, place
from statuslens.explain import Answer, Refusal, explain, join_words
from statuslens.explain.brief import Standpoint
from statuslens.explain.markdown import to_short_markdown
from statuslens.explain.span import explain_span
from statuslens.recognise import Evidence, Occurrence, Role
from statuslens.registry import load_registry
from statuslens.registry.constant_index import constants_of
from statuslens_lsp.explanations import choose_markup
from statuslens_lsp.hover import describe_reasons
from statuslens_lsp.plain_text import to_plain_text

REGISTRY = load_registry()
KNOWN = next(status for status in REGISTRY if status.code == "404")
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


NOT_FOUND = f"""\
### 404 Not Found

{KNOWN.meaning}

- **Client**: {KNOWN.client}
- **Server**: {KNOWN.server}
- **Or 410 Gone**: {KNOWN.confusions[0].choose}
- **Or 403 Forbidden**: {KNOWN.confusions[1].choose}

| Class | Client Error |
| --- | --- |
| Body | allowed |
| Caching | heuristically cacheable: kept for a while even where no header says so |

`requests.codes.not_found` (Requests) · `HTTPStatus.NOT_FOUND` (Python standard library) · elsewhere \
`status.HTTP_404_NOT_FOUND`, `falcon.HTTP_404`, `falcon.HTTP_NOT_FOUND`, `httpx.codes.NOT_FOUND`

[RFC 9110 §15.5.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5) · \
[MDN](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/404) · `statuslens explain 404`

---

Recognised as a status: compared with response.status_code."""


def near(*expressions: str) -> Standpoint:
    """Return the standpoint of a file that may use some constants, in their order."""
    named = {constant.expression: constant for code in ("404", "410") for constant in constants_of(code)}
    return Standpoint(tuple(named[expression] for expression in expressions))


def place_of(literal: str, line: int) -> lsp.Range:
    column = SOURCE.splitlines()[line].rindex(literal)
    return lsp.Range(lsp.Position(line, column), lsp.Position(line, column + len(literal)))


async def hover_on(client: Client, literal: str, line: int) -> lsp.Hover | None:
    return await client.hover(URI, line, place_of(literal, line).start.character)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_status_is_explained_with_the_constant_of_the_file_and_the_reason(client: Client) -> None:
    await client.open(URI, SOURCE)
    contents = lsp.MarkupContent(MARKDOWN, NOT_FOUND)
    assert await hover_on(client, "404", 4) == lsp.Hover(contents, place_of("404", 4))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("literal", "line", "answer", "why"),
    [
        ("502", 6, explain_span(100, 501, REGISTRY), "Recognised as a bound: a bound of response.status_code."),
        (
            "4",
            8,
            explain("4xx", REGISTRY)[0],
            "Recognised as a class: compared with the hundreds of response.status_code.",
        ),
    ],
)
async def test_a_bound_tells_what_it_takes_in_and_a_class_its_codes(
    client: Client, literal: str, line: int, answer: Answer, why: str
) -> None:
    await client.open(URI, SOURCE)
    contents = lsp.MarkupContent(MARKDOWN, f"{to_short_markdown(answer)}\n\n---\n\n{why}")
    assert await hover_on(client, literal, line) == lsp.Hover(contents, place_of(literal, line))


@pytest.mark.asyncio(loop_scope="module")
async def test_a_constant_is_explained_where_all_of_it_stands(client: Client) -> None:
    await client.open(URI, SOURCE)
    (answer,) = explain("410", REGISTRY)
    contents = lsp.MarkupContent(
        MARKDOWN,
        f"{to_short_markdown(answer, near('requests.codes.gone', 'HTTPStatus.GONE'))}\n\n---\n\n"
        "Recognised as a constant: a constant of Python standard library, which the file imports.",
    )
    whole = place_of("HTTPStatus.GONE", 10)
    assert await client.hover(URI, 10, whole.start.character) == lsp.Hover(contents, whole)
    assert await client.hover(URI, 10, whole.end.character - 1) == lsp.Hover(contents, whole)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("language", "text", "literal", "title"),
    [
        ("python", "# The shop answers with status 404.\n", "404", "404 Not Found"),
        ("python", "# The shop answers with status 404.13 then.\n", "404.13", "404.13 Content length too large"),
        ("python", "# é The shop answers with status 4xx.\n", "4xx", "4xx Client Error"),
        ("python", 'print("answered with status 503")\n', "503", "503 Service Unavailable"),
        ("nginx", "# 404 Not Found\nreturn 410;\n", "404", "404 Not Found"),
    ],
)
async def test_a_status_in_a_comment_or_text_is_explained_though_it_is_never_reported(
    client: Client, language: str, text: str, literal: str, title: str
) -> None:
    opened = await client.open(URI, text, language=language)
    assert opened.diagnostics == ()
    start = text.index(literal)
    found = await client.hover(URI, 0, start + 1)
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    heading, *_, why = found.contents.value.splitlines()
    assert (heading, why) == (f"### {title}", "Recognised as prose: named as a status in a text.")
    assert found.range == place(0, start, 0, start + len(literal))


@pytest.mark.asyncio(loop_scope="module")
async def test_the_vendor_of_a_configuration_explains_its_code_first(client: Client) -> None:
    await client.open(URI, "return 499;\n", language="nginx")
    found = await client.hover(URI, 0, 7)
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    (first, *_) = (line for line in found.contents.value.splitlines() if line.startswith("- "))
    assert first.startswith("- nginx: Client Closed Request. ")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("version", "constant"),
    [("0.47.3", "status.HTTP_413_REQUEST_ENTITY_TOO_LARGE"), ("0.48.0", "status.HTTP_413_CONTENT_TOO_LARGE")],
)
async def test_the_constant_is_that_of_the_version_that_the_project_declares(
    client: Client, tmp_path: Path, version: str, constant: str
) -> None:
    (tmp_path / "requirements.txt").write_text(f"starlette=={version}\n", encoding="utf-8")
    uri = (tmp_path / "app.py").as_uri()
    await client.open(uri, "from starlette.responses import Response\nResponse(status_code=413)\n")
    found = await client.hover(uri, 1, 21)
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    assert f"\n\n`{constant}` (Starlette) · " in found.contents.value


@pytest.mark.asyncio(loop_scope="module")
async def test_a_code_that_nobody_assigned_is_told_with_the_nearest_ones(client: Client) -> None:
    await client.open(URI, SOURCE)
    (answer,) = explain("299", REGISTRY)
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
    (answer,) = explain("404", REGISTRY)
    told = to_plain_text(answer, near("requests.codes.not_found", "HTTPStatus.NOT_FOUND"))
    expected = f"{told}\n\nRecognised as a status: compared with response.status_code."
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
