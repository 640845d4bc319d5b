"""Statuses in what people paste or write: log lines, heads of responses, traces, sentences."""

import re
from collections.abc import Iterator
from functools import lru_cache

from statuslens.registry import load_registry, name_key
from statuslens.registry.vendor import vendor_codes

_CODE = r"(?P<code>[1-9][0-9]{2})(?![0-9])"
_ERROR = r"(?P<code>[45][0-9]{2})(?![0-9])"
_CERTAIN = (
    # The first line of a response: HTTP/1.1 404 Not Found, HTTP/2 404.
    rf"\bHTTP/[0-9](?:\.[0-9])? {_CODE}",
    # Access logs in the common and combined formats: "GET / HTTP/1.1" 404 153.
    rf"\bHTTP/[0-9](?:\.[0-9])?\"\s+{_CODE}",
    # HTTP/2's pseudo-header as tools print it, and fields of structured logs: :status: 404, "status":404, status=404.
    rf"(?i:\b(?:http_?|response_?|upstream_?)?(?:status|status_?code|response_?code))[\"']?\s*[:=]\s*[\"']?{_CODE}",
)
# What may follow a number that is a status and no amount: an end, or a word that goes on with the sentence.
_GOES_ON = (
    r"(?=\s*(?:$|[,;!?)\]\"'|]|\.(?!\d)|:(?!\d)|(?:from|on|for|at|by|to|in|after|again|instead|but|and|or|when|while|then"
    r"|because|since|if|as|errors?|responses?|status(?:es)?|codes?|all|with|until|is|was|vs)\b|[-=]+>|[A-Z]))"
)
_SAID = (
    # HTTP 404, http error: 500, status code 503, HTTP response code: 502, a status of 429.
    (
        r"(?i:(?<!exit )\b(?:https?|status(?:es)?)(?:[ _-](?:status|error|code|response|of|was|is)){0,4}"
        r"\s?[:=]?\s?[\"'(\[]*)"
        rf"{_CODE}(?![\w.%]|/(?![1-5][0-9]{{2}}\b)|-[0-9])"
    ),
    # curl: (22) The requested URL returned error: 404; the shop answers with a 502; we are getting 503s.
    (
        r"(?i:\b(?:return|respond|answer|repl(?=y|ie)|receiv|g[eio]t|gave|giv|s[ae]e|saw|thr[eo]w|rais|sen[dt]|fail)\w*"
        r"(?: (?:with|an?|the|back|me|us|only|many|more|some|error|http|code|status)\b){0,4}[:=]? \(?)"
        rf"{_CODE}(?:'?s\b)?{_GOES_ON}"
    ),
    # A 404 from search; lots of 503s; 500 errors; 404 Client Error: Not Found for url; error: 502; (404).
    rf"(?i:\b(?:an?|the|(?:lots?|bunch|number|burst) of|many|some|more|these|those) ){_ERROR}(?:'?s\b)?{_GOES_ON}",
    rf"(?<![\w.:/+-])(?<!after )(?<!for )(?<!in )(?<!timeout of ){_ERROR}'?s\b(?! of\b)",
    rf"(?<![\w.:/+-]){_ERROR} (?i:(?:client |server )?(?:error|response)s?)\b",
    rf"(?i:\b(?:error|code)[:=]? ?\(?){_ERROR}{_GOES_ON}",
    rf"\({_ERROR}\)",
    # GET /cart 502; POST https://shop.example/pay -> 503; Gin's columns; the timers of HAProxy; the results of Squid.
    (
        r"\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\"? \S+(?: HTTP/[0-9.]+)?[\"':]? (?:[-=]+> ?)?\(?"
        rf"{_CODE}(?![\w.:/])"
    ),
    rf"\| *{_CODE} *\|",
    rf"\s[+-]?[0-9]+(?:/[+-]?[0-9]+){{3,4}}\s{_CODE}\s\+?[0-9]+\s",
    rf"\b(?:TCP|UDP|NONE)_?\w*/{_CODE}\s",
)
# A number and what its code is called, as proxies and libraries print them: 502 Bad Gateway.
_TITLE = rf"(?<![\w.,/+-]){_CODE}\)?[ -]+(?P<name>[A-Za-z][A-Za-z'-]*(?:[ -][A-Za-z'-]+){{0,5}})"
_NEXT = re.compile(rf"(?:'?s\b)? ?(?:[,/&]|,? (?:and|or|then)\b) ?{_CODE}(?![\w.])")
"""What goes on after a status with another one: 500, 502 and 503."""
_LEAST_OF_NAME = 2
"""Letters of a name that tell it from a word of a sentence: ``OK``."""


def find_codes(text: str) -> dict[str, int]:
    """Return the statuses of a log or a head and how often each occurs, in the order of their first places.

    Only what nobody would type to ask for a code counts.
    """
    return _count(_certain(text))


def find_said_codes(text: str) -> dict[str, int]:
    """Return the statuses of any text, as ``find_codes`` does; in sentences and traces too."""
    return _count({**_certain(text), **_said(text)})


def _count(found: dict[int, str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, code in sorted(found.items()):
        counts[code] = counts.get(code, 0) + 1
    return counts


def _certain(text: str) -> dict[int, str]:
    """Return the codes by their places, at each of which one counts once whatever tells it."""
    return dict(_matches(_CERTAIN, text))


def _said(text: str) -> dict[int, str]:
    named = (match for match in re.finditer(_TITLE, text) if _is_named(match["code"], match["name"]))
    found = {**dict(_matches(_SAID, text)), **{match.start("code"): match["code"] for match in named}}
    for start, code in tuple(found.items()):
        end = start + len(code)
        while another := _NEXT.match(text, end):
            found[another.start("code")] = another["code"]
            end = another.end("code")
    return found


def _matches(patterns: tuple[str, ...], text: str) -> Iterator[tuple[int, str]]:
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield match.start("code"), match["code"]


def _is_named(code: str, words: str) -> bool:
    key = name_key(words)
    return any(key.startswith(name) for name in _names(code))


@lru_cache(maxsize=1024)
def _names(code: str) -> tuple[str, ...]:
    status = load_registry().get(code)
    names = [status.name, *(former.name for former in status.former_names)] if status else []
    keys = map(name_key, [*names, *(own.name for own in vendor_codes(code))])
    return tuple(key for key in keys if len(key) >= _LEAST_OF_NAME)
