"""How much a look-up in Slack costs: the bot beside an endpoint that only verifies the signature, in one run.

    pip install '.[slack]' && python benchmarks/slackbot.py

Each server is one process; a client of its own asks a signed ``/http 418`` over 32 connections, three alternating
rounds; the bot serves one workspace, then many by OAuth with its installations in SQL. The bot's start, up to the
line that it listens, stands beside a process that only imports the libraries the bot has loaded by then. Exits with 1
where a bar is missed.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
ROUNDS = 3
STARTS = 7
SECONDS = 4
TEAMS = 50
SECRET = {"SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5"}
ONE = {"SLACK_BOT_TOKEN": "xoxb-not-a-token"}
MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "not-a-secret",
    "STATUSLENS_PUBLIC_URL": "https://bot.example.com",
    "STATUSLENS_TOKEN_KEYS": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
}
LIBRARIES = (
    "aiohttp",
    "aiosqlite",
    "alembic.config",
    "alembic.runtime.environment",
    "asyncpg",
    "cachetools",
    "cryptography.fernet",
    "httptools",
    "platformdirs",
    "prometheus_client",
    "pydantic.main",
    "slack_bolt.async_app",
    "sqlalchemy.ext.asyncio",
    "starlette.applications",
    "structlog",
    "uvicorn",
    "uvloop",
)
"""What the bot imports by itself when it starts."""

LEAST_SPEED = 0.25
MOST_P99 = 4.0
LEAST_OF_MANY = 0.8
MOST_START = 1.3


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[int]:
    """Run a server, and give the port that its first line names."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        first = process.stdout.readline() if process.stdout else ""
        ready = re.fullmatch(r"listening on http://127\.0\.0\.1:(\d+)\n", first)
        try:
            yield int(ready[1]) if ready else sys.exit(f"{command[0]} did not start")
        finally:
            process.terminate()


def load(port: int, environment: dict[str, str]) -> dict[str, float]:
    """Let the client ask, and return what it measured."""
    command = [sys.executable, str(HERE / "http_load.py"), str(port), str(SECONDS), "418", str(TEAMS)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def compare(
    servers: dict[str, tuple[list[str], dict[str, str]]], environment: dict[str, str]
) -> dict[str, list[dict[str, float]]]:
    """Ask every server in turn, round by round."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in servers}
    with ExitStack() as stack:
        ports = {name: stack.enter_context(running(*server)) for name, server in servers.items()}
        for _ in range(ROUNDS):
            for name, port in ports.items():
                figures = load(port, environment)
                taken[name].append(figures)
                p50, p99 = figures["p50"], figures["p99"]
                print(f"{name:20} {figures['per_second']:8.0f}/s  p50 {p50:6.2f} ms  p99 {p99:6.2f} ms")
    return taken


def ratio(taken: dict[str, list[dict[str, float]]], name: str, base: str, figure: str) -> float:
    """Return the median of the ratios, round by round."""
    pairs = zip(taken[name], taken[base], strict=True)
    return statistics.median(ours[figure] / theirs[figure] for ours, theirs in pairs)


def seconds_to_first_line(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a program takes until it says that it listens."""
    start = time.perf_counter()
    with running(command, environment):
        return time.perf_counter() - start


def start_ratio(bot: tuple[list[str], dict[str, str]]) -> float:
    """Return the bot's start beside importing its libraries, the median of pairs."""
    said = "print('listening on http://127.0.0.1:1', flush=True)"
    imports = [sys.executable, "-c", f"import {', '.join(LIBRARIES)}; {said}"]
    ratios = []
    for _ in range(STARTS + 1):
        imported = seconds_to_first_line(imports, bot[1])
        started = seconds_to_first_line(*bot)
        ratios.append(started / imported)
        print(f"start {started * 1000:5.0f} ms, imports alone {imported * 1000:5.0f} ms")
    return statistics.median(ratios[1:])


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    script = shutil.which("statuslens-slackbot", path=str(BIN)) or sys.exit(
        "no statuslens-slackbot here: pip install '.[slack]'"
    )
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK_", "STATUSLENS_"))}
    environment = inherited | SECRET
    command = [script, "--port", "0", "--flood-limit", "999999/minute"]
    with tempfile.TemporaryDirectory() as folder:
        bot = (command, environment | ONE | {"STATUSLENS_DATABASE_URL": f"sqlite:///{folder}/one.db"})
        servers = {
            "signature alone": ([sys.executable, str(HERE / "minimal_slackbot.py")], environment),
            "one workspace": bot,
            "many workspaces": (
                command,
                environment | MANY | {"STATUSLENS_DATABASE_URL": f"sqlite:///{folder}/many.db"},
            ),
        }
        taken = compare(servers, environment)
        bars = {
            "requests per second": (ratio(taken, "one workspace", "signature alone", "per_second"), LEAST_SPEED, True),
            "p99": (ratio(taken, "one workspace", "signature alone", "p99"), MOST_P99, False),
            "many workspaces": (ratio(taken, "many workspaces", "one workspace", "per_second"), LEAST_OF_MANY, True),
            "start": (start_ratio(bot), MOST_START, False),
        }
    for name, (figure, bar, is_least) in bars.items():
        holds = figure >= bar if is_least else figure <= bar
        print(f"{name:20} {figure:6.2f}x, bar {'≥' if is_least else '≤'} {bar}x: {'holds' if holds else 'MISSED'}")
    return 0 if all(figure >= bar if is_least else figure <= bar for figure, bar, is_least in bars.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
