"""The guard at the door: only bytes that Slack has signed get past it, and nothing is parsed before."""

import asyncio
import re
import time

from slack_sdk.signature import SignatureVerifier
from starlette.datastructures import Headers
from starlette.requests import Request

BODY_LIMIT = 1 << 20
"""Bytes of a body; an interaction with a long message in it has some hundred thousand at most."""
BODY_SECONDS = 3.0
"""How long a body may take to arrive; Slack itself gives a request up after three seconds."""

_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")
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
        self.headers = headers


async def read_signed(request: Request, verifier: SignatureVerifier) -> bytes:
    """Return the raw body of a request that bears a valid and fresh signature of Slack."""
    _refuse_long(request.headers)
    timestamp, signature = _read_signature(request.headers)
    body = await _read_body(request)
    try:
        genuine = verifier.is_valid(body, timestamp, signature)
    except UnicodeDecodeError:
        raise Refused(400, "The body is not UTF-8.") from None
    if not genuine:
        raise Refused(401, "The signature is not this body's: is SLACK_SIGNING_SECRET this app's?", _CHALLENGE)
    return body


def _refuse_long(headers: Headers) -> None:
    length = headers.get("content-length", "0")
    if length.isdecimal() and int(length[:20]) > BODY_LIMIT:
        raise _too_long()


def _read_signature(headers: Headers) -> tuple[str, str]:
    # SignatureVerifier raises ValueError, OverflowError or TypeError for what does not look like this.
    timestamp = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
        raise Refused(401, "The signature or its timestamp is missing or malformed.", _CHALLENGE)
    if abs(time.time() - int(timestamp)) > _MAXIMUM_AGE:
        raise Refused(401, "The timestamp is more than five minutes off: are both clocks right?", _CHALLENGE)
    return timestamp, signature


async def _read_body(request: Request) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > BODY_LIMIT:
                    raise _too_long()
    except TimeoutError:
        reason = f"The body did not arrive within {BODY_SECONDS:g} seconds."
        raise Refused(408, reason, {"connection": "close"}) from None
    return bytes(body)


def _too_long() -> Refused:
    return Refused(413, f"The body is longer than {BODY_LIMIT:,} bytes.")
