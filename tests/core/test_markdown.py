"""Answers as Markdown."""

import pytest

from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain import Choice, Comparison, Explanation, Fact, Link, explain
from statuslens.explain.brief import Standpoint
from statuslens.explain.markdown import escape, to_markdown, to_short_markdown
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.constant_index import constants_of

REGISTRY = load_registry()
LINK = Link("RFC 9110 §15.3.1", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.1")
SHORT = Explanation(
    code="200",
    name="OK",
    status_class=StatusClass.SUCCESSFUL,
    label="Successful",
    meaning="It worked.",
    client="Use it.",
    server="Send it.",
    notes=("One note.", "Another note."),
    facts=(Fact("Headers", "SHOULD send ETag"), Fact("Headers", "MAY send Date"), Fact("Body", "allowed")),
    older_texts=("Some said so.",),
    choices=(Choice("204 No Content", "Without content."),),
    team=(Fact("Team", "_Ours_"), Fact("Runbook", "https://wiki.example.org/a_b")),
    links=(LINK, Link("Team: [wiki]", "https://wiki.example.org/ok_(200)")),
)


def test_a_short_explanation_fits_into_a_popup() -> None:
    here = Standpoint(tuple(item for item in constants_of("200") if item.expression == "HTTPStatus.OK"))
    assert to_short_markdown(SHORT, here) == (
        """\
### 200 OK

It worked.

One note. Another note.

- Team: \\_Ours\\_
- Runbook: <https://wiki.example.org/a_b>
- **Client**: Use it.
- **Server**: Send it.
- **Or 204 No Content**: Without content.

| Class | Successful |
| --- | --- |
| Headers | SHOULD send ETag; MAY send Date |
| Body | allowed |

`HTTPStatus.OK` (Python standard library)

[RFC 9110 §15.3.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.1)"""
        r" · [Team: \[wiki\]](https://wiki.example.org/ok_%28200%29) · `statuslens explain 200`"
    )


def test_a_whole_explanation_has_its_parts_in_order() -> None:
    (answer,) = explain("413", REGISTRY)
    text = to_markdown(answer)
    parts = [
        "### 413 Content Too Large",
        "**Client**: ",
        "**Server**: ",
        "| Headers | SHOULD send Retry-After ",
        "Also known as: ",
        "**Choose**",
        "**Elsewhere**",
        "**Constants**",
        "- python: `",
        "Client Error · [RFC 9110 §15.5.14]",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_class_lists_its_members() -> None:
    (answer,) = explain("1xx", REGISTRY)
    description = "An interim answer on the way to the final one. It has headers only, and HTTP/1.0 does not have it."
    assert to_markdown(answer) == (
        f"### 1xx Informational\n\n{description}\n\n"
        "A client that does not know a 1xx code reads on and waits for the final response.\n\n"
        "- 100 Continue\n- 101 Switching Protocols\n- 102 Processing\n- 103 Early Hints\n"
        "- 104 Upload Resumption Supported\n\n"
        "[RFC 9110 §15.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2)"
    )


def test_a_comparison_is_a_table() -> None:
    (answer,) = explain("401 403", REGISTRY)
    lines = to_markdown(answer).split("\n")
    assert lines[:4] == ["### 401 vs 403", "", "|  | 401 Unauthorized | 403 Forbidden |", "| --- | --- | --- |"]


def test_help_and_a_short_comparison_are_lists() -> None:
    (answer,) = explain("help", REGISTRY)
    assert to_markdown(answer).startswith("### What can be asked\n\n- `404` explains a code\n- `4xx` lists a class\n")
    (answer,) = explain("401 403", REGISTRY)
    assert isinstance(answer, Comparison)
    (choice,) = answer.choices
    assert to_short_markdown(answer) == f"### 401 vs 403\n\n**401 or 403**: {choice.text}"


def test_a_refusal_shows_the_query_as_text() -> None:
    (answer,) = explain("[not](fuond)", REGISTRY)
    assert to_markdown(answer).startswith("### 404 Not Found")
    (answer,) = explain("[x](y) *zz*", REGISTRY)
    assert to_markdown(answer) == r"**\[x\](y) \*zz\***: No status code has this name."


def test_the_words_of_a_team_file_have_no_markup() -> None:
    team = TeamFile(
        codes=(TeamCode("471", "<b>Basket</b>", "*See* [this](x)", "`me`", "https://wiki.example.org/471"),),
        notes=(TeamNote("404", "_Ask_ <script>"),),
    )
    (own,) = explain("471", REGISTRY, team)
    assert to_short_markdown(own) == (
        "### 471 \\<b\\>Basket\\</b\\>\n\n\\*See\\* \\[this\\](x)\n\n"
        "- Owner: \\`me\\`\n- Runbook: <https://wiki.example.org/471>\n\nyour team's own code"
    )
    (noted,) = explain("404", REGISTRY, team)
    assert "\n- Team: \\_Ask\\_ \\<script\\>\n" in to_short_markdown(noted)
    assert "\n- Team: \\_Ask\\_ \\<script\\>\n" in to_markdown(noted)


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
def test_foreign_text_has_no_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped
