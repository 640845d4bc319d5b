"""What nobody should send is answered with 4xx or passed over: no 5xx, no traceback, no growth, no end of service."""

import json
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from slackbot.bot_process import PATIENCE, Bot, command_body, signed
from slackbot.fake_slack import FakeSlack, running_slack
from slackbot.fake_workspaces import Installed
from slackbot.hostile import PEOPLE, Accidents, Hostile
from slackbot.installing import install
from slackbot.many_workspaces import MODES, installable_bot
from slackbot.waiting import wait_until_idle

GROWTH = 16 << 20
"""Bytes that the memory may grow by, however much is sent: caches fill up, and the heap is never quite tidy."""
AT_ONCE = 20
"""Envelopes on their way at a time."""


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def own_slack() -> Iterator[FakeSlack]:
    with running_slack() as slack:
        yield slack


@pytest.fixture
def victim(own_slack: FakeSlack, mode: str, tmp_path: Path) -> Iterator[Bot]:
    with installable_bot(tmp_path / "log", own_slack, mode, "--flood-limit", "off") as bot:
        for number in range(PEOPLE):
            assert install(bot, own_slack, Installed(f"T{number:04}")).status_code == 200
        yield bot
        assert bot.process.poll() is None
        wait_until_idle(bot)
        assert bot.stop() == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def statuses_of(bot: Bot, requests: Iterator[Hostile]) -> Counter[int]:
    """Send requests; a connection that the bot closes without an answer counts as 0."""
    statuses: Counter[int] = Counter()
    for hostile in requests:
        headers = dict(signed(hostile.body, hostile.content_type)) if hostile.is_signed else {}
        headers |= {"content-type": hostile.content_type, **dict(hostile.headers)}
        raw = {key.encode(): value.encode("utf-8") for key, value in headers.items()}
        request = bot.client.build_request(hostile.method, hostile.path, content=hostile.body, headers=raw)
        try:
            statuses[bot.client.send(request).status_code] += 1
        except httpx.RemoteProtocolError:
            statuses[0] += 1
    return statuses


def attack_by_http(bot: Bot, accidents: Accidents, number: int) -> None:
    statuses = statuses_of(bot, accidents.requests(number))
    assert set(statuses) <= {200, 400, 401, 404, 405, 413, 415}, statuses
    assert bot.send(command_body("418")).json()["text"].startswith("418 I'm a teapot")


def attack_by_socket(slack: FakeSlack, accidents: Accidents, number: int) -> None:
    frames = accidents.frames(number)
    while some := list(islice(frames, AT_ONCE)):
        for envelope in [slack.link.send(kind, payload) for kind, payload in some]:
            slack.link.answer_to(envelope)
    assert slack.link.ends == []


def attack(bot: Bot, slack: FakeSlack, mode: str, number: int) -> None:
    """Attack, first for a fifth of the time; in the rest memory must not grow by more than it may once."""
    for place, share in enumerate((number // 5, number - number // 5)):
        accidents = Accidents(place, slack)
        if mode == "http":
            attack_by_http(bot, accidents, share)
        else:
            attack_by_socket(slack, accidents, share)
        wait_until_idle(bot)
        if place == 0:
            before = resident(bot)
    assert resident(bot) - before < GROWTH


def resident(bot: Bot) -> int:
    """Return the bytes of memory that a bot has, 0 where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return 0
    [line] = [
        line for line in Path(f"/proc/{bot.process.pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    ]
    return int(line.split()[1]) * 1024


def test_accidents_do_no_harm(victim: Bot, own_slack: FakeSlack, mode: str) -> None:
    attack(victim, own_slack, mode, 500)


@pytest.mark.long
def test_ten_thousand_accidents_do_no_harm(victim: Bot, own_slack: FakeSlack, mode: str) -> None:
    attack(victim, own_slack, mode, 10_000)


RAW = (
    b"",
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"POST /slack/events HTTP/9.9\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nbroken header\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\n" + b"a: b\r\n" * 5000 + b"\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET /slack/install HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    b"GET http://[::/ HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /%zz%%% HTTP/1.1\r\nHost: x\r\n\r\n",
    bytes(range(256)) * 20,
)


def test_what_is_no_http_does_no_harm(victim: Bot) -> None:
    address = urlsplit(victim.address)
    for raw in RAW:
        with socket.create_connection((address.hostname, address.port or 0), PATIENCE) as connection:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            try:
                answer = b"".join(iter(lambda: connection.recv(65536), b""))
            except ConnectionResetError:
                continue
        assert not answer.startswith(b"HTTP/1.1 5"), raw[:80]
    assert victim.client.get("/healthz").status_code == 200


def test_the_same_accidents_happen_each_time(own_slack: FakeSlack) -> None:
    first, second = ([request.method for request in islice(Accidents(7, own_slack).requests(50), 50)] for _ in range(2))
    assert first == second
    assert json.dumps(first)
