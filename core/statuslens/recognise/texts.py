"""Statuses inside longer texts: status lines, queries, JSON or code in a string; and free text, which is prose."""

import re
from dataclasses import dataclass

from statuslens.recognise.facts import FileFacts
from statuslens.recognise.model import Role
from statuslens.recognise.phrases import starts_with_phrase
from statuslens.recognise.weights import Weights
from statuslens.registry import load_registry
from statuslens.registry.vendor import vendor_codes
from statuslens.source.document import Token
from statuslens.source.language import TokenKind
from statuslens.source.words import words

_REACH = 300
"""Bytes before and after a number in which its text is looked at."""
_PROSE_WORDS = 3

_STATUS_LINE = re.compile(r"(?:HTTP\\?/|\^HTTP)[0-9.\\*+?\[\]()|dx]*(?:\\?[\"'])?(?:[ \t]|\\s|[.*+]|\\?[\"'-])+\(?\Z")
_NAMED = re.compile(
    r"(?:\A|[\"'{\[(,&?;]|\n[ \t]*(?:-[ \t]+)?)[ \t]*\\?[\"']?([A-Za-z_][\w.-]*)\\?[\"']?\]?[ \t]*"
    r"(=>|[:=]{1,3}|!==?|[<>]=?|[Ss]hould\w+|eq|is)[ \t]*\\?[\"']?\Z"
)
_COMPARED = re.compile(r"([A-Za-z_][\w.]*)\\?[\"']?\]?\)?[ \t]*([=!]==?|[<>]=?)[ \t]*\\?[\"']?\Z")
_ASSERTED = re.compile(r"([A-Za-z_][\w.]*)(?:\(\))?\)\.[\w.]+\([ \t]*\[?\Z")
_AMONG = re.compile(r"([A-Za-z_][\w.]*)[ \t]+(?:not[ \t]+)?in[ \t]+[\[(]\Z")
_LABEL = re.compile(r"(\w+)\{[^{}]*\bcode[ \t]*(?:=~|!~|!=|=)[ \t]*\\?[\"']\Z")
"""A label of a metric: ``http_requests_total{code="404"``."""
_CALL = re.compile(r"([A-Za-z_][\w.]*)[ \t]?\([ \t]*(?:\w+,[ \t]*)?\Z")
_PATH = re.compile(r"/(status(?:es|[-_]?codes?)?)/\Z|#/(?:components/)?(responses)/\Z", re.IGNORECASE)
_RESPONSE_KEY_BEFORE = re.compile(r"\bresponses\\?[\"']?[ \t]*:(?:[^\0]*[\s{,])?\\?[\"']?\Z")
_RESPONSE_KEY_AFTER = re.compile(r"\\?[\"']?[ \t]*:")
_PAGE = re.compile(r"[45][0-9]{2}(?:\.[a-z]+)*")
_PHRASE_AFTER = re.compile(r"[ \t]*,[ \t]*\\?[\"']([^\"']+)")
_HEADERS_AFTER = re.compile(r"[ \t]*,[ \t]*(?:\{\}|\{\s*[\"'][A-Za-z]+-|\w*headers?\b)")
_ERROR_BESIDE = re.compile(r"[\"'](?:error|message|status)\\?[\"'][ \t]*:")
_LIST = re.compile(
    r"[\^(]*[1-5][0-9xX.][0-9xX.](?:(?:[ \t]*(?:\|\||[,;|:-])[ \t]*|[ \t]+(?:or[ \t]+)?)[1-6][0-9xX.][0-9xX.])+[$)]*"
)
_LISTED = re.compile(r"(?:(\\?[\"']|)[1-5][0-9]{2}\1(?:[ \t]*(?:\|\|?|,)[ \t]*|[ \t]+or[ \t]+))+\Z")
"""Numbers before another one, in a list inside a text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a number in a text is: its role, and the reason by its name in the data and in words."""

    role: Role
    reason: str
    words: str


def is_list(content: str) -> bool:
    """Tell whether a text is nothing but a list of numbers: ``502,503``, ``^(404|410)$``, ``200-399``."""
    return _LIST.fullmatch(content) is not None


def is_page(content: str) -> bool:
    """Tell whether a text names the page of a status: ``404.html``, or ``404`` alone."""
    return _PAGE.fullmatch(content) is not None


