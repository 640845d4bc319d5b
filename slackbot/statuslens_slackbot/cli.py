"""The command ``statuslens-slackbot``: read arguments and environment, then become the bot."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import NoReturn

from statuslens import __version__
from statuslens.errors import MissingExtraError, StatuslensError
from statuslens_slackbot.listening import listen
from statuslens_slackbot.settings import DEFAULTS, SECRETS, TEAM_FILE, read_settings, take_environment

_EXTRA_LIBRARIES = ("aiohttp", "slack_bolt", "starlette", "uvicorn")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _run(vars(options))
    except StatuslensError as error:
        sys.stderr.write(f"statuslens-slackbot: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="statuslens-slackbot",
        description="Answer HTTP status codes in Slack.",
        epilog=f"Taken from the environment: {', '.join(SECRETS)}, and {TEAM_FILE} if you have a team file.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--mode", choices=["http"], help="how Slack reaches the bot (default: %(default)s)")
    parser.add_argument("--host", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", help="port to listen on, 0 for any free one (default: %(default)s)")
    parser.add_argument("--slack-api-url", metavar="URL", help="where Slack's Web API is (default: %(default)s)")
    parser.add_argument("--command", help="the slash command to answer (default: %(default)s)")
    parser.set_defaults(**DEFAULTS)
    return parser


def _run(options: dict[str, str]) -> int:
    if any(find_spec(library) is None for library in _EXTRA_LIBRARIES):
        raise MissingExtraError("The Slack bot", "slack")
    settings = read_settings(options, take_environment(os.environ))
    listener = listen(settings.host, settings.port)

    # Bolt and its libraries take most of the start-up time; --version and the errors above need none of them.
    from statuslens_slackbot.server import serve  # noqa: PLC0415

    return serve(settings, listener)
