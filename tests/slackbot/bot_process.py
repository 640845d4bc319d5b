"""The bot as its own process, and requests signed as Slack signs them."""

import hashlib
import hmac
import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx

from tools import require_script

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 (the one of Slack's own documentation)
TOKEN = "xoxb-not-a-token"  # noqa: S105
APP_TOKEN = "xapp-not-a-token"  # noqa: S105
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
PATIENCE = 20

_FROM_OUTSIDE = re.compile(r"SLACK_\w+|STATUSLENS_\w+|\w+_PROXY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bot:
    """A running bot."""

    process: subprocess.Popen[str]
    address: str
    log: Path
    client: httpx.Client

    def post(self, body: bytes, headers: dict[str, str]) -> httpx.Response:
        """Post with headers of the characters that a byte can hold."""
        raw = {key.encode(): value.encode("latin-1") for key, value in headers.items()}
        return self.client.post("/slack/events", content=body, headers=raw)

    def send(self, body: bytes, content_type: str = FORM) -> httpx.Response:
        """Post a body that is signed and fresh."""
        return self.post(body, signed(body, content_type))

    def command(self, text: str, command: str = "/http") -> Any:
        """Type a slash command and return the answer."""
        response = self.send(command_body(text, command))
        assert (response.status_code, response.headers["content-type"]) == (
            200,
            "application/json;charset=utf-8",
        )
        return response.json()

    def stop(self) -> int:
        """Ask the bot to end, and return its exit code."""
        self.process.terminate()
        return self.process.wait(PATIENCE)


def signed(body: bytes, content_type: str = FORM, *, age: int = 0, secret: str = SECRET) -> dict[str, str]:
    """Return the headers of a request that Slack sent some seconds ago."""
    timestamp = str(int(time.time()) - age)
    return {
        "content-type": content_type,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": sign(body, timestamp, secret),
    }


def sign(body: bytes, timestamp: str, secret: str = SECRET) -> str:
    """Compute the signature by hand, also of what is not UTF-8."""
    message = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def command_body(text: str, command: str = "/http") -> bytes:
    """Write a slash command as Slack does."""
    fields = {
        "token": "gIkuvaNzQIHg97ATvDxqgjtO",
        "team_id": "T0001",
        "team_domain": "example",
        "channel_id": "C2147483705",
        "channel_name": "test",
        "user_id": "U2147483697",
        "user_name": "steve",
        "command": command,
        "text": text,
        "api_app_id": "A123456",
        "is_enterprise_install": "false",
        "response_url": "http://127.0.0.1:9/never-called",
        "trigger_id": "13345224609.738474920.8088930838d88f008e0",
    }
    return urlencode(fields).encode()


def environment(**additions: str) -> dict[str, str]:
    """Return this environment without what could reach the bot by accident."""
    inherited = {key: value for key, value in os.environ.items() if not _FROM_OUTSIDE.fullmatch(key)}
    return inherited | {"SLACK_SIGNING_SECRET": SECRET, "SLACK_BOT_TOKEN": TOKEN} | additions


@contextmanager
def running_bot(log: Path, *options: str, **variables: str) -> Iterator[Bot]:
    """Run the console script on a free port, from its ready line on until the block ends."""
    with _process(log, *options, **variables) as process:
        address = read_ready_line(process, log)
        with _client(address) as client:
            yield Bot(process, address, log, client)


@contextmanager
def running_socket_bot(log: Path, slack_api_url: str, *options: str, **variables: str) -> Iterator[Bot]:
    """Run the console script in Socket Mode, from its connection on until the block ends."""
    variables = {"SLACK_APP_TOKEN": APP_TOKEN} | variables
    with _process(log, "--mode", "socket", "--slack-api-url", slack_api_url, *options, **variables) as process:
        said = sorted(read_line(process, log) for _ in range(2))
        assert said[0] == "connected to Slack\n"
        address = said[1].removeprefix("listening on ").strip()
        with _client(address) as client:
            yield Bot(process, address, log, client)


@contextmanager
def _process(log: Path, *options: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    command = [require_script("statuslens-slackbot"), "--port", "0", *options]
    variables = {"STATUSLENS_DATABASE_URL": f"sqlite:///{log.parent / 'bot.db'}"} | variables
    with (
        log.open("w") as stderr,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=stderr, text=True, env=environment(**variables)
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def _client(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, trust_env=False, timeout=PATIENCE)


def read_ready_line(process: subprocess.Popen[str], log: Path) -> str:
    line = read_line(process, log)
    ready = re.fullmatch(r"listening on (http://\S+)\n", line)
    assert ready, f"no ready line but {line!r}; the log says: {log.read_text()}"
    return ready[1]


def read_line(process: subprocess.Popen[str], log: Path) -> str:
    """Read a line that the bot says on stdout."""
    assert process.stdout is not None
    give_up = threading.Timer(PATIENCE, process.kill)
    give_up.start()
    line = process.stdout.readline()
    give_up.cancel()
    assert line, f"the bot said nothing; the log says: {log.read_text()}"
    return line
