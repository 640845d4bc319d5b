"""Requests that are not Slack's, or not whole: each has its status, and none gets as far as a 500."""

import asyncio
import json
import math
import time
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.types import Message, Scope

from slackbot.bot_process import FORM, JSON, SECRET, Bot, command_body, sign, signed
from statuslens_slackbot import guard

BODY = command_body("418")


def test_a_forged_signature_is_refused_with_401(bot: Bot) -> None:
    response = bot.post(BODY, signed(BODY, secret="another"))  # noqa: S106 (a wrong one)
    assert (response.status_code, response.text) == (
        401,
        "The signature is not this body's: is SLACK_SIGNING_SECRET this app's?\n",
    )
    assert response.headers["www-authenticate"] == 'Slack-Signature version="v0"'


def test_a_signature_of_another_body_is_refused_with_401(bot: Bot) -> None:
    assert bot.post(BODY + b"&text=200", signed(BODY)).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-slack-signature": None},
        {"x-slack-request-timestamp": None},
        {"x-slack-request-timestamp": ""},
        {"x-slack-request-timestamp": "abc"},
        {"x-slack-request-timestamp": "1e9"},
        {"x-slack-request-timestamp": "-1"},
        {"x-slack-request-timestamp": "9" * 400},
        {"x-slack-request-timestamp": "9" * 5000},
        {"x-slack-request-timestamp": "\xb2\xb3"},
        {"x-slack-signature": ""},
        {"x-slack-signature": "v0="},
        {"x-slack-signature": "v1=" + "0" * 64},
        {"x-slack-signature": "v0=" + "0" * 64},
        {"x-slack-signature": "v0=" + "\xe9" * 64},
        {"x-slack-signature": "v0=" + "\xff" * 64},
    ],
)
def test_a_missing_or_odd_signature_is_refused_with_401(bot: Bot, headers: dict[str, str | None]) -> None:
    sent = {"content-type": FORM} | ({**signed(BODY), **headers} if headers else {})
    response = bot.post(BODY, {key: value for key, value in sent.items() if value is not None})
    assert response.status_code == 401


@pytest.mark.parametrize("age", [301, -301])
def test_a_signature_of_more_than_five_minutes_off_is_refused_with_401(bot: Bot, age: int) -> None:
    timestamp = str(math.floor(time.time()) - age if age > 0 else math.ceil(time.time()) - age)
    headers = {
        "content-type": FORM,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": sign(BODY, timestamp),
    }
    response = bot.post(BODY, headers)
    assert (response.status_code, response.text) == (
        401,
        "The timestamp is more than five minutes off: are both clocks right?\n",
    )


@pytest.mark.parametrize("age", [290, -290])
def test_a_signature_of_less_than_five_minutes_off_is_taken(bot: Bot, age: int) -> None:
    assert bot.post(BODY, signed(BODY, age=age)).status_code == 200


def test_a_url_verification_without_a_valid_signature_is_refused_with_401(bot: Bot) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1a"}).encode()
    assert bot.post(body, signed(body, JSON, secret="another")).status_code == 401  # noqa: S106


def test_an_unsigned_probe_that_is_posted_is_refused_with_401(bot: Bot) -> None:
    assert bot.post(b"ssl_check=1", {"content-type": FORM}).status_code == 401


def test_a_body_of_the_greatest_length_is_read(bot: Bot) -> None:
    body = command_body("1" * (guard.BODY_LIMIT - len(command_body(""))))
    assert len(body) == guard.BODY_LIMIT
    assert bot.send(body).status_code == 200


def test_a_longer_body_is_refused_with_413(bot: Bot) -> None:
    body = b"text=" + b"x" * guard.BODY_LIMIT
    response = bot.send(body)
    assert (response.status_code, response.text) == (413, "The body is longer than 1,048,576 bytes.\n")


def test_a_longer_body_that_does_not_tell_its_length_is_refused_with_413(bot: Bot) -> None:
    body = b"text=" + b"x" * guard.BODY_LIMIT
    pieces = (body[start : start + 65536] for start in range(0, len(body), 65536))
    response = bot.client.post("/slack/events", content=pieces, headers=signed(body))
    assert response.status_code == 413


@pytest.mark.parametrize("content_type", ["", "text/plain", "multipart/form-data", "application/jsonp"])
def test_another_content_type_is_refused_with_415(bot: Bot, content_type: str) -> None:
    response = bot.send(BODY, content_type)
    assert response.status_code == 415
    assert response.headers["accept"] == f"{FORM}, {JSON}"


