"""A client for tests of the language server: the real process over stdio, driven by pytest-lsp."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from attrs import evolve
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, make_test_lsp_client

from tools import require_script

UTF_16 = lsp.PositionEncodingKind.Utf16
MARKDOWN = lsp.MarkupKind.Markdown
PATIENCE = 30
"""Seconds to wait for an answer that never comes."""
TRIPS = 2_000
"""Messages to wait for something that never comes."""


def place(line: int, character: int, end_line: int, end_character: int) -> lsp.Range:
    """Return a range in the client's units."""
    return lsp.Range(lsp.Position(line, character), lsp.Position(end_line, end_character))


class Client:
    """What an editor does with the server, in words."""

    def __init__(
        self,
        protocol: LanguageClient,
        initialized: lsp.InitializeResult,
        registered: list[lsp.Registration],
        told: dict[str, list[Any]],
    ) -> None:
        self.protocol = protocol
        self.initialized = initialized
        self.registered = registered
        """What the server asked to be told."""
        self.told = told
        """What came with ``$/progress``, by token: where work is, or parts of an answer."""
        self._folders: list[lsp.WorkspaceFolder] = []
        self._open: set[str] = set()

    def answer(self, method: str, handler: Callable[[Any], object]) -> None:
        """Answer what the server asks for."""
        self.protocol.protocol.fm.features[method] = handler

    @property
    def shown(self) -> list[str]:
        """What the server made the editor show to the user."""
        return [message.message for message in self.protocol.messages]

    async def open(
        self, uri: str, text: str, *, language: str = "python", version: int = 1
    ) -> lsp.PublishDiagnosticsParams:
        self.tell_open(uri, text, language=language, version=version)
        return await self.diagnostics()

    def tell_open(self, uri: str, text: str, *, language: str = "python", version: int = 1) -> None:
        self._open.add(uri)
        document = lsp.TextDocumentItem(uri, language, version, text)
        self.protocol.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    async def change(self, uri: str, text: str, *, version: int) -> lsp.PublishDiagnosticsParams:
        self.tell_change(uri, text, version=version)
        return await self.diagnostics()

    def tell_change(self, uri: str, *texts: str, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, uri)
        changes = [lsp.TextDocumentContentChangeWholeDocument(text) for text in texts]
        self.protocol.text_document_did_change(lsp.DidChangeTextDocumentParams(document, changes))

    def tell_changes(self, uri: str, changes: list[lsp.TextDocumentContentChangePartial], *, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, uri)
        self.protocol.text_document_did_change(lsp.DidChangeTextDocumentParams(document, changes))

    async def close(self, uri: str) -> lsp.PublishDiagnosticsParams:
        self.tell_close(uri)
        return await self.diagnostics()

    def tell_close(self, uri: str) -> None:
        self._open.discard(uri)
        document = lsp.TextDocumentIdentifier(uri)
        self.protocol.text_document_did_close(lsp.DidCloseTextDocumentParams(document))

    async def hover(self, uri: str, line: int, character: int) -> lsp.Hover | None:
        document = lsp.TextDocumentIdentifier(uri)
        params = lsp.HoverParams(document, lsp.Position(line, character))
        return await asyncio.wait_for(self.protocol.text_document_hover_async(params), PATIENCE)

    async def complete(
        self, uri: str, line: int, character: int, kind: lsp.CompletionTriggerKind = lsp.CompletionTriggerKind.Invoked
    ) -> lsp.CompletionList | None:
        document, position = lsp.TextDocumentIdentifier(uri), lsp.Position(line, character)
        params = lsp.CompletionParams(document, position, lsp.CompletionContext(kind))
        found = await asyncio.wait_for(self.protocol.text_document_completion_async(params), PATIENCE)
        assert found is None or isinstance(found, lsp.CompletionList)
        return found

    async def resolve_item(self, item: lsp.CompletionItem) -> lsp.CompletionItem:
        return await asyncio.wait_for(self.protocol.completion_item_resolve_async(item), PATIENCE)

    async def hints(self, uri: str, asked: lsp.Range) -> Sequence[lsp.InlayHint] | None:
        params = lsp.InlayHintParams(lsp.TextDocumentIdentifier(uri), asked)
        return await asyncio.wait_for(self.protocol.text_document_inlay_hint_async(params), PATIENCE)

    async def resolve_hint(self, hint: lsp.InlayHint) -> lsp.InlayHint:
        return await asyncio.wait_for(self.protocol.inlay_hint_resolve_async(hint), PATIENCE)

    async def links(self, uri: str) -> Sequence[lsp.DocumentLink] | None:
        params = lsp.DocumentLinkParams(lsp.TextDocumentIdentifier(uri))
        return await asyncio.wait_for(self.protocol.text_document_document_link_async(params), PATIENCE)

    async def highlights(self, uri: str, line: int, character: int) -> Sequence[lsp.DocumentHighlight] | None:
        params = lsp.DocumentHighlightParams(lsp.TextDocumentIdentifier(uri), lsp.Position(line, character))
        return await asyncio.wait_for(self.protocol.text_document_document_highlight_async(params), PATIENCE)

    async def symbols(self, uri: str) -> Sequence[lsp.DocumentSymbol] | Sequence[lsp.SymbolInformation] | None:
        params = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri))
        return await asyncio.wait_for(self.protocol.text_document_document_symbol_async(params), PATIENCE)

    async def actions(
        self,
        uri: str,
        asked: lsp.Range,
        diagnostics: Sequence[lsp.Diagnostic] = (),
        only: Sequence[str] | None = None,
    ) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext(diagnostics, only)
        params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), asked, context)
        found = await asyncio.wait_for(self.protocol.text_document_code_action_async(params), PATIENCE)
        return [item for item in found or () if isinstance(item, lsp.CodeAction)]

    async def resolve(self, action: lsp.CodeAction) -> lsp.CodeAction:
        return await asyncio.wait_for(self.protocol.code_action_resolve_async(action), PATIENCE)

    async def ask_diagnostics(self, uri: str, previous: str | None = None) -> lsp.DocumentDiagnosticReport:
        params = lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri), previous_result_id=previous)
        return await asyncio.wait_for(self.protocol.text_document_diagnostic_async(params), PATIENCE)

    async def references(
        self, uri: str, line: int, character: int, *, progress: str | None = None, parts: str | None = None
    ) -> list[lsp.Location] | None:
        params = lsp.ReferenceParams(
            lsp.ReferenceContext(include_declaration=True),
            lsp.TextDocumentIdentifier(uri),
            lsp.Position(line, character),
            work_done_token=progress,
            partial_result_token=parts,
        )
        found = await asyncio.wait_for(self.protocol.text_document_references_async(params), PATIENCE)
        return None if found is None else list(found)

    async def workspace_symbols(self, query: str) -> list[lsp.WorkspaceSymbol]:
        params = lsp.WorkspaceSymbolParams(query)
        found = await asyncio.wait_for(self.protocol.workspace_symbol_async(params), PATIENCE)
        # On its way through the client a symbol becomes the older of the two kinds, which has the same fields.
        return [
            lsp.WorkspaceSymbol(item.location, item.name, item.kind, container_name=item.container_name)
            for item in found or ()
        ]

    def ask_workspace(
        self, known: Mapping[str, str | None] = MappingProxyType({}), *, parts: str | None = None
    ) -> "asyncio.Task[Any]":
        """Ask what is wrong in the workspace; the answer may take long to come."""
        previous = [lsp.PreviousResultId(uri, value) for uri, value in known.items() if value is not None]
        params = lsp.WorkspaceDiagnosticParams(previous, partial_result_token=parts)
        asked = asyncio.wait_for(self.protocol.workspace_diagnostic_async(params), PATIENCE)
        return asyncio.ensure_future(asked)

    async def begin_in(self, *folders: Path) -> None:
        """Have these folders open and no others, and no documents."""
        for uri in tuple(self._open):
            await self.close(uri)
        before, self._folders = self._folders, [lsp.WorkspaceFolder(item.as_uri(), item.name) for item in folders]
        event = lsp.WorkspaceFoldersChangeEvent(self._folders, before)
        self.protocol.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event))

    def tell_files(self, *uris: str, change: lsp.FileChangeType = lsp.FileChangeType.Changed) -> None:
        """Tell that files have changed on disk."""
        events = [lsp.FileEvent(uri, change) for uri in uris]
        self.protocol.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(events))

    async def command(self, name: str, *arguments: object) -> Any:
        params = lsp.ExecuteCommandParams(name, list(arguments))
        return await asyncio.wait_for(self.protocol.workspace_execute_command_async(params), PATIENCE)

    async def request(self, method: str) -> Any:
        """Ask for something that LSP does not have."""
        send: Callable[[str], Awaitable[Any]] = self.protocol.protocol.send_request_async
        return await asyncio.wait_for(send(method), PATIENCE)

    async def until(self, is_so: Callable[[], object]) -> None:
        """Exchange messages with the server until what it sends has come."""
        for _ in range(TRIPS):
            if is_so():
                return
            await self.hover("file:///nowhere", 0, 0)
        pytest.fail(f"never came about: {is_so}")

    def notify(self, method: str, params: object) -> None:
        """Tell the server something."""
        self.protocol.protocol.notify(method, params)

    async def diagnostics(self) -> lsp.PublishDiagnosticsParams:
        """Wait for the next diagnostics, of whichever document."""
        awaited = self.protocol.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        params: lsp.PublishDiagnosticsParams = await asyncio.wait_for(awaited, PATIENCE)
        return params


