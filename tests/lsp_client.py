"""A client for tests of the language server: the real process over stdio, driven by pytest-lsp."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, make_test_lsp_client

from tools import require_script

UTF_16 = lsp.PositionEncodingKind.Utf16
MARKDOWN = lsp.MarkupKind.Markdown
PATIENCE = 30
"""Seconds to wait for an answer that never comes."""


class Client:
    """What an editor does with the server, in words."""

    def __init__(self, protocol: LanguageClient, initialized: lsp.InitializeResult) -> None:
        self.protocol = protocol
        self.initialized = initialized

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

    async def request(self, method: str) -> Any:
        """Ask for something that LSP does not have."""
        send: Callable[[str], Awaitable[Any]] = self.protocol.protocol.send_request_async
        return await asyncio.wait_for(send(method), PATIENCE)

    async def diagnostics(self) -> lsp.PublishDiagnosticsParams:
        """Wait for the next diagnostics, of whichever document."""
        awaited = self.protocol.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        params: lsp.PublishDiagnosticsParams = await asyncio.wait_for(awaited, PATIENCE)
        return params


@asynccontextmanager
async def connect(
    *arguments: str,
    encodings: tuple[lsp.PositionEncodingKind, ...] | None = None,
    markup: tuple[lsp.MarkupKind, ...] | None = (MARKDOWN,),
) -> AsyncIterator[Client]:
    """Start the server, shake hands, and leave it as LSP wants."""
    protocol = make_test_lsp_client()
    await protocol.start_io(require_script("statuslens-lsp"), *arguments)
    hover = lsp.HoverClientCapabilities(content_format=markup)
    capabilities = lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=encodings),
        text_document=lsp.TextDocumentClientCapabilities(hover=hover),
    )
    initialized = await protocol.initialize_session(lsp.InitializeParams(capabilities, root_uri=None))
    try:
        yield Client(protocol, initialized)
    finally:
        await protocol.shutdown_session()
        stop: Callable[[], Awaitable[Any]] = protocol.stop
        await stop()
