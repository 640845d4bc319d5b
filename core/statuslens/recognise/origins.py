"""Where a value comes from, and what it is for, as far as names and texts of known tools tell it."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.weights import Weights
from statuslens.source.document import Document
from statuslens.source.words import words

_OF_STATUS_LINE = re.compile(
    r"(?:\bhead[ \t]+-(?:n[ \t]*)?1\b|\bgrep\b[^|]*HTTP)[^|]*\|(?:[^|]*\|)?"
    r"[ \t]*(?:cut[ \t]+-d[ \t]*\\?['\"]? ['\"]?[ \t]+-f[ \t]*2\b|g?awk[ \t]+['\"]\{[ \t]*print[ \t]+\\?\$2\b)"
)
"""The second word of a status line, which a shell cuts out: ``curl -I $url | head -n 1 | cut -d ' ' -f 2``."""
_PROPERTIES = re.compile(r"(?:\[|array\(|\{)\s*[\"']\{[\w:./#-]+\}\w")
"""Properties with the namespaces that WebDAV gives them: ``['{DAV:}getetag' => …``."""
_SHORT_STATUSES, _SHORT_BODIES = {"s", "st"}, {"b", "bd", "body"}
"""How the status and the body of Rack's three values are called in short: ``s, h, b = app.call(env)``."""


def is_cut_out_of_status_line(definition: str) -> bool:
    """Tell whether a definition takes the status out of a status line, as a shell's does."""
    return _OF_STATUS_LINE.search(definition) is not None


def is_first_of_three(name: str, document: Document) -> bool:
    """Tell whether a short name is the first of the three values that a request is answered with."""
    return name in _SHORT_STATUSES and not _SHORT_BODIES.isdisjoint(document.given_with(name))


def lists_properties(text: str) -> bool:
    """Tell whether a text is a list of WebDAV's properties, of which each status has one."""
    return _PROPERTIES.match(text) is not None


def says_when_to_fail(reading: Reading, weights: Weights) -> bool:
    """Tell whether a name says on what to raise an error: ``options.raise_on``."""
    found = words(reading.names[-1]) if reading.names else ()
    return found[-1:] == ("on",) and not weights.vocabulary.error_words.isdisjoint(found)