def is_range_end(data: bytes, start: int, end: int) -> bool:
    """Tell whether a number in such a list is an end of a range."""
    return data[start - 1 : start] == b"-" or data[end : end + 1] == b"-"


def read_text(code: str, start: int, end: int, token: Token, facts: FileFacts, weights: Weights) -> Finding | None:
    """Return what a number in the middle of a text is, or None where nothing speaks for a status."""
    data = facts.document.data
    around = token.node.parent if token.kind is TokenKind.STRING else None
    first, last = (around.start_byte, around.end_byte) if around is not None else (token.start, token.end)
    before = data[max(first, start - _REACH) : start].decode("utf-8", "replace")
    after = data[end : min(last, end + _REACH)].decode("utf-8", "replace")
    is_known = load_registry().get(code) is not None or bool(vendor_codes(code))
    is_data = token.kind is TokenKind.STRING and not facts.document.is_documentation(token)
    if is_data and is_known and (finding := _read_data(code, before, after, weights)):
        return finding
    near = (*before.split()[-_PROSE_WORDS:], *after.split()[:_PROSE_WORDS])
    if any(weights.word(word.strip(".,:;()'\"").lower()) >= 1 for word in near) or starts_with_phrase(after, code):
        return Finding(Role.PROSE, "prose_word", "named as a status in a text")
    return None


def _read_data(code: str, before: str, after: str, weights: Weights) -> Finding | None:
    before = _LISTED.sub("", before)
    if _STATUS_LINE.search(before):
        return Finding(Role.STATUS, "status_line", "stands in a status line")
    if not before.strip("^/\\\"' ") and after[:1].isspace() and starts_with_phrase(after, code):
        return Finding(Role.STATUS, "code_and_phrase", "followed by its reason phrase")
    if (compared := _COMPARED.search(before)) and _is_status_name(compared[1], weights):
        role = Role.BOUND if compared[2][0] in "<>" else Role.STATUS
        return Finding(role, "named_in_text", f"compared with {compared[1]} in a text")
    if (asserted := _ASSERTED.search(before)) and _is_status_name(asserted[1], weights):
        return Finding(Role.STATUS, "named_in_text", f"compared with {asserted[1]} in a text")
    named = _NAMED.search(before)
    if named and (_is_status_name(named[1], weights) or _is_code_of_an_error(named[1], before, after)):
        role = Role.BOUND if named[2][0] in "<>" else Role.STATUS
        return Finding(role, "named_in_text", f"the value of {named[1]} in a text")
    if (among := _AMONG.search(before)) and _is_status_name(among[1], weights):
        return Finding(Role.STATUS, "named_in_text", f"among the values of {among[1]} in a text")
    if (metric := _LABEL.search(before)) and any(weights.word(word) > 0 for word in words(metric[1])):
        return Finding(Role.STATUS, "named_in_text", f"a code of {metric[1]}")
    if path := _PATH.search(before):
        return Finding(Role.STATUS, "named_in_text", f"follows /{path[1] or path[2]}/ in a path")
    if _RESPONSE_KEY_BEFORE.search(before) and _RESPONSE_KEY_AFTER.match(after):
        return Finding(Role.STATUS, "named_in_text", "a key of responses in a text")
    if (phrase := _PHRASE_AFTER.match(after)) and starts_with_phrase(phrase[1], code):
        return Finding(Role.STATUS, "named_in_text", "beside its reason phrase in a text")
    if before.rstrip().endswith("[") and _HEADERS_AFTER.match(after):
        return Finding(Role.STATUS, "named_in_text", "headers and a body follow in a text")
    if (call := _CALL.search(before)) and _is_status_name(call[1], weights):
        return Finding(Role.STATUS, "named_in_text", f"passed to {call[1]} in a text")
    return None


def _is_code_of_an_error(name: str, before: str, after: str) -> bool:
    """Tell whether a text holds an error in JSON whose code is looked at: ``{"error": {"code": 404, "message": …``."""
    return name == "code" and _ERROR_BESIDE.search(before + after) is not None


def _is_status_name(name: str, weights: Weights) -> bool:
    found = [weights.word(word) for word in words(name)]
    return sum(found) + weights.values["rare"] >= weights.threshold and min(found) >= 0
