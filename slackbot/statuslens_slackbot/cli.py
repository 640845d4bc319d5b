"""The command ``statuslens-slackbot``: read flags, environment and file, then become the bot."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from statuslens import __version__
from statuslens.errors import MissingExtraError, StatuslensError

_EXTRA_LIBRARIES = (
    "aiohttp",
    "limits",
    "platformdirs",
    "prometheus_client",
    "pydantic",
    "slack_bolt",
    "sqlalchemy",
    "starlette",
    "structlog",
    "uvicorn",
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if list(given) == ["--version"]:
        # The flags are made from the settings, whose library may lack.
        sys.stdout.write(f"statuslens-slackbot {__version__}\n")
        return 0
    try:
        if any(find_spec(library) is None for library in _EXTRA_LIBRARIES):
            raise MissingExtraError("The Slack bot", "slack")
        return _run(vars(_parser().parse_args(given)))
    except StatuslensError as error:
        for line in str(error).splitlines():
            sys.stderr.write(f"statuslens-slackbot: {line}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    from statuslens_slackbot.settings import Settings, key_of  # noqa: PLC0415 (the version needs no extra)

    keys = {field: key_of(field) for field in Settings.model_fields}
    parser = _Parser(
        prog="statuslens-slackbot",
        description="Answer HTTP status codes in Slack.",
        epilog="Each setting may also be an environment variable, a file that the variable with _FILE at its end "
        "names, or a key of the configuration file; a flag comes first, then the environment. "
        f"Secrets have no flag: {', '.join(key.variable for key in keys.values() if key.is_secret)}.",
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--config", metavar="FILE", help="configuration in TOML, its keys named as the flags are")
    for field, key in keys.items():
        default = Settings.model_fields[field].default
        if not key.is_secret:
            told = f"{key.help} [{key.variable}]" + (f" (default: {default})" if default else "")
            flag = f"--{field.replace('_', '-')}"
            if Settings.model_fields[field].annotation is bool:
                parser.add_argument(flag, action="store_const", const="true", help=told)
            else:
                parser.add_argument(flag, metavar=field.rpartition("_")[2].upper(), help=told)
    return parser


def _run(options: dict[str, str]) -> int:
    from statuslens_slackbot.listening import listen  # noqa: PLC0415
    from statuslens_slackbot.settings import gather, read_settings, take_environment  # noqa: PLC0415

    config = options.pop("config", None)
    settings = read_settings(gather(options, take_environment(os.environ), Path(config) if config else None))
    listener = listen(settings.host, settings.port or 0)

    # Bolt and its libraries take most of the start-up time; --version and the errors above need none of them.
    from statuslens_slackbot.server import serve  # noqa: PLC0415

    return serve(settings, listener)
