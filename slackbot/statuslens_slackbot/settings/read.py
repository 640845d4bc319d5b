"""From what is written to settings that hold together."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from pydantic import ValidationError

from statuslens.errors import UsageError
from statuslens_slackbot.settings.model import DEFAULT_PORT, Mode, Settings, key_of
from statuslens_slackbot.settings.sources import Written

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_BASIC_INFORMATION = 'your app\'s "Basic Information" page'


class SettingsError(UsageError):
    """Settings that cannot be used; each problem is a line that names the key as it was written."""

    def __init__(self, problems: list[str]) -> None:
        """Take at least one problem."""
        super().__init__("\n".join(problems))
        self.problems = problems


def read_settings(written: Mapping[str, Written]) -> Settings:
    """Check what is written; a SettingsError names every key that is wrong or lacking."""
    settings = read_values(written)
    if settings.mode is Mode.HTTP and settings.port is None:
        settings = settings.model_copy(update={"port": DEFAULT_PORT})

    def name(field: str) -> str:
        return written[field].where if field in written else key_of(field).variable

    problems = [
        *_object_to_transport(settings, name),
        *_object_to_installation(settings, name),
        *_object_to_team_files(settings, name),
    ]
    if problems:
        raise SettingsError(problems)
    return settings


def read_values(written: Mapping[str, Written]) -> Settings:
    """Check each value by itself, for those who need but a few of the settings."""
    try:
        return Settings.model_validate({field: entry.value for field, entry in written.items()})
    except ValidationError as error:
        raise SettingsError([_describe(problem, written) for problem in error.errors()]) from None


def _describe(problem: "ErrorDetails", written: Mapping[str, Written]) -> str:
    entry = written[str(problem["loc"][0])]
    match problem:
        case {"ctx": {"error": reason}}:
            return f"{entry.where} {reason}"
        case {"ctx": {"expected": str(words)}}:
            return f"{entry.where} {entry.value!r} is not known: give {words.replace(chr(39), '')}"
    return f"{entry.where} cannot be used: {problem['msg']}"


def _object_to_transport(settings: Settings, name: Callable[[str], str]) -> Iterator[str]:
    if settings.mode is Mode.HTTP and settings.signing_secret is None:
        yield f"{name('signing_secret')} is not set: copy it from {_BASIC_INFORMATION}"
    if settings.mode is Mode.SOCKET and settings.app_token is None:
        yield (
            f"{name('app_token')} is not set: make one with the scope connections:write "
            f'under "App-Level Tokens" on {_BASIC_INFORMATION}'
        )


def _object_to_installation(settings: Settings, name: Callable[[str], str]) -> Iterator[str]:
    id_and_secret = {"client_id": settings.client_id, "client_secret": settings.client_secret}
    lacking = [field for field, value in id_and_secret.items() if value is None]
    present = [field for field in id_and_secret if field not in lacking]
    if settings.bot_token is not None:
        for field in present:
            yield (
                f"{name('bot_token')} and {name(field)} are both set: keep the token for one workspace, "
                "or client id and secret for many"
            )
        return
    if not present:
        yield (
            f'{name("bot_token")} is not set: copy the "Bot User OAuth Token" '
            'from your app\'s "OAuth & Permissions" page, '
            f"or set {name('client_id')} and {name('client_secret')} for many workspaces"
        )
        return
    for field in lacking:
        yield f"{name(field)} is not set, but {name(present[0])} is: copy both from {_BASIC_INFORMATION}"
    if settings.public_url is None:
        yield (
            f"{name('public_url')} is not set: give the address that browsers reach the bot at, "
            "for the pages that install it"
        )
    if settings.port is None:
        yield f"{name('port')} is not set: give one for the pages that install the bot"


def _object_to_team_files(settings: Settings, name: Callable[[str], str]) -> Iterator[str]:
    if settings.team_file is None:
        return
    if settings.team_files is not None:
        yield (
            f"{name('team_file')} and {name('team_files')} are both set: "
            "keep the file for one workspace, or the folder for many"
        )
    elif settings.is_installable:
        yield (
            f"{name('team_file')} would tell one team's words to all workspaces: "
            f"set {name('team_files')} to a folder of <team id>.yaml instead"
        )
