"""What a recorded session between an editor and the server shows to be wrong."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CANCELLED = -32800
"""RequestCancelled of LSP 3.18."""
_SHOWN = {"window/showMessage", "window/showMessageRequest"}


def find_troubles(log: Path) -> list[str]:
    """Return what went wrong: error answers, requests without an answer, messages shown, an end without farewell."""
    records = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return [*_wrong_answers(records), *_shown(records), *_lacking_farewell(records)]


def methods_of(log: Path, who: str) -> set[str]:
    """Return the methods of what one side has said."""
    records = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return {item["message"]["method"] for item in records if item["who"] == who and "method" in item["message"]}


def _wrong_answers(records: list[dict[str, Any]]) -> Iterator[str]:
    asked: dict[tuple[str, Any], str] = {}
    cancelled = {
        (item["who"], item["message"]["params"]["id"])
        for item in records
        if item["message"].get("method") == "$/cancelRequest"
    }
    for record in records:
        who, message = record["who"], record["message"]
        other = "server" if who == "client" else "client"
        if "method" in message and "id" in message:
            asked[who, message["id"]] = message["method"]
        elif "id" in message:
            method = asked.pop((other, message["id"]), "nothing")
            is_agreed = (other, message["id"]) in cancelled and message.get("error", {}).get("code") == _CANCELLED
            if "error" in message and not is_agreed:
                yield f"{who} answers {method} with {message['error']}"
    yield from (f"{who} asks {method} and gets no answer" for (who, _), method in asked.items())


def _shown(records: list[dict[str, Any]]) -> Iterator[str]:
    for record in records:
        message = record["message"]
        if record["who"] == "server" and message.get("method") in _SHOWN:
            yield f"the user is shown {message['params']}"


def _lacking_farewell(records: list[dict[str, Any]]) -> Iterator[str]:
    said = [item["message"].get("method") for item in records if item["who"] == "client"]
    if said[-1:] != ["exit"] or "shutdown" not in said:
        yield f"the client leaves with {said[-2:]}"
