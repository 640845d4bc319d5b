"""The command ``statuslens-slackbot``: read flags, environment and file, then become the bot."""

import argparse
import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from statuslens import __version__
from statuslens.errors import MissingExtraError, StatuslensError

if TYPE_CHECKING:
    from statuslens_slackbot.settings import Written

# Bolt and its libraries take most of the start-up time; --version and wrong settings need none of them. So each
# command below imports what it runs.
# ruff: noqa: PLC0415

_EXTRA_LIBRARIES = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "asyncpg",
    "cachetools",
    "cryptography",
    "httptools",
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
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--version"]:
        # The flags are made from the settings, whose library may lack.
        print(f"statuslens-slackbot {__version__}")
        return 0
    try:
        if any(find_spec(library) is None for library in _EXTRA_LIBRARIES):
            raise MissingExtraError("The Slack bot", "slack")
        run = _COMMANDS.get(given[0]) if given else None
        return run(given[1:]) if run else _serve(given)
    except StatuslensError as error:
        for line in str(error).splitlines():
            sys.stderr.write(f"statuslens-slackbot: {line}\n")
        return 2


def _parser() -> _Parser:
    from statuslens_slackbot.settings import Settings, flag_of, key_of

    keys = {field: key_of(field) for field in Settings.model_fields}
    parser = _Parser(
        prog="statuslens-slackbot",
        usage="%(prog)s [OPTIONS]\n       %(prog)s {migrate,reencrypt,preview,manifest} [OPTIONS]",
        description="Answer HTTP status codes in Slack.",
        epilog="Each setting may also be an environment variable, a file that the variable with _FILE at its end "
        "names, or a key of the configuration file; a flag comes first, then the environment. "
        f"These have no flag: {', '.join(key.variable for key in keys.values() if key.is_secret)}.",
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--check-config", action="store_const", const="", help="tell what holds, and whether it works")
    _add_config(parser)
    for field, key in keys.items():
        default = Settings.model_fields[field].default
        told = f"{key.help} [{key.variable}]" + (f" (default: {default})" if default else "")
        if key.is_secret:
            continue
        if Settings.model_fields[field].annotation is bool:
            parser.add_argument(flag_of(field), action="store_const", const="true", help=told)
        else:
            parser.add_argument(flag_of(field), metavar=field.rpartition("_")[2].upper(), help=told)
    return parser


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="configuration in TOML; its keys are the flags' names with _")


def _upkeep_parser(name: str, description: str) -> _Parser:
    parser = _Parser(
        prog=f"statuslens-slackbot {name}",
        description=description,
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    _add_config(parser)
    return parser


def _gather(options: dict[str, str]) -> dict[str, "Written"]:
    from statuslens_slackbot.settings import gather, take_environment

    # Quiet until serving sets up the log: what a command has to say it says itself.
    logging.getLogger("statuslens_slackbot").addHandler(logging.NullHandler())
    config = options.pop("config", None)
    return gather(options, take_environment(os.environ), Path(config) if config else None)


def _serve(arguments: list[str]) -> int:
    options = vars(_parser().parse_args(arguments))
    is_check = options.pop("check_config", None) is not None
    from statuslens_slackbot.settings import read_settings

    written = _gather(options)
    settings = read_settings(written)
    if is_check:
        from statuslens_slackbot.check_config import check_config

        return check_config(settings, written)
    from statuslens_slackbot.listening import listen

    listener = None if settings.port is None else listen(settings.host, settings.port)
    # What is made at the start mostly stays, and to look for garbage in it again and again takes a sixth of the time.
    # The collector begins when the bot does (serving.py).
    gc.disable()
    from statuslens_slackbot.serving import serve

    return serve(settings, listener)


def _migrate(arguments: list[str]) -> int:
    options = vars(_upkeep_parser("migrate", "Bring the database's tables to this version.").parse_args(arguments))
    from statuslens_slackbot.settings import read_values

    settings = read_values(_gather(options))
    from statuslens_slackbot.upkeep import migrate_database

    print(migrate_database(settings))
    return 0


def _reencrypt(arguments: list[str]) -> int:
    options = vars(_upkeep_parser("reencrypt", "Encrypt stored tokens with the first key.").parse_args(arguments))
    from statuslens_slackbot.settings import read_values

    settings = read_values(_gather(options))
    from statuslens_slackbot.upkeep import reencrypt_tokens

    print(reencrypt_tokens(settings))
    return 0


def _preview(arguments: list[str]) -> int:
    parser = _Parser(
        prog="statuslens-slackbot preview",
        description="Write what Slack would show as HTML to standard output.",
        allow_abbrev=False,
    )
    parser.add_argument("query", help="what is typed after the command")
    parser.add_argument(
        "--surface", default="message", help="message, mention, shared, details, lookup, shortcut or home"
    )
    options = parser.parse_args(arguments)
    from statuslens_slackbot.preview_page import preview_page

    sys.stdout.write(preview_page(options.query, options.surface))
    return 0


def _manifest(arguments: list[str]) -> int:
    from statuslens_slackbot.manifest import add_flags, read_setup, write_manifest

    parser = _Parser(
        prog="statuslens-slackbot manifest",
        description="Print the manifest of the Slack app, to paste at Slack.",
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    add_flags(parser)
    sys.stdout.write(write_manifest(read_setup(vars(parser.parse_args(arguments)))))
    return 0


_COMMANDS: Mapping[str, Callable[[list[str]], int]] = MappingProxyType(
    {"manifest": _manifest, "migrate": _migrate, "preview": _preview, "reencrypt": _reencrypt}
)
