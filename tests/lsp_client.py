"""A client for tests of the language server: the real process over stdio, driven by pytest-lsp."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
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
    ) -> None:
        self.protocol = protocol
        self.initialized = initialized
        self.registered = registered
        """What the server asked to be told."""

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
        yield Client(protocol, initialized, registered)
    finally:
        await protocol.shutdown_session()
        stop: Callable[[], Awaitable[Any]] = protocol.stop
        await stop()
