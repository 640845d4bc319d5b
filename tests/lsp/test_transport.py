"""Messages over pipes: cut out of a stream of bytes, answered as JSON-RPC has it, survived whatever they are."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens_lsp.processes import is_running
from statuslens_lsp.transport import read_bodies
from tools import lack, require_script

INITIALIZE: dict[str, Any] = {
    "id": 0,
    "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}
INITIALIZED = {"method": "initialized", "params": {}}
SHUTDOWN = {"id": 90, "method": "shutdown"}
EXIT = {"method": "exit"}
URI = "file:///project/app.py"
OPEN: dict[str, Any] = {
    "method": "textDocument/didOpen",
    "params": {"textDocument": {"uri": URI, "languageId": "python", "version": 1, "text": "r.status_code == 404\n"}},
}


def framed(content: object) -> bytes:
    body = content if isinstance(content, bytes) else json.dumps(with_version(content)).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def with_version(content: object) -> object:
    return {"jsonrpc": "2.0", **content} if isinstance(content, dict) else content


def hover(identifier: int, **params: Any) -> dict[str, Any]:
    position = {"line": 0, "character": 18}
    document = {"textDocument": {"uri": URI}, "position": position}
    return {"id": identifier, "method": "textDocument/hover", "params": {**document, **params}}


def exchange(*sent: object) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit status of a server that was sent these messages, and what it answers to requests."""
    stream = b"".join(item if isinstance(item, bytes) and item[:1] == b"C" else framed(item) for item in sent)
    done = subprocess.run(
        [require_script("statuslens-lsp")], input=stream, capture_output=True, check=False, timeout=60
    )
    answers = [json.loads(body) for body in bodies(done.stdout)]
    return done.returncode, [answer for answer in answers if "id" in answer and "method" not in answer]


def bodies(stream: bytes, size: int = 2**16) -> list[bytes]:
    """Return the bodies in a stream that is read in pieces of a size."""
    pieces = iter([stream[at : at + size] for at in range(0, len(stream), size)])
    return list(read_bodies(lambda: next(pieces, b"")))


def refused(identifier: object, code: int, message: str) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": identifier, "error": {"code": code, "message": message}}


@given(st.lists(st.binary(max_size=40), max_size=5), st.integers(1, 60))
def test_messages_come_whole_however_they_are_cut(sent: list[bytes], size: int) -> None:
    assert bodies(b"".join(map(framed, sent)), size) == sent


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 2\r\n\r\n",
        b"content-length:2\r\n\r\n",
        b"Content-Type: x; charset=utf-8\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: 2\n\n",
        b"Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: -2\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: 99999999999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n",
        b"nonsense\r\n\r\nmore of itContent-Length: 2\r\n\r\n",
        b"x" * 200_000 + b"\r\nContent-Length: 2\r\n\r\n",
    ],
    ids=range(9),
)
def test_odd_heads_are_understood_or_passed_over(head: bytes) -> None:
    assert bodies(head + b"{}" + framed(b"[]")) == [b"{}", b"[]"]


REFUSED = [
    (b"no json", refused(None, -32700, "Parse Error")),
    (b"\xff\xfe", refused(None, -32700, "Parse Error")),
    (b"[" * 100_000, refused(None, -32700, "Parse Error")),
    (b"[]", refused(None, -32600, "This is no message of JSON-RPC 2.0")),
    (b'{"id": 1, "method": "shutdown"}', refused(1, -32600, "This is no message of JSON-RPC 2.0")),
    ({"id": [], "method": "shutdown"}, refused(None, -32600, "The id or the method of this request is none")),
    ({"id": 2, "method": 3}, refused(2, -32600, "The id or the method of this request is none")),
    (hover(3, position="here"), refused(3, -32602, "Invalid Params")),
    ({"id": 4, "method": "textDocument/hover"}, refused(4, -32602, "Invalid Params")),
    ({"id": 5, "method": "textDocument/hover", "params": [4]}, refused(5, -32602, "Invalid Params")),
    ({"id": 6, "method": "nothing/atAll"}, refused(6, -32601, "Method Not Found: nothing/atAll")),
    (INITIALIZE, refused(0, -32600, "initialize comes once")),
]
UNANSWERED = [
    {"method": "textDocument/didOpen", "params": {"textDocument": 3}},
    {"method": "textDocument/didChange"},
    {"method": "nothing/atAll", "params": {"jsonrpc": "2.0"}},
    {"method": "$/cancelRequest", "params": {"id": 55}},
    {"method": "$/cancelRequest", "params": {}},
    {"method": "$/setTrace", "params": {"value": "loud"}},
    {"id": 5, "result": "nobody asked"},
    {"id": [], "result": "nobody asked"},
    {"id": "x", "error": {"code": 1, "message": "nobody asked"}},
    {"method": "workspace/didChangeConfiguration", "params": {"settings": {"jsonrpc": "2.0"}}},
]


