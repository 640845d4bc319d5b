"""Plain text: each kind of answer without markup."""

import pytest

from statuslens.explain import Answer, ClassExplanation, Explanation, Link, Refusal
from statuslens.registry import StatusClass, load_registry
from statuslens_lsp.plain_text import to_plain_text

REGISTRY = load_registry()
SUCCESSFUL = REGISTRY.describe_class(StatusClass.SUCCESSFUL)
OK, CREATED = REGISTRY.by_class(StatusClass.SUCCESSFUL)[:2]
LINK = Link("Here", "https://example.org/here")

EXPLANATION = f"""\
200 OK

{OK.meaning}

One note.

Another *note*.

Successful

Here: https://example.org/here"""

CLASS_EXPLANATION = f"""\
2xx Successful

{SUCCESSFUL.meaning}

{SUCCESSFUL.unknown}

200 OK
201 Created

Here: https://example.org/here"""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Explanation(OK, ("One note.", "Another *note*."), (LINK,)), EXPLANATION),
        (ClassExplanation(SUCCESSFUL, (OK, CREATED), (LINK,)), CLASS_EXPLANATION),
        (
            Refusal("299", "It is not assigned.", (OK, CREATED), "404"),
            "299: It is not assigned.\n\nDid you mean 200 OK, 201 Created?",
        ),
        (Refusal("9", "Too short.", (), "404"), "9: Too short."),
    ],
)
def test_an_answer_is_told_without_markup(answer: Answer, expected: str) -> None:
    assert to_plain_text(answer) == expected
