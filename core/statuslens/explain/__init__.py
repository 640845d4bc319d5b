"""Floor 4: the query grammar, and explanations that every front end renders."""

from statuslens.explain.compose import constant_remarks, join_words, owner_remarks
from statuslens.explain.model import (
    Answer,
    Choice,
    Comparison,
    Explanation,
    Fact,
    Help,
    Link,
    Listing,
    Refusal,
    codes_of,
)
from statuslens.explain.query import PASTE_LIMIT, QUERY_LIMIT, explain, explain_code

__all__ = [
    "PASTE_LIMIT",
    "QUERY_LIMIT",
    "Answer",
    "Choice",
    "Comparison",
    "Explanation",
    "Fact",
    "Help",
    "Link",
    "Listing",
    "Refusal",
    "codes_of",
    "constant_remarks",
    "explain",
    "explain_code",
    "join_words",
    "owner_remarks",
]
