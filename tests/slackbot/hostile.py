"""What nobody should send: real requests of Slack's with accidents in them, the same ones each time for a seed."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from slackbot.fake_slack import FakeSlack
from slackbot.payloads import (
    FORM,
    JSON,
    Kind,
    Payload,
    Sent,
    Turn,
    command,
    direct_message,
    event,
    home_opened,
    mention,
    message_shortcut,
    shortcut,
)
from statuslens_slackbot.answers.controls import (
    DETAILS,
    EXPLAIN_MESSAGE,
    LANGUAGE,
    LOOKUP,
    LOOKUP_SHORTCUT,
    SETTING_LANGUAGE,
    SETTING_VENDORS,
    SHARE,
)

PEOPLE = 20
"""Few, so that what the bot keeps of each of them is no growth."""

_ODD_TEXTS = (
    "",
    "\0",
    "\u202e\u200b\ufeff",
    "<!channel> <@U1> &amp;lt;",
    "payload=",
    "9" * 400,
    "\ud800",
    "𝟜𝟘𝟜",
    "x" * 20_000,
    "404 " * 3_000,
    "%00%ff",
    "'; DROP TABLE installations; --",
    "{" * 500,
    "401 vs",
    "1-999999999",
)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1e308, 10**400, [], {}, [[]], {"": None}),
    *("C1", "private", "404", '[1,"404"]', '[1,"404",-5]', '[2,"404"]', "null"),
)
_ODD_TYPES = (FORM, JSON, "", "text/plain", "application/json; charset=utf-16", f"{FORM}; boundary=x", "\xff/\xfe")
_ODD_HEADERS = (
    ("x-slack-retry-num", "99999999999999999999"),
    ("x-slack-request-timestamp", "١٢٣"),
    ("x-slack-signature", "v0="),
    ("content-encoding", "gzip"),
    ("cookie", "slack-app-oauth-state=;;;==="),
    ("host", "[::"),
    ("x-forwarded-for", "\x7f" * 200),
    ("accept", "*/*;q=" + "9" * 300),
    ("x-slack-request-timestamp", "0"),
)
_METHODS = ("GET", "PUT", "HEAD", "DELETE", "PATCH", "OPTIONS", "TRACE", "LINK")
_PATHS = (
    *("/", "//slack/events", "/slack/events/", "/slack/events?a=%ff", "/slack/../slack/events", "/%2e%2e/etc/passwd"),
    *("/slack/oauth_redirect?code=x&state=%00", "/slack/oauth_redirect?state[]=1", "/slack/install?team=%ff%00"),
    *("/slack/oauth_redirect?error=%3Cscript%3E", "/healthz", "/readyz", "/metrics", "/metrics?name[]=%ff"),
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A request."""

    method: str
    path: str
    body: bytes
    content_type: str
    headers: tuple[tuple[str, str], ...]
    is_signed: bool