def able(
    *,
    encodings: tuple[lsp.PositionEncodingKind, ...] | None = None,
    markup: tuple[lsp.MarkupKind, ...] | None = (MARKDOWN,),
    document: lsp.TextDocumentClientCapabilities | None = None,
    workspace: lsp.WorkspaceClientCapabilities | None = None,
    window: lsp.WindowClientCapabilities | None = None,
) -> lsp.ClientCapabilities:
    """Return what a client can do: units of columns, markup in hovers, and what it says besides."""
    hover = lsp.HoverClientCapabilities(content_format=markup)
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=encodings),
        text_document=evolve(document or lsp.TextDocumentClientCapabilities(), hover=hover),
        workspace=workspace,
        window=window,
    )


@asynccontextmanager
async def connect(
    *arguments: str,
    capabilities: lsp.ClientCapabilities | None = None,
    folders: tuple[Path, ...] = (),
    options: object = None,
    settings: dict[str, dict[str, Any]] | None = None,
    trace: lsp.TraceValue | None = None,
) -> AsyncIterator[Client]:
    """Start the server, shake hands, and leave it as LSP wants.

    ``folders`` are those that the client has open, ``options`` its initializationOptions, ``settings`` what it
    answers by scope to workspace/configuration.
    """
    protocol = make_test_lsp_client()
    told: dict[str, list[Any]] = defaultdict(list)
    protocol.protocol.fm.features[lsp.PROGRESS] = lambda params: told[params.token].append(params.value)
    for scope, item in (settings or {}).items():
        protocol.set_configuration(item, scope_uri=scope)
    registered: list[lsp.Registration] = []

    def register(params: lsp.RegistrationParams) -> None:
        registered.extend(params.registrations)

    protocol.feature(lsp.CLIENT_REGISTER_CAPABILITY)(register)
    await protocol.start_io(require_script("statuslens-lsp"), *arguments)
    opened = [lsp.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders]
    params = lsp.InitializeParams(
        capabilities or able(),
        root_uri=None,
        workspace_folders=opened or None,
        initialization_options=options,
        trace=trace,
    )
    initialized = await protocol.initialize_session(params)
    try:
        yield Client(protocol, initialized, registered, told)
    finally:
        await protocol.shutdown_session()
        stop: Callable[[], Awaitable[Any]] = protocol.stop
        await stop()
