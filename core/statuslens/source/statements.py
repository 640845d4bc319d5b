r"""Cut the configuration of a server into statements: a directive and its words.

One lexer for all servers. Words are separated by blanks; a quoted one may hold blanks; ``\`` at the end of a line joins
it with the next. The tags of a template (``{{ port }}``, ``{% if %}``, ``<%= %>``) stay whole. Text that breaks
the rules, such as a quote that is never closed, is taken as words too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache

from statuslens.source.format import Format, Punctuation

_TAG = (
    r"\{\{[^}]{0,2000}+(?:\}(?!\})[^}]{0,2000}+){0,20}+\}\}"
    r"|\{%[^%]{0,2000}+(?:%(?!\})[^%]{0,2000}+){0,20}+%\}"
    r"|<%[^%]{0,2000}+(?:%(?!>)[^%]{0,2000}+){0,20}+%>"
)
_CONTROL = re.compile(
    r"(?:\{\{-?|\{%[-+]?|<%-?)\s*(?:/\*|#|if|else|elsif|elif|end|endif|for|endfor|range|with|define|block|unless|when)\b"
    r"|\{\{-?\s*/\*"
)
_BRACE = re.compile(r"[{}]")
_MAX_QUOTED = 20_000
"""A longer text in quotes is one whose end is missing."""
_MAX_VARIABLE = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement. Offsets are in code points."""

    text: str
    """Without quotes."""
    start: int
    """Where ``text`` begins."""
    is_tag: bool = False
    """Whether it is the tag of a template, as it stands."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A directive and its words, or a comment. Offsets are in code points, the end is exclusive."""

    words: tuple[Word, ...]
    """The directive's name first."""
    start: int
    end: int
    head: tuple[Word, ...] = ()
    """The words of the statement whose block it stands in."""
    is_comment: bool = False


def find_comments(text: str, form: Format) -> Iterator[tuple[int, str]]:
    """Yield where a comment begins, and its text."""
    if form.punctuation:
        for statement in read_statements(text, form):
            if statement.is_comment:
                yield statement.start, text[statement.start : statement.end]
    elif form.comment:
        for match in re.finditer(rf"^(?:{form.comment}).*", text, re.MULTILINE):
            yield match.start(), match[0]


def read_statements(text: str, form: Format) -> Iterator[Statement]:
    """Yield the statements and comments of a text, in their order."""
    punctuation = form.punctuation
    if punctuation is None:
        return
    pattern = _tokens(form.comment, punctuation)
    open_statement = _OpenStatement([])
    position = 0
    while position < len(text):
        match = pattern.match(text, position)
        if match is None:
            position += 1
            continue
        kind, position = str(match.lastgroup), match.end()
        if kind == "comment":
            yield Statement((), match.start(), match.end(), is_comment=True)
        elif kind in {"word", "quoted", "tag"}:
            _add(open_statement.words, match, kind)
        elif kind != "blank":
            if kind == "open" and open_statement.is_opaque(punctuation):
                kind, start, position = "end", position, _end_of_block(text, position)
                open_statement.words.append(Word(text[start:position].removesuffix("}"), start))
            yield from open_statement.finish(kind)
    yield from open_statement.finish("end")


@dataclass(slots=True)
class _OpenStatement:
    """The statement that is being read, and those whose blocks are open around it."""

    words: list[Word]
    heads: list[tuple[Word, ...]] = field(default_factory=list)

    def is_opaque(self, punctuation: Punctuation) -> bool:
        """Tell whether its block is in another language."""
        return bool(self.words) and any(fnmatchcase(self.words[0].text, glob) for glob in punctuation.opaque)

    def finish(self, kind: str) -> Iterator[Statement]:
        """Yield it if it has any words, and begin another one: after an end, or where a block opens or closes."""
        words = tuple(self.words)
        if words:
            head = self.heads[-1] if self.heads else ()
            yield Statement(words, words[0].start, words[-1].start + len(words[-1].text), head)
        if kind == "open":
            self.heads.append(words)
        elif kind == "close" and self.heads:
            self.heads.pop()
        self.words = []


def find_tags(text: str) -> Iterator[re.Match[str]]:
    """Yield the tags of templates in a text."""
    return re.finditer(_TAG, text)


def _add(words: list[Word], match: re.Match[str], kind: str) -> None:
    text = match[0]
    if kind == "quoted":
        words.append(Word(text[1:-1], match.start() + 1))
    elif kind == "word":
        words.append(Word(text, match.start()))
    elif words and not _CONTROL.match(text):
        words.append(Word(text, match.start(), is_tag=True))


def _end_of_block(text: str, position: int) -> int:
    """Return the place after the brace that closes a block in another language."""
    depth = 1
    for brace in _BRACE.finditer(text, position):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(text)


@cache
def _tokens(comment: str, punctuation: Punctuation) -> re.Pattern[str]:
    """Return the pattern of a token; the name of its last group is the token's kind."""
    in_lines = punctuation.end == "line"
    blank = r"\\\r?\n|[^\S\r\n]+|\ufeff" if in_lines else r"\s+|\ufeff"
    line_end = "" if punctuation.quotes_lines else r"\r\n"
    quoted = "|".join(
        rf"{quote}(?:[^{quote}\\{line_end}]|\\.){{0,{_MAX_QUOTED}}}{quote}" for quote in punctuation.quotes
    )
    end = r"[\r\n]+" if in_lines else re.escape(punctuation.end)
    # In lines, a brace is one only where it stands alone: {path} and {$PORT} are words.
    alone = r"(?=\s|\Z)" if in_lines else ""
    braces = rf"(?P<open>\{{{alone})|(?P<close>\}}{alone})|" if punctuation.has_blocks else ""
    stop = r"\s" if in_lines else rf"\s{{{re.escape(punctuation.end)}"
    word = rf"(?:\\[^\r\n]|\$\{{[^}}\s]{{0,{_MAX_VARIABLE}}}+\}}|{_TAG}|[^{stop}\\]|\\(?!\r?\n))+"
    return re.compile(
        rf"(?P<blank>{blank})|(?P<comment>{comment or '(?!)'})|(?P<tag>{_TAG})|(?P<end>{end})|{braces}"
        rf"(?P<quoted>{quoted})|(?P<word>{word})",
        re.DOTALL,
    )
