"""From a query to answers, and answers as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.explain import (
    QUERY_LIMIT,
    ClassExplanation,
    Explanation,
    Link,
    Refusal,
    escape,
    explain,
    to_markdown,
)
from statuslens.registry import StatusClass, StatusCode, load_registry

REGISTRY = load_registry()


def known(code: str) -> StatusCode:
    status = REGISTRY.get(code)
    assert status is not None
    return status


def test_a_code_is_explained_with_its_specification() -> None:
    link = Link("RFC 9110 §15.5.5", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5")
    assert explain("404", REGISTRY) == (Explanation(known("404"), (), (link,)),)


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        ("418", ("IANA keeps 418 unused.",)),
        ("510", ("IANA lists 510 as obsoleted.",)),
        ("104", ("IANA registered 104 for a time only, until 2026-11-13.",)),
        ("305", ("RFC 9110 §15.4.6 deprecates it.",)),
        ("413", ("Also known as: Payload Too Large (RFC 7231); Request Entity Too Large (RFC 2616).",)),
    ],
)
def test_an_unusual_standing_and_older_names_are_noted(code: str, notes: tuple[str, ...]) -> None:
    (answer,) = explain(code, REGISTRY)
    assert isinstance(answer, Explanation)
    assert answer.notes == notes


def test_a_class_is_explained_with_its_members() -> None:
    (answer,) = explain("2XX", REGISTRY)
    assert answer == ClassExplanation(
        REGISTRY.describe_class(StatusClass.SUCCESSFUL),
        REGISTRY.by_class(StatusClass.SUCCESSFUL),
        (Link("RFC 9110 §15.3", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3"),),
    )
    assert answer.title == "2xx Successful"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("404, 500", ["404 Not Found", "500 Internal Server Error"]),
        ("404\r\n\n404\n 301 ", ["404 Not Found", "301 Moved Permanently"]),
        ("payload too  large", ["413 Content Too Large"]),
        ("I'm a teapot", ["418 I'm a teapot"]),
        ("404 4xx", ["404 Not Found", "4xx Client Error"]),
        ("4xx,teapot", ["4xx Client Error", "teapot"]),
    ],
)
def test_several_queries_are_answered_in_turn_each_once(query: str, titles: list[str]) -> None:
    answers = explain(query, REGISTRY)
    assert [answer.query if isinstance(answer, Refusal) else answer.title for answer in answers] == titles


@pytest.mark.parametrize(
    ("query", "message", "nearest"),
    [
        (
            "299",
            "This number is not assigned in IANA's table of 2025-09-15. "
            "A client that does not know a 2xx code treats it as 200.",
            ["226", "208", "207"],
        ),
        (
            "700",
            "A status code is a number from 100 to 599; a client treats any other as a 5xx (RFC 9110 §15).",
            ["500", "400", "300"],
        ),
        ("44", "A status code has three digits.", ["404", "414", "424"]),
        ("not fuond", "No status code has this name.", ["404"]),
        ("", "There is nothing to look up.", []),
        (" ,\n", "There is nothing to look up.", []),
        ("4" * 501, "That is 501 characters; a query has at most 500.", []),
    ],
)
def test_what_has_no_answer_is_refused_with_what_is_known(query: str, message: str, nearest: list[str]) -> None:
    codes = tuple(map(known, nearest))
    (answer,) = explain(query, REGISTRY)
    assert answer == Refusal(query[:QUERY_LIMIT].strip(" ,\n"), message, codes, "404")


@given(st.text(max_size=600))
def test_any_text_has_an_answer_or_a_refusal(text: str) -> None:
    answers = explain(text, REGISTRY)
    assert answers
    for answer in answers:
        assert to_markdown(answer)


def test_an_explanation_in_markdown() -> None:
    (answer,) = explain("308", REGISTRY)
    assert to_markdown(answer) == (
        "### 308 Permanent Redirect\n\n"
        "The resource has moved for good to the address in Location, and the client repeats the request there "
        "with the same method and body. Links should be updated.\n\n"
        "Redirection · [RFC 9110 §15.4.9](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.9)"
    )


def test_a_class_in_markdown_lists_its_members() -> None:
    (answer,) = explain("1xx", REGISTRY)
    assert to_markdown(answer) == (
        "### 1xx Informational\n\n"
        "An interim answer on the way to the final one. It has headers only, and HTTP/1.0 does not have it.\n\n"
        "A client that does not know a 1xx code reads on and waits for the final response.\n\n"
        "- 100 Continue\n- 101 Switching Protocols\n- 102 Processing\n- 103 Early Hints\n"
        "- 104 Upload Resumption Supported\n\n"
        "[RFC 9110 §15.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2)"
    )


def test_a_refusal_in_markdown_shows_the_query_as_text() -> None:
    (answer,) = explain("[not](fuond)", REGISTRY)
    assert to_markdown(answer) == (
        r"**\[not\](fuond)**: No status code has this name."
        "\n\nDid you mean 404 Not Found?"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain text", "plain text"),
        ("<script>", r"\<script\>"),
        ("a\n# b", r"a \# b"),
        ("`x` *y* _z_ [l](u)", r"\`x\` \*y\* \_z\_ \[l\](u)"),
        ("&amp;", r"\&amp;"),
        ("status_code X-Status -- _x_", r"status_code X-Status \-\- \_x\_"),
    ],
)
def test_foreign_text_has_no_markup_in_markdown(text: str, escaped: str) -> None:
    assert escape(text) == escaped
