"""Plain text: each kind of answer without markup."""

from dataclasses import replace

import pytest

from statuslens.explain import Answer, Choice, Comparison, Explanation, Fact, Help, Link, Listing, Refusal
from statuslens.explain.brief import Standpoint
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.constant_index import constants_of
from statuslens_lsp.plain_text import to_plain_text

OK, CREATED = load_registry().by_class(StatusClass.SUCCESSFUL)[:2]
LINK = Link("Here", "https://example.org/here")
EXPLANATION = Explanation(
    code="200",
    name="OK",
    status_class=StatusClass.SUCCESSFUL,
    label="Successful",
    meaning="It worked.",
    notes=("One note.", "Another *note*."),
    links=(LINK,),
)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            EXPLANATION,
            "200 OK (Successful)\n\nIt worked.\nOne note. Another *note*.\n\nHere: https://example.org/here",
        ),
        (
            replace(
                EXPLANATION,
                notes=(),
                client="Use it.",
                facts=(Fact("Headers", "MAY send Date"), Fact("Body", "allowed")),
                choices=(Choice("204 No Content", "Without content."),),
                team=(Fact("Owner", "*us*"),),
                older_texts=("Some said so.",),
                links=(),
            ),
            """\
200 OK (Successful)

It worked.

Owner: *us*
Client: Use it.
Or 204 No Content: Without content.

Headers: MAY send Date
Body: allowed

More: statuslens explain 200""",
        ),
        (
            Listing("2xx Successful", ("It worked.",), (Choice("200 OK", ""), Choice("201 Created", "")), ()),
            "2xx Successful\n\nIt worked.\n\n200 OK, 201 Created",
        ),
        (
            Listing("2xx Successful", ("It worked.",), (Choice("200 OK", ""), Choice("201 Created", "new")), (LINK,)),
            "2xx Successful\n\nIt worked.\n\n200 OK\n201 Created: new\n\nHere: https://example.org/here",
        ),
        (
            Comparison(("200 OK", "201 Created"), (), (Choice("200 or 201", "Both."),), ()),
            "200 vs 201\n\n200 or 201: Both.",
        ),
        (Help((Choice("404", "explains a code"),)), "What can be asked\n\n404: explains a code"),
        (
            Refusal("299", "It is not assigned.", (OK, CREATED), "404"),
            "299: It is not assigned.\n\nDid you mean 200 OK or 201 Created?",
        ),
        (Refusal("9", "Too short.", (), "404"), "9: Too short."),
    ],
)
def test_an_answer_is_told_without_markup(answer: Answer, expected: str) -> None:
    assert to_plain_text(answer) == expected


def test_the_constants_of_a_place_come_first() -> None:
    here = Standpoint(tuple(item for item in constants_of("200") if item.expression == "HTTPStatus.OK"))
    answer = replace(EXPLANATION, notes=(), links=(), constants=constants_of("200"))
    (told,) = (line for line in to_plain_text(answer, here).splitlines() if "HTTPStatus.OK" in line)
    assert told.startswith("HTTPStatus.OK (Python standard library); elsewhere status.HTTP_200_OK, falcon.HTTP_200, ")
    assert "\nIn code HTTP_OK, " in to_plain_text(answer)


def test_a_long_listing_says_how_much_is_left_out() -> None:
    members = tuple(Choice(str(number), "text") for number in range(100, 110))
    assert to_plain_text(Listing("Some", (), members)).endswith("\n107: text\n… and 2 more")
