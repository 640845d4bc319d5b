"""From a signed body to the mapping that Bolt works on, in place of Bolt's own parser.

Bolt 1.30 takes any form that has the letters ``payload`` in it for an interaction, so that
``/http payload too large`` would get no answer, and raises on what is not JSON
(slack_bolt/request/internals.py, parse_body).
"""

import json
import re
from typing import Any
from urllib.parse import unquote_plus

Payload = dict[str, Any]

_TEAM = re.compile(r"[TE][A-Z0-9]{1,30}")
_KINDS_OF_FORM = ("command", "ssl_check")


class MalformedError(ValueError):
    """A body that is not what its content type promises, or nothing that Slack sends."""


def parse_form(body: str) -> Payload:
    """Read a slash command, or the interaction in the field ``payload``."""
    try:
        # Blank values count: a bare /http has an empty text.
        fields = dict(map(_read_field, filter(None, body.split("&"))))
    except ValueError as error:
        raise MalformedError("The form is not UTF-8.") from error
    if "payload" in fields:
        return parse_json(fields["payload"])
    if not any(kind in fields for kind in _KINDS_OF_FORM):
        raise MalformedError("The form holds neither a command nor an interaction.")
    return fields


def _read_field(text: str) -> tuple[str, str]:
    # As urllib.parse.parse_qsl reads it, which takes three times as long: most of a command's fields hold no escape.
    name, _, value = text.partition("=")
    return _unescape(name), _unescape(value)


def _unescape(text: str) -> str:
    return unquote_plus(text, errors="strict") if "%" in text or "+" in text else text


def parse_json(body: str) -> Payload:
    """Read an event or an interaction."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise MalformedError("The JSON is broken.") from error
    if not isinstance(payload, dict) or not isinstance(payload.get("type"), str):
        raise MalformedError("The JSON is no object with a type.")
    if not isinstance(payload.get("event", {}), dict):
        raise MalformedError("The event is no object.")
    return payload


PARSERS = {
    "application/x-www-form-urlencoded": parse_form,
    "application/json": parse_json,
}
"""The content types that Slack uses, and how their bodies are read."""

_KINDS = frozenset(
    {
        "block_actions",
        "block_suggestion",
        "message_action",
        "shortcut",
        "url_verification",
        "view_closed",
        "view_submission",
    }
)
_EVENTS = frozenset({"app_home_opened", "app_mention", "app_uninstalled", "message", "tokens_revoked"})


def kind_of(payload: Payload) -> str:
    """Return one of a few words for what a payload is: ``command``, a type of interaction, or an event's type."""
    if "command" in payload:
        return "command"
    event = payload.get("event")
    known, kind = (_EVENTS, event.get("type")) if isinstance(event, dict) else (_KINDS, payload.get("type"))
    return kind if isinstance(kind, str) and kind in known else "other"


def team_of(payload: Payload) -> str:
    """Return the id of the workspace that a payload names, empty if it names none."""
    team = payload.get("team_id")
    if team is None:
        named = payload.get("team")
        team = named.get("id") if isinstance(named, dict) else None
    return team if isinstance(team, str) and _TEAM.fullmatch(team) else ""
