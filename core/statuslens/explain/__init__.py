"""Floor 4: the query grammar, and explanations that every front end renders."""

from statuslens.explain.markdown import escape, to_markdown
from statuslens.explain.model import Answer, ClassExplanation, Explanation, Link, Refusal
from statuslens.explain.query import QUERY_LIMIT, explain, explain_code

__all__ = [
    "QUERY_LIMIT",
    "Answer",
    "ClassExplanation",
    "Explanation",
    "Link",
    "Refusal",
    "escape",
    "explain",
    "explain_code",
    "to_markdown",
]