@pytest.mark.parametrize("content_type", [f"{FORM}; charset=utf-8", FORM.upper(), f"{FORM} ;charset=utf-8"])
def test_a_content_type_with_parameters_or_capitals_is_understood(bot: Bot, content_type: str) -> None:
    assert bot.send(BODY, content_type).status_code == 200


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"command=%2Fhttp&text=\xff\xfe", FORM),
        (b"command=%2Fhttp&text=%FF", FORM),
        (b"", FORM),
        (b"text=418", FORM),
        (b"payload=", FORM),
        (b"payload=%7Bnope", FORM),
        (b"payload=5", FORM),
        (b"", JSON),
        (b"\xff", JSON),
        (b"{nope", JSON),
        (b"null", JSON),
        (b"[]", JSON),
        (b"{}", JSON),
        (b'{"type": 5}', JSON),
        (b'{"type": "x", "team": 5}', JSON),
        (b'{"type": "x", "authorizations": {"a": 1}}', JSON),
        (b'{"type": "x", "n": ' + b"1" * 5000 + b"}", JSON),
        (b"[" * 100_000, JSON),
        (b"payload=" + quote(b'{"type": "block_actions", "actions": []}').encode(), FORM),
        (b"payload=" + quote(b'{"type": "block_actions", "actions": {}}').encode(), FORM),
        (b"payload=" + quote(b'{"type": "block_actions", "actions": [{}]}').encode(), FORM),
        (b"payload=" + quote(b'{"type": "block_actions", "actions": [5]}').encode(), FORM),
        (b"payload=" + quote(b'{"type": "view_submission", "view": 5}').encode(), FORM),
        (b'{"type": "event_callback", "event": 5}', JSON),
        (b'{"type": "event_callback", "event": null}', JSON),
        (b'"' + b"\\ud800", JSON),
    ],
)
def test_a_malformed_body_is_refused_with_400(bot: Bot, body: bytes, content_type: str) -> None:
    assert bot.send(body, content_type).status_code == 400


@pytest.mark.parametrize("depth", [100, 900, 950, 980, 1000, 10_000])
def test_a_deep_body_is_nothing_to_drown_in(bot: Bot, depth: int) -> None:
    body = b'{"type":"x","event":' * depth + b"{}" + b"}" * depth
    assert bot.send(body, JSON).status_code in {200, 400}


@pytest.mark.parametrize(
    "path", ["/", "/slack", "/slack/events/", "/slack/events/x", "/healthz/", "/readyz/", "/metrics/"]
)
def test_another_path_is_404(bot: Bot, path: str) -> None:
    assert bot.client.post(path, content=BODY, headers=signed(BODY)).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/slack/events", {"POST"}),
        ("PUT", "/slack/events", {"POST"}),
        ("DELETE", "/slack/events", {"POST"}),
        ("POST", "/healthz", {"GET", "HEAD"}),
        ("POST", "/readyz", {"GET", "HEAD"}),
        ("POST", "/metrics", {"GET", "HEAD"}),
    ],
)
def test_another_method_is_405_and_told_what_is_allowed(bot: Bot, method: str, path: str, allowed: set[str]) -> None:
    response = bot.client.request(method, path)
    assert (response.status_code, set(response.headers["allow"].split(", "))) == (405, allowed)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=200)
    | st.text().map(str.encode)
    | st.dictionaries(st.sampled_from(["payload", "command", "text", "ssl_check", "team"]), st.text()).map(
        lambda form: urlencode(form, errors="replace").encode()
    )
    | st.dictionaries(
        st.sampled_from(["type", "event", "team", "user", "view", "authorizations", "actions", "command"]),
        st.recursive(
            st.none() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    ).map(lambda payload: json.dumps({"type": "event_callback"} | payload).encode()),
    content_type=st.sampled_from([FORM, JSON]),
)
def test_no_signed_body_is_more_than_the_bot_can_take(bot: Bot, body: bytes, content_type: str) -> None:
    assert bot.send(body, content_type).status_code in {200, 400}


def scope_of_signed_request() -> Scope:
    timestamp = str(int(time.time()))
    headers = {"x-slack-request-timestamp": timestamp, "x-slack-signature": sign(b"", timestamp)}
    raw = [(key.encode(), value.encode()) for key, value in headers.items()]
    return {"type": "http", "method": "POST", "path": "/", "headers": raw}


@pytest.mark.asyncio
async def test_a_body_that_does_not_arrive_is_given_up_with_408(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = iter([{"type": "http.request", "body": b"text=", "more_body": True}])

    async def stall() -> Message:
        for piece in pieces:
            return piece
        await asyncio.Event().wait()
        raise AssertionError

    monkeypatch.setattr(guard, "BODY_SECONDS", 0)
    with pytest.raises(guard.Refused) as refused:
        await guard.read_signed(scope_of_signed_request(), stall, SECRET.encode())
    assert (refused.value.status, refused.value.headers) == (408, {"connection": "close"})


def test_a_client_that_leaves_before_its_body_has_come_does_no_harm(bot: Bot) -> None:
    def break_off() -> Any:
        yield b"text="
        raise httpx.ReadError("gone")

    with pytest.raises(httpx.ReadError, match="gone"):
        bot.client.post("/slack/events", content=break_off(), headers=signed(b""))
    assert bot.command("404")["blocks"]
