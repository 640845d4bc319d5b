"""From start to end of the process: the ready line, the socket, the environment, the drain."""

import errno
import os
import re
import signal
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from slackbot.bot_process import PATIENCE, Bot, command_body, environment, running_bot, signed
from slackbot.fake_slack import FakeSlack
from statuslens.errors import UsageError
from statuslens_slackbot.listening import address_of, listen
from tools import require_script


def test_the_ready_line_is_all_that_stdout_gets(tmp_path: Path) -> None:
    with running_bot(tmp_path / "log") as bot:
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d+", bot.address)
        assert bot.command("404")["text"].startswith("404 Not Found: ")
        assert bot.stop() == 0
        assert bot.process.stdout is not None
        assert bot.process.stdout.read() == ""


def test_a_port_in_use_is_one_clear_line(bot: Bot) -> None:
    port = str(urlsplit(bot.address).port)
    done = subprocess.run(
        [require_script("statuslens-slackbot"), "--port", port],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    reason = os.strerror(errno.EADDRINUSE)
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        (
            f"statuslens-slackbot: cannot listen on 127.0.0.1, port {port}: {reason}; "
            "choose another --host or --port (0 for any free one)\n"
        ),
    )


def test_a_host_that_is_no_address_is_one_clear_line() -> None:
    done = subprocess.run(
        [require_script("statuslens-slackbot"), "--host", "no..host", "--port", "0"],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "statuslens-slackbot: --host 'no..host' cannot be resolved: not a valid name; give an IP address\n",
    )


def test_connections_inherit_a_socket_on_which_asyncio_turns_nagle_off() -> None:
    # Head and body of an answer are two writes: with Nagle's algorithm the second would wait for the client.
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP


def test_the_address_of_an_ipv6_socket_is_a_url() -> None:
    try:
        listener = listen("::1", 0)
    except UsageError:
        pytest.skip("no IPv6 on this machine")
    with listener:
        assert re.fullmatch(r"http://\[::1\]:[1-9]\d+", address_of(listener))


def test_what_the_libraries_would_read_from_the_environment_does_not_reach_them(
    slack: FakeSlack, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    traps = {
        "SLACK_VERIFICATION_TOKEN": "gIkuvaNzQIHg97ATvDxqgjtO",
        "HTTP_PROXY": slack.url,
        "https_proxy": slack.url,
    }
    with running_bot(log, "--slack-api-url", slack.url, **traps) as bot:
        assert bot.command("404")["text"].startswith("404 Not Found: ")
        assert bot.send(b"ssl_check=1&token=gIkuvaNzQIHg97ATvDxqgjtO").status_code == 200
        assert bot.client.get("/slack/install").status_code == 404
        assert bot.stop() == 0
    assert re.findall("WARNING|ERROR|OAuth|proxy", log.read_text()) == []
    assert slack.calls == []


def test_another_command_name_is_answered(tmp_path: Path) -> None:
    with running_bot(tmp_path / "log", "--command", "/status-code") as bot:
        assert bot.command("404", "/status-code")["text"].startswith("404 Not Found: ")
        assert bot.command("404", "/http")["text"] == "This bot answers /status-code only."


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")
@pytest.mark.parametrize("number", [1, 100])
def test_requests_in_flight_are_answered_before_the_end(number: int, tmp_path: Path) -> None:
    with running_bot(tmp_path / "log", "--flood-limit", "off") as bot, ExitStack() as stack:
        connections = [stack.enter_context(connect(bot)) for _ in range(number)]
        body = command_body("418")
        for connection in connections:
            send_head(connection, body)
            assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
        bot.process.terminate()
        wait_until_refused(bot)
        for connection in connections:
            connection.sendall(body)
        for connection in connections:
            answer = read_all(connection)
            assert answer.startswith(b"HTTP/1.1 200 ")
            assert b"418 I'm a teapot" in answer
        assert bot.process.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_an_interrupt_ends_the_bot_without_a_traceback(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows sends no interrupt to one process")
    with running_bot(tmp_path / "log") as bot:
        bot.process.send_signal(signal.SIGINT)
        assert bot.process.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "log").read_text()


def connect(bot: Bot) -> socket.socket:
    parts = urlsplit(bot.address)
    assert parts.hostname is not None
    assert parts.port is not None
    return socket.create_connection((parts.hostname, parts.port), PATIENCE)


def send_head(connection: socket.socket, body: bytes) -> None:
    """Send a request as far as its head, and ask to hear when it is being read."""
    headers = signed(body) | {"host": "bot", "content-length": str(len(body)), "expect": "100-continue"}
    lines = ["POST /slack/events HTTP/1.1", *(f"{key}: {value!s}" for key, value in headers.items()), "", ""]
    connection.sendall("\r\n".join(lines).encode())


def wait_until_refused(bot: Bot) -> None:
    """Return when the bot takes no connections any more."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with connect(bot) as connection:
                connection.recv(1)  # ends when the bot hangs up, which it does as it stops listening
        except OSError:
            return
    pytest.fail("the bot went on listening")


def read_all(connection: socket.socket) -> bytes:
    pieces = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)
