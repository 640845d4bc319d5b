"""Where settings are written: flags before the environment, the environment before the file."""

import re
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from statuslens.config.shapes import suggest
from statuslens.errors import UsageError
from statuslens_slackbot.settings.model import Settings, flag_of, key_of

_READ_BY_LIBRARIES = re.compile(r"SLACK_\w+|(HTTP|HTTPS|ALL|NO)_PROXY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A value as somebody wrote it."""

    value: object
    where: str
    """What the writer would recognise: the flag, the variable, or the file and its key."""


def gather(flags: Mapping[str, str], environment: Mapping[str, str], file: Path | None = None) -> dict[str, Written]:
    """Return what is written for each field; what nobody wrote is left out, and so is what is empty."""
    return {
        **(_read_file(file) if file else {}),
        **_read_environment(environment),
        **{field: Written(value, flag_of(field)) for field, value in flags.items()},
    }


def take_environment(environment: MutableMapping[str, str]) -> dict[str, str]:
    """Copy the environment, and remove from it what the libraries would read behind our back.

    Bolt takes SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for the wish to run OAuth, and slack_sdk takes
    HTTP_PROXY and HTTPS_PROXY whenever a client has no proxy, that is for each request anew. No argument of
    theirs prevents it.
    """
    taken = dict(environment)
    for key in taken:
        if _READ_BY_LIBRARIES.fullmatch(key):
            del environment[key]
    return taken


def _read_environment(environment: Mapping[str, str]) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for field in Settings.model_fields:
        variable = key_of(field).variable
        value, path = environment.get(variable, "").strip(), environment.get(f"{variable}_FILE", "").strip()
        if value and path:
            raise UsageError(f"{variable} and {variable}_FILE are both set: keep one of them")
        if value:
            found[field] = Written(value, variable)
        elif path:
            found[field] = Written(_read_text(Path(path), f"{variable}_FILE"), f"{variable}_FILE")
    return found


def _read_text(path: Path, where: str) -> str:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise UsageError(f"{where} cannot be read: {path}: {_reason(error)}; name a text file") from error
    if not text:
        raise UsageError(f"{where} names an empty file: {path}; write the value in it")
    return text


def _read_file(path: Path) -> dict[str, Written]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: no TOML: {error}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"--config {path} cannot be read: {_reason(error)}; name a TOML file") from error
    for key in table:
        if key not in Settings.model_fields:
            meant = suggest(key, Settings.model_fields)
            advice = f'did you mean "{meant}"?' if meant else f"known are {', '.join(Settings.model_fields)}"
            raise UsageError(f"{path}: {key}: unknown key; {advice}")
    return {key: Written(value, f"{path}: {key}") for key, value in table.items() if value != ""}


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "it is not UTF-8"
