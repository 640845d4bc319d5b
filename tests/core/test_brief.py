"""What of an explanation fits on one screen."""

import re
from math import ceil

import pytest

from statuslens.config.model import TeamFile, TeamNote
from statuslens.explain import Choice, Explanation, Link, Listing, explain, explain_code
from statuslens.explain.brief import NOWHERE, Standpoint, shorten_explanation, shorten_listing
from statuslens.explain.markdown import to_short_markdown
from statuslens.explain.names import name_of, title_of
from statuslens.explain.span import explain_span
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.constant_index import constants_of
from statuslens.registry.vendor import load_vendors

REGISTRY = load_registry()
ROWS, COLUMNS = 25, 100
"""A screen that a popup may fill."""
ROWS_OF_TEAM = 2
CODES = sorted({status.code for status in REGISTRY} | {own.code for vendor in load_vendors() for own in vendor.codes})
LINK = re.compile(r"\]\([^)]*\)")


def explanation_of(code: str, team: TeamFile | None = None) -> Explanation:
    found = explain_code(code, REGISTRY, team)
    assert found is not None
    return found


def rows_of(text: str) -> int:
    """Count the rows that lines fill; one that is empty, and the rule of a table, are none."""
    shown = (LINK.sub("]", line) for line in text.split("\n"))
    return sum(ceil(len(line) / COLUMNS) for line in shown if line and not line.startswith("| ---"))


def test_every_code_fits_on_one_screen() -> None:
    for code in CODES:
        here = Standpoint(tuple(item for item in constants_of(code) if item.language == "python"))
        assert rows_of(to_short_markdown(explanation_of(code), here)) <= ROWS, code
        team = TeamFile(notes=(TeamNote(code, "word " * 200, "Shop", "https://wiki.example.org/404"),))
        assert rows_of(to_short_markdown(explanation_of(code, team), here)) <= ROWS + ROWS_OF_TEAM, code


@pytest.mark.parametrize("query", [*StatusClass, "nginx", "retry", "needs Location", "microsoft iis"])
def test_every_listing_fits_on_one_screen(query: str) -> None:
    (answer,) = explain(query, REGISTRY)
    assert rows_of(to_short_markdown(answer)) <= ROWS


def test_what_is_near_comes_first_and_the_rest_on_one_line() -> None:
    answer = explanation_of("404")
    named = {constant.expression: constant for constant in answer.constants}
    near = (named["http.StatusNotFound"], named["fiber.StatusNotFound"], named["fasthttp.StatusNotFound"])
    brief = shorten_explanation(answer, Standpoint(near))
    assert brief.near == near[:2]
    assert brief.elsewhere[:2] == ("HTTP_NOT_FOUND", "http::status::not_found")
    assert sum(map(len, brief.elsewhere)) <= COLUMNS
    brief = shorten_explanation(answer, Standpoint(near[:1]))
    assert brief.elsewhere[:2] == ("fasthttp.StatusNotFound", "fiber.StatusNotFound")


def test_the_vendors_in_use_are_told_of_first() -> None:
    answer = explanation_of("499")
    brief = shorten_explanation(answer, Standpoint(vendors=frozenset({"nginx"})))
    assert [remark.partition(":")[0] for remark in brief.remarks] == ["nginx", "Anthropic API", "ASP.NET Core"]
    assert shorten_explanation(answer, NOWHERE).remarks[0].startswith("Anthropic API: ")


def test_headers_share_a_row_and_history_is_left_to_those_who_read_on() -> None:
    brief = shorten_explanation(explanation_of("301"), NOWHERE)
    assert [(fact.label, fact.text.partition(";")[0]) for fact in brief.facts] == [
        ("Headers", "SHOULD send Location"),
        ("Body", "allowed"),
        ("Caching", "heuristically cacheable: kept for a while even where no header says so"),
        ("Method", "It may change: most clients follow a POST with a GET and drop the body. Answer 308 to keep both."),
    ]
    assert brief.is_cut


def test_what_is_short_is_told_whole() -> None:
    brief = shorten_explanation(explanation_of("403.10"), NOWHERE)
    assert (brief.notes, brief.is_cut) == ("Older tables call it an invalid configuration.", False)


def test_long_words_of_a_team_are_cut_but_no_address() -> None:
    address = f"https://wiki.example.org/{'x' * 500}"
    team = TeamFile(notes=(TeamNote("404", "word " * 200, runbook=address),))
    note, runbook = shorten_explanation(explanation_of("404", team), NOWHERE).team
    assert note.text == f"{'word ' * 47}…"
    assert runbook.text == address


def test_a_long_listing_says_how_much_is_left_out() -> None:
    members = tuple(Choice(str(number), "text") for number in range(100, 110))
    assert shorten_listing(Listing("Some", (), members)) == (members[:8], 2)
    assert to_short_markdown(Listing("Some", (), members)).endswith("\n- 107: text\n- … and 2 more")


@pytest.mark.parametrize(
    ("first", "last", "title", "notes", "members"),
    [
        (100, 599, "Every status", (), ["1xx", "2xx", "3xx", "4xx", "5xx"]),
        (100, 499, "Statuses up to 499", ("Not among them: 5xx Server Error.",), ["1xx", "2xx", "3xx", "4xx"]),
        (
            400,
            599,
            "Statuses from 400",
            ("Not among them: 1xx Informational, 2xx Successful and 3xx Redirection.",),
            ["4xx", "5xx"],
        ),
        (200, 299, "Statuses from 200 to 299", ("All of one class, and nothing else.",), ["2xx"]),
        (404, 404, "Status 404", ("Part of one class, and nothing else.",), ["4xx, from 404 up to 404"]),
        (
            150,
            501,
            "Statuses from 150 to 501",
            (),
            ["1xx, from 150", "2xx", "3xx", "4xx", "5xx, up to 501"],
        ),
    ],
)
def test_a_span_is_told_by_its_classes(
    first: int, last: int, title: str, notes: tuple[str, ...], members: list[str]
) -> None:
    told = []
    for member in members:
        name, _, part = member.partition(", ")
        description = REGISTRY.describe_class(StatusClass(name))
        told.append(Choice(f"{description.title}{part and ', '}{part}", description.meaning))
    link = Link("RFC 9110 §15", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15")
    assert explain_span(first, last, REGISTRY) == Listing(title, notes, tuple(told), (link,))


@pytest.mark.parametrize(
    ("code", "vendors", "name"),
    [
        ("404", (), "Not Found"),
        ("4xx", (), "Client Error"),
        ("499", (), "Client Closed Request"),
        ("499", ("esri-arcgis",), "Token Required"),
        ("499", ("squid",), "Client Closed Request"),
        ("403.10", (), "Execute access denied by configuration"),
        ("299", (), ""),
        ("9xx", (), ""),
    ],
)
def test_a_code_has_a_name(code: str, vendors: tuple[str, ...], name: str) -> None:
    assert name_of(code, REGISTRY, TeamFile(vendors=vendors)) == name
    assert title_of(code, REGISTRY, TeamFile(vendors=vendors)) == f"{code} {name}".strip()
