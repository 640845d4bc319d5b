"""What stands in a shell for a value: a part of a variable, or a command whose output is put in its place."""

import re

_CUT_OUT = re.compile(r"[\"']?\$\{(\w+)[:#%/][^{}]*\}[\"']?")
"""A part of what a variable holds: ``"${answer: -3}"``, ``${answer##*,}``."""
_SUBSTITUTED = re.compile(r"[\"']?(?:\$\(\s*([^()](?:.*[^)])?)\s*\)|`([a-z][^`]*\|[^`]+)`)[\"']?", re.DOTALL)
_PIPE = re.compile(r"(?<!\|)\|(?![|&])(?=\s*[a-z])")
_FILTER = re.compile(r"[gjy]q\b[^.]*?[\"'\s\[](\.[\w.\[\]\"?-]*\w)")
"""The path that jq or its like takes out of an answer: ``jq -r '.error.code'``."""
_COMMAND = re.compile(r"(?:(?:command|env|sudo|run)\s+)?([A-Za-z_][\w-]*)(.*)", re.DOTALL)
_VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)")
_PRINTERS = {"echo", "printf"}
_FETCHERS = {"curl", "http", "wget"}
"""Commands of which only what they are told to print tells what that is."""


def names_of_substitution(expression: str) -> tuple[str, ...] | None:
    """Return the names along what a variable is a part of or a command prints, outermost first; None for another one.

    ``${answer: -3}`` is ``("answer",)``, ``$(echo "$answer" | jq -r .error.code)`` is ``("error", "code")``,
    ``$(status_of "$url" | head -n 1)`` is ``("status_of",)``, and ``$(echo "$code")`` is ``("code",)``.
    """
    if cut := _CUT_OUT.fullmatch(expression):
        return (cut[1],)
    found = _SUBSTITUTED.fullmatch(expression)
    if found is None:
        return None
    commands = _PIPE.split(found[1] or found[2])
    filters = [path[1] for command in commands if (path := _FILTER.match(command.strip()))]
    if filters:
        return tuple(re.findall(r"[A-Za-z_][\w-]*", filters[-1]))
    command = _COMMAND.match(commands[0].strip())
    if command is None or command[1] in _FETCHERS:
        return ()
    if command[1] in _PRINTERS:
        return tuple(dict.fromkeys(_VARIABLE.findall(command[2])))[-1:]
    return (command[1],)
