"""Refusals: what is known all the same, the nearest codes, an example."""

import re

from statuslens.explain.model import Refusal
from statuslens.registry import Registry, StatusClass, StatusCode

EXAMPLE = "404"

# https://grpc.github.io/grpc/core/md_doc_statuscodes.html
_GRPC_NAMES = {
    "aborted",
    "alreadyexists",
    "cancelled",
    "dataloss",
    "deadlineexceeded",
    "failedprecondition",
    "invalidargument",
    "outofrange",
    "permissiondenied",
    "resourceexhausted",
    "unauthenticated",
    "unavailable",
    "unimplemented",
}
_FIRST_CLOSE_CODE = 1000
_LAST_CLOSE_CODE = 4999
_DIGITS = 3


def refuse(query: str, message: str, nearest: tuple[StatusCode, ...] = ()) -> Refusal:
    """Refuse a query."""
    return Refusal(query, message, nearest, EXAMPLE)


def refuse_length(query: str, limit: int) -> Refusal:
    """Refuse a query that is longer than anybody would type."""
    return refuse(query[:limit], f"That is {len(query):,} characters; a query has at most {limit}.")


def refuse_number(number: str, registry: Registry) -> Refusal:
    """Refuse a number that is no code, or one that nobody has given a meaning."""
    main = re.split(r"[.:]", number)[0]
    status_class = StatusClass.of(main)
    if main != number:
        message = f"No server that we know has this substatus of {main}."
        known = registry.get(main)
        return refuse(number, message, (known,) if known else registry.nearest(main))
    if status_class:
        message = f"This number is not assigned in IANA's table of {registry.date}. "
        message += registry.describe_class(status_class).unknown
    elif len(number) == _DIGITS:
        message = "A status code is a number from 100 to 599; a client treats any other as a 5xx (RFC 9110 §15)."
    elif len(number) < len(str(_LAST_CLOSE_CODE)) + 1 and _FIRST_CLOSE_CODE <= int(number) <= _LAST_CLOSE_CODE:
        message = "A status code has three digits; four from 1000 on are close codes of WebSocket (RFC 6455 §7.4)."
    else:
        message = "A status code has three digits."
    return refuse(number, message, registry.nearest(number))


def refuse_words(words: str, registry: Registry) -> Refusal:
    """Refuse words that name no code."""
    asked = re.sub(r"[^a-z]", "", words.casefold().removeprefix("grpc"))
    if words.casefold().startswith("grpc") or asked in _GRPC_NAMES:
        return refuse(words, "That is a status of gRPC, which has codes of its own (0 to 16), not one of HTTP.")
    from difflib import get_close_matches  # noqa: PLC0415 (a code that is known should not wait for it)

    names = {status.name.casefold(): status for status in registry}
    close = get_close_matches(words.casefold(), names, n=3, cutoff=0.6)
    return refuse(words, "No status code has this name.", tuple(names[name] for name in close))
