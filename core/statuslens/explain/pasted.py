"""Statuses in what people paste: log lines and heads of responses."""

import re

_CODE = r"([1-9][0-9]{2})(?![0-9])"
_PATTERNS = (
    # The first line of a response: HTTP/1.1 404 Not Found, HTTP/2 404.
    rf"\bHTTP/[0-9](?:\.[0-9])? {_CODE}",
    # Access logs in the common and combined formats: "GET / HTTP/1.1" 404 153.
    rf"\bHTTP/[0-9](?:\.[0-9])?\"\s+{_CODE}",
    # HTTP/2's pseudo-header as tools print it, and fields of structured logs: :status: 404, "status":404, status=404.
    rf"(?i:\b(?:http_?|response_?|upstream_?)?(?:status|status_?code|response_?code))[\"']?\s*[:=]\s*[\"']?{_CODE}",
)
_PASTED = re.compile("|".join(_PATTERNS))


def find_codes(text: str) -> dict[str, int]:
    """Return the statuses of a pasted text and how often each occurs, in the order of their first places."""
    counts: dict[str, int] = {}
    for match in _PASTED.finditer(text):
        code = next(filter(None, match.groups()))
        counts[code] = counts.get(code, 0) + 1
    return counts
