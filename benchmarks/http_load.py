"""A client that asks as fast as it is answered: keep-alive connections, each with one request at a time.

    python benchmarks/http_load.py PORT SECONDS TEXT TEAMS

Signed slash commands by 200 people of so many workspaces over 32 connections; prints as JSON the requests per second,
and the 50th and 99th percentile of the milliseconds. SLACK_SIGNING_SECRET is taken from the environment.
"""

import asyncio
import hashlib
import hmac
import json
import os
import sys
import time
from itertools import cycle
from typing import cast
from urllib.parse import urlencode

import uvloop

CONNECTIONS = 32
PEOPLE = 200
WARM_UP_SECONDS = 0.5


def write_request(text: str, person: int, team: int) -> bytes:
    """Write a slash command as Slack does, signed now."""
    fields = {
        "token": "gIkuvaNzQIHg97ATvDxqgjtO",
        "team_id": f"T{team:04}",
        "team_domain": "example",
        "channel_id": "C2147483705",
        "channel_name": "test",
        "user_id": f"U{person:09}",
        "user_name": "steve",
        "command": "/http",
        "text": text,
        "api_app_id": "A123456",
        "is_enterprise_install": "false",
        "response_url": "http://127.0.0.1:9/never-called",
        "trigger_id": f"13345224609.738474920.{person:032}",
    }
    body, timestamp = urlencode(fields).encode(), str(int(time.time()))
    secret = os.environ["SLACK_SIGNING_SECRET"].encode()
    signature = hmac.new(secret, f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\n"
        f"Content-Length: {len(body)}\r\nAccept: */*\r\nUser-Agent: Slackbot 1.0\r\n\r\n"
    )
    return head.encode() + body


class Client(asyncio.Protocol):
    """One connection; it stops at the first answer that is not 200."""

    def __init__(self, requests: "cycle[bytes]", taken: list[float]) -> None:
        """Share the requests and the list of what they took with the other connections."""
        self._requests = requests
        self._taken = taken
        self._received = b""
        self._start = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast("asyncio.Transport", transport)
        self._send()

    def _send(self) -> None:
        self._start = time.perf_counter()
        self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        """Send the next request once an answer is whole."""
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end:
            return
        if not head.startswith(b"HTTP/1.1 200 "):
            sys.exit(f"no answer but {self._received!r}")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(body) >= length:
            self._received = b""
            self._taken.append(time.perf_counter() - self._start)
            self._send()


async def measure(port: int, seconds: float, text: str, teams: int) -> dict[str, float]:
    """Ask for some seconds, after a warm-up that does not count."""
    requests = cycle([write_request(text, person, person % teams) for person in range(PEOPLE)])
    taken: list[float] = []
    loop = asyncio.get_running_loop()
    connections = [
        await loop.create_connection(lambda: Client(requests, taken), "127.0.0.1", port) for _ in range(CONNECTIONS)
    ]
    await asyncio.sleep(WARM_UP_SECONDS)
    taken.clear()
    start = time.perf_counter()
    await asyncio.sleep(seconds)
    per_second = len(taken) / (time.perf_counter() - start)
    for transport, _ in connections:
        transport.abort()
    taken.sort()
    return {
        "per_second": per_second,
        "p50": 1000 * taken[len(taken) // 2],
        "p99": 1000 * taken[int(len(taken) * 0.99)],
    }


if __name__ == "__main__":
    _, to_port, for_seconds, with_text, of_teams = sys.argv
    print(json.dumps(uvloop.run(measure(int(to_port), float(for_seconds), with_text, int(of_teams)))))
