"""Plain text: each kind of answer without markup."""

import pytest

from statuslens.explain import Answer, Choice, Comparison, Explanation, Help, Link, Listing, Refusal
from statuslens.registry import StatusClass, load_registry
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
            "200 OK\n\nIt worked.\n\nOne note.\n\nAnother *note*.\n\nSuccessful\n\nHere: https://example.org/here",
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
