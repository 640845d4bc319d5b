"""JSON-RPC as LSP wants it: every request is answered, whatever is wrong with it and at whatever time it comes."""

import logging
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol

_LOG = logging.getLogger(__name__)
MessageId = int | str


class Protocol(LanguageServerProtocol):
    """Takes messages one by one; refuses what is none, and what comes before or after its time."""

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 (those of pygls)
        """Start before ``initialize``."""
        super().__init__(*arguments)
        self._is_initialized = False
        self._cancelled: set[MessageId] = set()
        """Requests that need no answer any longer, though what says so has not had its turn."""

    def announce(self, content: object) -> None:
        """Look at a message that has to wait for its turn: it can say that one before it needs no answer."""
        if isinstance(content, dict) and content.get("method") == lsp.CANCEL_REQUEST:
            identifier = _id_of(content.get("params"))
            if identifier is not None:
                self._cancelled.add(identifier)

    def receive(self, content: object) -> None:
        """Handle a message, given as what JSON reads, or as the error that JSON has with it."""
        if isinstance(content, Exception):
            self._refuse(None, JsonRpcParseError(), content)
        elif not isinstance(content, dict) or content.get("jsonrpc") != self.VERSION:
            self._refuse(_id_of(content), JsonRpcInvalidRequest("This is no message of JSON-RPC 2.0"))
        else:
            _LOG.debug("received %s", content.get("method", "an answer"))
            handle = self._take_request if "method" in content and "id" in content else self._take
            handle(content)

    def rehearse(self, message: object) -> None:
        """Find out how such a message is read and written, which is the greater part of what the first one takes."""
        self.structure_message(self._converter.unstructure(message))

    def _take_request(self, content: dict[str, Any]) -> None:
        objection = self._objection(_id_of(content), content["method"])
        if objection is not None:
            self._refuse(_id_of(content), objection)
            return
        try:
            message = self.structure_message({"params": None, **content})
        except JsonRpcException:
            self._refuse(_id_of(content), JsonRpcInvalidParams())
            return
        self._is_initialized = True
        self.handle_message(message)

    def _take(self, content: dict[str, Any]) -> None:
        """Handle a notification, or an answer of the client."""
        method = content.get("method")
        if method is not None and method != lsp.EXIT and (not self._is_initialized or self._shutdown):
            return
        if method == lsp.SHUTDOWN:  # as of Kate, which leaves without waiting for an answer
            self.fm.features[lsp.SHUTDOWN](None)
            return
        try:
            message = self.structure_message(content)
        except JsonRpcException as error:
            self._report(error)
            waiting = self._request_futures.pop(_id_of(content) or "", None)
            if waiting is not None:
                waiting.set_exception(error)
            return
        if method == lsp.CANCEL_REQUEST:
            self._cancelled.discard(message.params.id)
        self.handle_message(message)

    def _objection(self, identifier: MessageId | None, method: object) -> JsonRpcException | None:
        """Return why a request is not looked at, if so."""
        if identifier is None or not isinstance(method, str):
            return JsonRpcInvalidRequest("The id or the method of this request is none")
        if identifier in self._cancelled:
            return JsonRpcRequestCancelled()
        if self._shutdown:
            return JsonRpcInvalidRequest("The server is shutting down")
        if self._is_initialized == (method == lsp.INITIALIZE):
            done, wanted = JsonRpcInvalidRequest, JsonRpcServerNotInitialized
            return done("initialize comes once") if self._is_initialized else wanted("initialize comes first")
        return None

    def _refuse(self, identifier: MessageId | None, error: JsonRpcException, cause: Exception | None = None) -> None:
        # pygls would leave out an id that is null, with which JSON-RPC answers what has none that can be read.
        answer = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": identifier, "error": answer})
        if not isinstance(error, JsonRpcRequestCancelled):
            self._report(cause or error)

    def _report(self, error: Exception) -> None:
        self._server.report_server_error(error, JsonRpcException)

    def _send_response(self, msg_id: MessageId, result: object = None, error: lsp.ResponseError | None = None) -> None:
        """Send an answer; what went wrong inside is told by the log alone."""
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = lsp.ResponseError(error.code, "statuslens could not answer; its log says more")
        super()._send_response(msg_id, result, error)


def _id_of(content: object) -> MessageId | None:
    """Return the id in a message or in what it says; None where there is none that can be one."""
    found = content.get("id") if isinstance(content, dict) else None
    return found if isinstance(found, MessageId) and not isinstance(found, bool) else None
