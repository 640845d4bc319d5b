"""Where a value comes from, and what it is for, as far as names and texts of known tools tell it."""

import re

from statuslens.recognise.phrases import is_named_like
from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing
from statuslens.recognise.weights import Weights
from statuslens.source.document import Document
from statuslens.source.words import words

_OF_STATUS_LINE = re.compile(
    r"(?:\bhead[ \t]+-(?:n[ \t]*)?1\b|\bsed[ \t]+-n[ \t]+['\"]?1p|\be?grep\b[^|]*HTTP)[^|]*\|(?:[^|]*\|)?"
    r"[ \t]*(?:g?awk[ \t]+['\"]\{[ \t]*print[ \t]+\\?\$2\b"
    r"|cut[ \t]+(?:-d[ \t]*\\?['\"]? ['\"]?[ \t]+-f[ \t]*2\b|-f[ \t]*2[ \t]+-d[ \t]*['\"] ))"
)
"""The second word of a status line, which a shell cuts out: ``curl -I $url | head -n 1 | cut -d ' ' -f 2``."""
_NINTH_BYTE = re.compile(
    r"\[9(?:\.\.|:)(?:=?1[12])?\]|\b(?:mid|slice|substr|substring)\(9, ?(?:3|12)\)|\w \+ 9\Z|&\w+\[9\]"
)
_SECOND_WORD = re.compile(r"\bsplit\w*\([^()]*\)\)?(?:\[1\]|\.nth\(1\))|\b(\w+)\[1\]\)*\Z", re.IGNORECASE)
_SPLITS = re.compile(r"\b(?:split|fields|explode)\w*(?:::<[^<>]*>)?\(", re.IGNORECASE)
_END_OF_ANSWER = re.compile(r"[\"']?\$\{(\w+):(?: |\()-3\)?\}[\"']?")
_LAST_OF_ANSWER = re.compile(r"\btail\s+-(?:n\s*1|1|c\s*[34])\b")
_VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)")
_FETCHES = re.compile(r"\bcurl\b")
_PROPERTIES = re.compile(r"(?:\[|array\(|\{)\s*[\"']\{[\w:./#-]+\}\w")
"""Properties with the namespaces that WebDAV gives them: ``['{DAV:}getetag' => …``."""
_BEFORE = 300
_COMPARED_BEFORE = re.compile(rb"(?i:status)(?:_?[Cc]ode)?(?:\(\))?\)?\s*={2,3}\s*([1-5][0-9]{2}\b|[A-Za-z_][\w.:]*)")
_MEMBER_BEFORE = re.compile(rb"(?<![\w-])(\w+)[\"']?[ \t]*(?::|=>)[ \t]*&?([A-Za-z_]\w*)")
_STATUS_MEMBER = re.compile(r"\w*status(?:_?code)?", re.IGNORECASE)
_SHORT_STATUSES, _SHORT_BODIES = {"s", "st"}, {"b", "bd", "body"}
"""How the status and the body of Rack's three values are called in short: ``s, h, b = app.call(env)``."""


def is_cut_out_of_status_line(definition: str) -> bool:
    """Tell whether a definition takes the status out of a status line, as a shell's does."""
    return _OF_STATUS_LINE.search(definition) is not None


def is_ninth_byte(expression: str) -> bool:
    """Tell whether a text begins at the ninth byte of another one, as a status line's status does: ``line[9:12]``."""
    return _NINTH_BYTE.search(expression) is not None


def is_second_word(expression: str, document: Document, place: int) -> bool:
    """Tell whether an expression is the second of the words that a text was split into: ``line.split()[1]``."""
    found = _SECOND_WORD.search(expression)
    if found is None:
        return False
    return not found[1] or _SPLITS.search(document.assigned(found[1], place)) is not None


def is_end_of_answer(expression: str, document: Document, place: int) -> bool:
    """Tell whether a shell cuts off the end of what curl prints, which is where it is told to write the status.

    ``${answer: -3}`` and ``$(echo "$answer" | tail -n 1)`` are such ends, of ``answer=$(curl …)``; what curl is told
    may stand elsewhere.
    """
    cut = _END_OF_ANSWER.fullmatch(expression)
    named = [cut[1]] if cut else _VARIABLE.findall(expression) if _LAST_OF_ANSWER.search(expression) else []
    return any(_FETCHES.search(document.assigned(name, place)) for name in named[:1])


def is_first_of_three(name: str, document: Document) -> bool:
    """Tell whether a short name is the first of the three values that a request is answered with."""
    return name in _SHORT_STATUSES and not _SHORT_BODIES.isdisjoint(document.given_with(name))


def lists_properties(text: str) -> bool:
    """Tell whether a text is a list of WebDAV's properties, of which each status has one."""
    return _PROPERTIES.match(text) is not None


def was_compared(weighing: Weighing) -> bool:
    """Tell whether a status is compared with the same code just before: ``if error.status == 429: return 429``."""
    data, place = weighing.facts.document.data, weighing.place
    compared = (found[1].decode() for found in _COMPARED_BEFORE.finditer(data, max(0, place - _BEFORE), place))
    return any(side == weighing.code or is_named_like(side, weighing.code) for side in compared)


def taken_from(name: str, weighing: Weighing) -> str:
    """Return the status that a pattern just before gives a name, by what it is called there, or nothing.

    ``%{status_code: error}`` gives one to ``error``.
    """
    data, place = weighing.facts.document.data, weighing.place
    found = (item for item in _MEMBER_BEFORE.finditer(data, max(0, place - _BEFORE), place))
    members = [item[1].decode() for item in found if item[2] == name.encode()][-1:]
    return "".join(filter(_STATUS_MEMBER.fullmatch, members))


def says_when_to_fail(reading: Reading, weights: Weights) -> bool:
    """Tell whether a name says on what to raise an error: ``options.raise_on``."""
    found = words(reading.names[-1]) if reading.names else ()
    return found[-1:] == ("on",) and not weights.vocabulary.error_words.isdisjoint(found)