def test_what_is_wrong_with_messages_is_answered_one_by_one() -> None:
    code, answers = exchange(INITIALIZE, INITIALIZED, OPEN, *(sent for sent, _ in REFUSED), hover(8), SHUTDOWN, EXIT)
    assert code == 0
    assert answers[1:-2] == [answer for _, answer in REFUSED]
    assert answers[-2]["result"]["range"] == {
        "start": {"line": 0, "character": 17},
        "end": {"line": 0, "character": 20},
    }


def test_what_asks_for_no_answer_gets_none() -> None:
    code, answers = exchange(INITIALIZE, INITIALIZED, OPEN, *UNANSWERED, hover(8), SHUTDOWN, EXIT)
    assert (code, [answer["id"] for answer in answers]) == (0, [0, 8, 90])
    assert answers[1]["result"]["range"]["start"] == {"line": 0, "character": 17}


def test_a_request_that_is_cancelled_while_it_waits_is_answered_as_such() -> None:
    slow = {**OPEN, "params": {"textDocument": {**OPEN["params"]["textDocument"], "text": "x = 404\n" * 4_000}}}
    cancel = {"method": "$/cancelRequest", "params": {"id": 7}}
    _, answers = exchange(INITIALIZE, INITIALIZED, slow, hover(7), cancel, hover(8), hover(7), SHUTDOWN, EXIT)
    found = [(answer["id"], answer.get("error")) for answer in answers]
    cancelled = {"code": -32800, "message": "Request Cancelled"}
    assert found == [(0, None), (7, cancelled), (8, None), (7, None), (90, None)]


def test_before_initialize_and_after_shutdown_requests_are_refused() -> None:
    code, answers = exchange(
        OPEN, hover(1), INITIALIZE, INITIALIZED, SHUTDOWN, OPEN, hover(2), {**SHUTDOWN, "id": 3}, EXIT
    )
    over = "The server is shutting down"
    assert code == 0
    assert [answer for answer in answers if "error" in answer] == [
        refused(1, -32002, "initialize comes first"),
        refused(2, -32600, over),
        refused(3, -32600, over),
    ]


def test_what_comes_before_initialized_is_refused_and_what_comes_after_it_answered() -> None:
    command = {"method": "workspace/executeCommand", "params": {"command": "statuslens.explain", "arguments": ["404"]}}
    code, answers = exchange(
        INITIALIZE,
        OPEN,
        hover(1),
        {"id": 2, **command},
        INITIALIZED,
        OPEN,
        hover(3),
        SHUTDOWN,
        EXIT,
    )
    first = 'the notification "initialized" comes first'
    assert code == 0
    assert answers[1:3] == [refused(1, -32002, first), refused(2, -32002, first)]
    assert [answer["id"] for answer in answers[3:] if answer["result"]] == [3]


def test_shutdown_is_answered_while_a_command_is_at_work() -> None:
    counting = {"id": 7, "method": "workspace/executeCommand", "params": {"command": "statuslens.usages"}}
    code, answers = exchange(INITIALIZE, INITIALIZED, OPEN, counting, SHUTDOWN, EXIT)
    assert code == 0
    assert [answer for answer in answers if answer["id"] == SHUTDOWN["id"]] == [
        {"jsonrpc": "2.0", "id": SHUTDOWN["id"], "result": None}
    ]


def test_a_server_whose_client_is_gone_ends_though_its_input_stays_open() -> None:
    if os.name == "nt":
        lack("processes that can be looked at")
    client = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server = subprocess.Popen([require_script("statuslens-lsp")], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdin is not None
    assert server.stdout is not None
    params: dict[str, Any] = {"processId": client.pid, "rootUri": None, "capabilities": {}}
    server.stdin.write(framed({**INITIALIZE, "params": params}))
    server.stdin.flush()
    assert server.stdout.readline().startswith(b"Content-Length")
    client.communicate(b"\n")
    assert server.wait(timeout=60) == 0
    server.stdin.close()
    server.stdout.close()


@pytest.mark.parametrize(("process", "expected"), [(os.getpid(), True), (0, False), (-1, False), (2**70, False)])
def test_processes_are_there_or_not(process: int, *, expected: bool) -> None:
    if os.name == "nt":
        lack("processes that can be looked at")
    assert is_running(process) is expected
