"""The guard at the door: only bytes that Slack has signed get past it, and nothing is parsed before."""

import asyncio
import hmac
import re
import time
from collections.abc import Mapping

from starlette.types import Receive, Scope

BODY_LIMIT = 1 << 20
"""Bytes of a body; an interaction with a long message in it has some hundred thousand at most."""
BODY_SECONDS = 3.0
"""How long a body may take to arrive; Slack itself gives a request up after three seconds."""

_TIMESTAMP = re.compile(rb"[0-9]{1,12}")
_SIGNATURE = re.compile(rb"v0=[0-9a-f]{64}")
_LENGTH = re.compile(rb"[0-9]{1,20}")
_MAXIMUM_AGE = 60 * 5
# RFC 9110 §15.5.2 requires a challenge; Slack's scheme is not registered, so its name is ours.
_CHALLENGE = {"www-authenticate": 'Slack-Signature version="v0"'}


class Refused(Exception):  # noqa: N818 (it is an answer, not an error)
    """A request that is answered with a status of 4xx and one line that says why."""

    def __init__(self, status: int, reason: str, headers: dict[str, str] | None = None) -> None:
        """Keep what the answer says."""
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = headers or {}


class ClientLeft(Exception):  # noqa: N818 (as above)
    """The client hung up before its body had come in: there is nobody to answer."""


async def read_signed(scope: Scope, receive: Receive, secret: bytes) -> bytes:
    """Return the raw body of a request that bears a valid and fresh signature of Slack."""
    headers: Mapping[bytes, bytes] = dict(scope["headers"])
    _refuse_long(headers)
    timestamp, signature = _read_signature(headers)
    body = await _read_body(receive)
    # https://docs.slack.dev/authentication/verifying-requests-from-slack
    expected = hmac.digest(secret, b"v0:" + timestamp + b":" + body, "sha256").hex().encode()
    if not hmac.compare_digest(signature, b"v0=" + expected):
        raise Refused(401, "The signature is not this body's: is SLACK_SIGNING_SECRET this app's?", _CHALLENGE)
    return body


def _refuse_long(headers: Mapping[bytes, bytes]) -> None:
    length = headers.get(b"content-length", b"0")
    if _LENGTH.fullmatch(length) and int(length) > BODY_LIMIT:
        raise _too_long()


def _read_signature(headers: Mapping[bytes, bytes]) -> tuple[bytes, bytes]:
    timestamp = headers.get(b"x-slack-request-timestamp", b"")
    signature = headers.get(b"x-slack-signature", b"")
    if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
        raise Refused(401, "The signature or its timestamp is missing or malformed.", _CHALLENGE)
    if abs(time.time() - int(timestamp)) > _MAXIMUM_AGE:
        raise Refused(401, "The timestamp is more than five minutes off: are both clocks right?", _CHALLENGE)
    return timestamp, signature


async def _read_body(receive: Receive) -> bytes:
    body = bytearray()
    is_whole = False
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while not is_whole:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientLeft
                body += message.get("body", b"")
                is_whole = not message.get("more_body", False)
                if len(body) > BODY_LIMIT:
                    raise _too_long()
    except TimeoutError:
        reason = f"The body did not arrive within {BODY_SECONDS:g} seconds."
        raise Refused(408, reason, {"connection": "close"}) from None
    return bytes(body)


def _too_long() -> Refused:
    return Refused(413, f"The body is longer than {BODY_LIMIT:,} bytes.")