class Accidents:
    """Makes accidents."""

    def __init__(self, seed: int, slack: FakeSlack) -> None:
        self._random = random.Random(seed)  # noqa: S311 (the same accidents each time)
        self._slack = slack

    def requests(self, number: int) -> Iterator[Hostile]:
        """Make requests of all kinds."""
        for _ in range(number):
            body, content_type = self._body()
            is_elsewhere = self._random.random() < 0.1
            yield Hostile(
                self._random.choice(_METHODS) if self._random.random() < 0.05 else "POST",
                self._random.choice(_PATHS) if is_elsewhere else "/slack/events",
                body,
                self._random.choice(_ODD_TYPES) if self._random.random() < 0.1 else content_type,
                tuple(self._random.sample(_ODD_HEADERS, self._random.choice((0, 0, 0, 1, 3)))),
                self._random.random() < 0.8,
            )

    def frames(self, number: int) -> Iterator[tuple[str, Any]]:
        """Make the kinds and payloads of envelopes."""
        for _ in range(number):
            sent = self._sent()
            yield sent.kind, self._mar(sent.payload)

    def _body(self) -> tuple[bytes, str]:
        sent = self._sent()
        match self._random.randrange(4):
            case 0:
                return self._random.randbytes(self._random.randrange(300)), self._random.choice((FORM, JSON))
            case 1:
                body, content_type = write(sent.kind, sent.payload)
                return self._garble(body), content_type
            case _:
                return write(sent.kind, self._mar(sent.payload))

    def _sent(self) -> Sent:
        number = self._random.randrange(PEOPLE)
        turn = Turn.begin(self._slack, f"T{number:04}", f"U{number:04}")
        text = self._random.choice(("404", "4xx", "", "help", "418 share", *_ODD_TEXTS))
        made = (
            lambda: command(turn, text),
            lambda: mention(turn, text),
            lambda: direct_message(turn, text),
            lambda: home_opened(turn),
            lambda: event(turn, {"type": "app_uninstalled"}, event_time=1),
            lambda: event(turn, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}, event_time=1),
            lambda: shortcut(turn, LOOKUP_SHORTCUT),
            lambda: message_shortcut(turn, EXPLAIN_MESSAGE, {"text": text}),
            lambda: self._used(turn),
            lambda: self._used(turn),
        )
        return self._random.choice(made)()

    def _used(self, turn: Turn) -> Sent:
        identifier = self._random.choice(
            (SHARE, LANGUAGE, LOOKUP, f"{DETAILS}_3", SETTING_LANGUAGE, SETTING_VENDORS, "?")
        )
        value = self._random.choice(_ODD_VALUES)
        action = {
            "type": "button",
            "action_id": identifier,
            "block_id": "b",
            "value": value,
            "selected_option": {"value": value},
        }
        base = message_shortcut(turn, EXPLAIN_MESSAGE, {}).payload
        kind = self._random.choice(("block_actions", "block_suggestion", "view_submission", "view_closed", "?"))
        view = {"id": turn.view_id, "type": self._random.choice(("modal", "home", 5)), "callback_id": "lookup_view"}
        more = {"type": kind, "actions": [action], "action_id": identifier, "value": value}
        return Sent(Kind.INTERACTION, base | more | ({"view": view} if self._random.random() < 0.5 else {}))

    def _mar(self, payload: Payload) -> Payload:
        marred: Payload = json.loads(json.dumps(payload))
        for _ in range(self._random.choice((0, 1, 1, 2, 5))):
            self._mar_once(marred)
        return marred

    def _mar_once(self, payload: Payload) -> None:
        within: Any = payload
        while isinstance(within, dict) and within:
            key = self._random.choice(sorted(within))
            inner = within[key]
            if isinstance(inner, list) and inner and isinstance(inner[0], dict) and self._random.random() < 0.6:
                within = inner[0]
            elif isinstance(inner, dict) and inner and self._random.random() < 0.6:
                within = inner
            else:
                if self._random.random() < 0.3:
                    del within[key]
                else:
                    within[key] = self._random.choice((*_ODD_TEXTS, *_ODD_VALUES))
                return

    def _garble(self, body: bytes) -> bytes:
        garbled = bytearray(body)
        for _ in range(self._random.randrange(1, 6)):
            place = self._random.randrange(len(garbled) + 1)
            match self._random.randrange(3):
                case 0:
                    del garbled[place:]
                case 1:
                    garbled[place:place] = self._random.randbytes(3)
                case _:
                    garbled[place : place + 1] = self._random.choice((b"%", b"&", b"=", b'"', b"{", b"\xff", b"\0"))
        return bytes(garbled)


def write(kind: Kind, payload: Payload) -> tuple[bytes, str]:
    """Write a payload for HTTP, whatever stands in it."""
    if kind is Kind.COMMAND:
        return urlencode({key: str(value) for key, value in payload.items()}, errors="replace").encode(), FORM
    text = json.dumps(payload)
    return (text.encode(), JSON) if kind is Kind.EVENT else (urlencode({"payload": text}).encode(), FORM)
