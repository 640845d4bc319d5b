"""Weigh that a literal is looked for in what an error says, or is all that it says."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, shorten
from statuslens.source.context import Relation
from statuslens.source.words import words

_ERROR = r"e(?:rr|rror|x|xc|xception)?"
_ERROR_AS_TEXT = re.compile(
    rf"{_ERROR}[!?]?\.(?:toString|to_s|what|description|localizedDescription)\b|(?:str|repr|String)\({_ERROR}\)"
    rf"|f?[\"'`]\$?\{{?{_ERROR}\}}?[\"'`]"
)
"""An error as a text: ``e.toString()``, ``str(e)``, ``"$e"``."""
STARTS = {("startswith",), ("startsWith",), ("StartsWith",), ("hasPrefix",), ("start_with",), ("starts_with",)}
_LOOKED_FOR = {Relation.INDEX, Relation.MEMBER}
_WHOLE = {Relation.CASE, Relation.COMPARED}


def weigh_message(reading: Reading, weighing: Weighing) -> None:
    """Add that a code of an error is looked for in what an error says, or is all of it.

    ``e.getMessage().contains("404")``, ``e.message === "404"``
    """
    if not weighing.is_error_code:
        return
    if reading.relation in _LOOKED_FOR or reading.names[-1:] in STARTS:
        if _is_said(reading, words(reading.subject), weighing):
            weighing.add_known("in_message", f"looked for in {shorten(reading.subject)}")
    elif reading.relation in _WHOLE and weighing.is_text:
        name = words(reading.names[-1])[-1:] if reading.names else ()
        if _is_said(reading, name, weighing):
            weighing.add_known("in_message", f"all that {shorten(reading.subject)} says")


def _is_said(reading: Reading, spoken: tuple[str, ...], weighing: Weighing) -> bool:
    is_error = _ERROR_AS_TEXT.match(reading.subject) is not None
    return is_error or not weighing.weights.vocabulary.messages.isdisjoint(spoken)
