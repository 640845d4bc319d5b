"""Whether an expression is something to send, judged by its text, alike in every language."""

import re

from statuslens.source.words import words

_ABSENT = {"None", "NULL", "Nil", "nil", "null", "nullptr", "undefined", "void", "void 0"}
_TEXT = re.compile(r"[A-Za-z@$]{0,2}(?P<quotes>\"\"\"|'''|\"|'|`)(?P<content>.*)(?P=quotes)", re.DOTALL)
_EMPTY_BRACKETS = re.compile(r"(?:(?:new\s+)?[\w.:<>\[\]*&%$,\s]*?)(?:\(\s*\)|\[[\s0]*\]|\{\s*\})(?:\s*\{\s*\})?")
_CALL_AROUND = re.compile(r"(?:new\s+|\.)?[\w.:<>\[\]?!]*\((?P<inner>.*)\)", re.DOTALL)
_MAKING = re.compile(r"\A(?:const|await)\s+")
_CAST = re.compile(r"\A\([\w.]+\)\s+(?=null\b)")
_PATH = re.compile(r"[\w.:>$@?!-]*")
_GENERIC = re.compile(r"<[\w,.?&\[\] ]*>")
_NAMED = re.compile(r"(?:new\s+)?[\w.:<>\[\]?!$@]*?(?P<name>\w+)[?!]?\s*(?:<[^<>]*>)?\s*[({\[]")
_KEYWORD = re.compile(r"\w+\s*[:=]\s*")
_NOTHING_WORDS = {"empty", "none", "nothing", "null", "nil", "unit", "void", "noop", "zero"}
_CONTAINERS = {"array", "bytes", "dict", "h", "hash", "init", "jsonify", "list", "map", "object", "string", "struct"}
_HEADER_WORDS = {"header", "headers"}
_BODY_WORDS = {"dump", "dumps", "html", "json", "jsonify", "render", "stringify", "text", "xml"}


def is_nothing(text: str) -> bool:
    """Tell whether an expression stands for no content: ``""``, ``None``, ``{}``, ``Body.empty()``."""
    text = _without_types(text)
    if is_absent(text) or text in {"()", "[]", "{}", "%{}", ":nothing"}:
        return True
    if quoted := _TEXT.fullmatch(text):
        return not quoted["content"].strip()
    if not any(map(str.isalnum, text)) or not _NOTHING_WORDS.isdisjoint(words(_path(text))):
        return True
    if _EMPTY_BRACKETS.fullmatch(text):
        return not text.endswith(")") or text.startswith("new ") or _name(text).lower() in _CONTAINERS
    around = _CALL_AROUND.fullmatch(text)
    if around is None:
        return False
    inner = around["inner"].strip()
    return bool(inner) and is_nothing(_KEYWORD.sub("", inner, count=1))


def _without_types(text: str) -> str:
    """Return an expression without its casts' and generics' types, and without what says that it is made here."""
    text = _MAKING.sub("", _CAST.sub("", text.strip().strip("&").rstrip(",")))
    before = ""
    while before != text:
        before, text = text, _GENERIC.sub("", text)
    return text


def is_header_fields(text: str) -> bool:
    """Tell whether an expression stands for header fields, by its name or as a list of pairs, and not for content."""
    text = _without_types(text)
    return text.startswith("[(") or not _HEADER_WORDS.isdisjoint(words(_path(text)))


def is_absent(text: str) -> bool:
    """Tell whether an expression is no value at all: ``None``, ``nil``."""
    return not text.strip() or text.strip() in _ABSENT


def is_surely_content(text: str) -> bool:
    """Tell whether an expression is seen to be something to send: a text, a mapping, a call that makes JSON."""
    text = text.strip()
    if is_nothing(text):
        return False
    is_literal = bool(_TEXT.fullmatch(text)) or text[:1] in {"{", "["}
    is_call = text.endswith((")", "}")) and not _BODY_WORDS.isdisjoint(words(_name(text)))
    return is_literal or is_call


def _path(text: str) -> str:
    """Return the names up to the first bracket: ``Empty::new`` of ``Empty::new()``."""
    return _PATH.match(text)[0]  # type: ignore[index]  # it matches nothing too


def _name(text: str) -> str:
    """Return the name that an expression ends with, or that it calls."""
    called = _NAMED.match(text)
    if called is not None and text.endswith((")", "}", "]")):
        return called["name"]
    return re.split(r"\W+", text)[-1] if re.fullmatch(r"[\w.:>$@?!-]+", text) else ""
