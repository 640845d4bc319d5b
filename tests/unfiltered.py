"""The recogniser without its prefilter: every file is parsed, and every number that could be a status is judged."""

import re
from collections.abc import Iterator

from statuslens.recognise.candidates import Candidate, Shape
from statuslens.recognise.facts import find_facts
from statuslens.recognise.model import Occurrence
from statuslens.recognise.scan import recognise
from statuslens.recognise.weights import load_weights
from statuslens.source.document import Document

_NUMBER = re.compile(r"(?<![\w.$])(?:[1-5][0-9]{2}|600)(?![\w]|\.[0-9])")
_WILDCARD = re.compile(r"(?<!\w)[1-5]xx(?!\w)", re.IGNORECASE)


def recognise_everything(document: Document) -> tuple[Occurrence, ...]:
    """Return the occurrences of a document in its own language, prose among them."""
    return recognise(find_facts(document), list(_numbers(document)), load_weights().threshold, prose=True)


def _numbers(document: Document) -> Iterator[Candidate]:
    for shape, pattern in ((Shape.NUMBER, _NUMBER), (Shape.WILDCARD, _WILDCARD)):
        place = offset = 0
        for match in pattern.finditer(document.text):
            offset += len(document.text[place : match.start()].encode("utf-8", "replace"))
            place = match.start()
            yield Candidate(shape, offset, offset + len(match[0]))
