"""``workspace/executeCommand``: what an editor can put into its menu of commands."""

from collections.abc import Callable
from dataclasses import asdict
from inspect import isawaitable
from typing import Any, TypedDict

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.explain import explain, explain_code
from statuslens.explain.markdown import to_markdown
from statuslens.explain.typeahead import suggest
from statuslens.registry import load_registry
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.offered import Command
from statuslens_lsp.plain_text import to_plain_text
from statuslens_lsp.session import Session
from statuslens_lsp.team_file import TeamFilePlace, create_team_file
from statuslens_lsp.usages import Place, Usage, find_places, find_usages

_BETWEEN_MARKDOWN = "\n\n---\n\n"
_BETWEEN_TEXTS = "\n\n"


class Explained(TypedDict):
    """The answer to a query, in two forms."""

    markdown: str
    text: str


def explain_query(ls: Session, *arguments: Any) -> Explained:  # noqa: ANN401 (what JSON holds)
    """``statuslens.explain``: answer a query such as ``418``, ``401 vs 403`` or ``too many``.

    A second argument may hold ``uri``, the document or folder whose team file counts, and ``show``: whether to show
    the answer to the user.
    """
    query, options = _read(Command.EXPLAIN, arguments)
    answers = explain(query, load_registry(), _team(ls, options.get("uri")))
    text = _BETWEEN_TEXTS.join(map(to_plain_text, answers))
    if options.get("show") is True:
        ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, text))
    return {"markdown": _BETWEEN_MARKDOWN.join(map(to_markdown, answers)), "text": text}


async def open_specification(ls: Session, *arguments: Any) -> str | None:  # noqa: ANN401 (as above)
    """``statuslens.openSpecification``: open what specifies a code in the browser, where the client can.

    Returns the address; None for a code that nothing specifies.
    """
    code, options = _read(Command.OPEN_SPECIFICATION, arguments)
    explanation = explain_code(code, load_registry(), _team(ls, options.get("uri")))
    address = explanation.links[0].url if explanation is not None and explanation.links else None
    if address is not None and _can_show_documents(ls):
        await ls.window_show_document_async(lsp.ShowDocumentParams(address, external=True))
    return address


def search(ls: Session, *arguments: Any) -> list[dict[str, str]]:  # noqa: ANN401 (as above)
    """``statuslens.search``: what somebody can mean who has typed so far, best first; every code for an empty text.

    Each has a ``query`` for ``statuslens.explain``, and ``title``, ``label``, ``text`` and ``constant`` to show. A
    second argument may hold ``uri``, as of ``statuslens.explain``.
    """
    typed, options = _read(Command.SEARCH, arguments)
    return [asdict(item) for item in suggest(typed, load_registry(), _team(ls, options.get("uri")))]


async def usages(ls: Session, *_arguments: Any) -> list[Usage]:  # noqa: ANN401 (as above)
    """``statuslens.usages``: the statuses that the workspace uses, and in how many places each."""
    return await find_usages(ls)


async def places(ls: Session, *arguments: Any) -> list[Place]:  # noqa: ANN401 (as above)
    """``statuslens.places``: where the workspace uses a code."""
    code, _ = _read(Command.PLACES, arguments)
    return await find_places(ls, code)


async def new_team_file(ls: Session, *arguments: Any) -> TeamFilePlace:  # noqa: ANN401 (as above)
    """``statuslens.createTeamFile``: begin a team file in a folder, or find the one that holds there.

    The argument is the folder's URI; the first folder of the workspace where there is none.
    """
    folder = next((item for item in arguments if isinstance(item, str)), None) or next(iter(folder_uris(ls)), None)
    if folder is None:
        raise JsonRpcInvalidParams(f"{Command.CREATE_TEAM_FILE} needs a folder: open one, or name it by its URI")
    return await create_team_file(ls, folder)


COMMANDS: dict[str, Callable[..., object]] = {
    Command.CREATE_TEAM_FILE: new_team_file,
    Command.EXPLAIN: explain_query,
    Command.OPEN_SPECIFICATION: open_specification,
    Command.PLACES: places,
    Command.SEARCH: search,
    Command.USAGES: usages,
}


async def execute_command(ls: Session, params: lsp.ExecuteCommandParams) -> object:
    """Do what a command says; what it takes and answers stands with each.

    Raises JsonRpcInvalidParams.
    """
    command = COMMANDS.get(params.command)
    if command is None:
        raise JsonRpcInvalidParams(f"there is no command {params.command}; there are {', '.join(COMMANDS)}")
    answer = command(ls, *(params.arguments or ()))
    return await answer if isawaitable(answer) else answer


def _read(command: Command, arguments: tuple[Any, ...]) -> tuple[str, dict[str, Any]]:
    match arguments:
        case [str() | int() as query, *rest] if not isinstance(query, bool):
            return str(query), next((item for item in rest if isinstance(item, dict)), {})
    raise JsonRpcInvalidParams(f'{command} takes a text such as "404", and not {list(arguments)!r}')


def _team(ls: Session, uri: object) -> TeamFile:
    asked = uri if isinstance(uri, str) else next(iter(folder_uris(ls)), None)
    return ls.projects.project_of(asked).team if asked is not None else DEFAULTS


def _can_show_documents(ls: Session) -> bool:
    window = ls.client_capabilities.window
    return window is not None and window.show_document is not None and window.show_document.support
