"""What commands of a shell say of what is looked for in what they print or read."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing
from statuslens.source.context import Relation

_REACH = 300
"""Bytes before a literal in which the commands are looked at whose output it is looked for in."""
_LAST_LINE = re.compile(rb"(?<!\\)\n")
_PRINTING = re.compile(r"[\"'].*[ \t]-(?:-write-out|\w*w)\b", re.DOTALL)
"""A command in a text that is told what to print."""
_HEAD_PIPED = re.compile(
    rb"(?:\bcurl\b[^|;]*\s(?:-\w*[iI]\w*|--head|--include)\b|\bwget\b[^|;]*\s(?:-\w*S\w*|--server-response)\b"
    rb"|\b[ef]?grep\b[^|;]*HTTP|\bawk\b[^|;]*/\^?HTTP)[^;]*\|[^|;]*\b[ef]?grep\b[^|;]*(?:[\"'][^\"']*)?\Z"
)
"""The head of an answer, or its first line, in which something is looked for: ``curl -sI "$url" | head -1 | grep``."""
_FINDERS = {"awk", "egrep", "fgrep", "grep", "zgrep"}
_ACCESS_LOG = re.compile(r".*\baccess[\w.-]*log.*|[\"']?\$\{?\w*ACCESS_LOG\w*\}?[\"']?", re.DOTALL)


def weigh_commands(reading: Reading, weighing: Weighing) -> None:
    """Add that a code is looked for in the head of an answer, in a log of requests, or in what a command prints."""
    if reading.relation is not Relation.ARGUMENT or not reading.names or not weighing.is_usual:
        return
    if reading.names[-1] not in _FINDERS:
        if mark := _told_command(reading, weighing):
            weighing.add_known("asserted", f"told to what runs a command that prints {mark}")
    elif any(map(_ACCESS_LOG.fullmatch, reading.others)):
        weighing.add_known("of_status_line", "looked for in a log of requests")
    elif _is_in_head(weighing):
        weighing.add_known("of_status_line", "looked for in the head of an answer")


def _is_in_head(weighing: Weighing) -> bool:
    before = weighing.facts.document.data[max(0, weighing.place - _REACH) : weighing.place]
    return b"grep" in before and _HEAD_PIPED.search(_LAST_LINE.split(before)[-1]) is not None


def _told_command(reading: Reading, weighing: Weighing) -> str:
    """Return what prints a status in the command, one text, before: ``expect "curl -w '%{http_code}' $url" 200``."""
    commands = (other for other in reading.others[: reading.position] if _PRINTING.match(other))
    return next((mark for other in commands for mark in weighing.weights.marks if mark in other), "")
