"""Ten thousand edits: what the server has of a document is what the client has, and means what a new one would.

What is expected comes from a model of its own, which goes through the text character by character. For a long run:
``pytest tests/lsp/test_edits.py --hypothesis-profile=long``.
"""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as lsp

from statuslens_lsp.configuration import Configuration
from statuslens_lsp.documents import Documents
from statuslens_lsp.projects import Projects

EDITS = 34
"""In one example, of which there are a hundred for each of three encodings."""
LONGEST = 1_200
URI = "untitled:edits"
SEPARATORS = ("\n", "\r", "\r\n", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029", "\0", "\ufeff")
WIDE = ("é", "…", "😀", "𐐷", "\ud83d", "e\u0301")
"""Characters of each width, one half of a pair, and one that stands above another."""
SNIPPETS = {
    "python": (
        "import requests\n",
        "from http import HTTPStatus as S\r\n",
        "def load(session, status=404):\n    return status\n",
        "if answer.status_code == 299:\r    pass\r",
        "raise HTTPException(404, 'nö😀')\n",
        "x = S.NOT_FOUND  # statuslens: ignore\n",
    ),
    "javascript": (
        "const code = response.status;\n",
        "if (code === 404 || code === '500') {\r\n",
        "res.status(299).send('…');\n",
        "}\n",
        "`${status} 404 Not Found`\r",
    ),
    "yaml": ("responses:\n", "  404:\n    description: é😀\n", '  "200": {}\r\n', "status: 503\n", "code: {{ x }}\n"),
    "http": ("GET / HTTP/1.1\r\n", "HTTP/1.1 404 Not Found\n", "HTTP/1.1 200 Forbidden\r", "\n{}\n", "###\n"),
}
UNITS: dict[str, Callable[[str], int]] = {
    lsp.PositionEncodingKind.Utf8: lambda character: 1 + sum(ord(character) > last for last in (0x7F, 0x7FF, 0xFFFF)),
    lsp.PositionEncodingKind.Utf16: lambda character: 1 + (ord(character) > 0xFFFF),
    lsp.PositionEncodingKind.Utf32: lambda _: 1,
}


def lines_of(text: str) -> list[str]:
    """Return the lines with what ends them, which a carriage return, a line feed or both do."""
    lines = [""]
    for character in text:
        if lines[-1].endswith("\n") or (lines[-1].endswith("\r") and character != "\n"):
            lines.append("")
        lines[-1] += character
    return [*lines, ""] if lines[-1].endswith(("\r", "\n")) else lines


def offset_of(text: str, position: lsp.Position, encoding: lsp.PositionEncodingKind) -> int:
    """Return the offset of a position, which past the end of its line or of the text is there."""
    lines = lines_of(text)
    if position.line >= len(lines):
        return len(text)
    offset = sum(map(len, lines[: position.line]))
    units = 0
    for character in lines[position.line].rstrip("\r\n"):
        units += UNITS[encoding](character)
        if units > position.character:
            break
        offset += 1
    return offset


def edited(text: str, change: lsp.TextDocumentContentChangeEvent, encoding: lsp.PositionEncodingKind) -> str:
    if isinstance(change, lsp.TextDocumentContentChangeWholeDocument):
        return change.text
    start, end = (offset_of(text, position, encoding) for position in (change.range.start, change.range.end))
    return text[:start] + change.text + text[end:]


def draw_change(random: Random, text: str, language: str) -> lsp.TextDocumentContentChangeEvent:
    """Return what an editor could send: something typed, pasted, deleted or replaced, at times out of range."""
    kinds = (("",), SEPARATORS, WIDE, SNIPPETS[language], ("4", "404", "299", "status", " ", "(", "'", "#", "//"))
    new = random.choice(random.choice(kinds))
    if random.random() < 0.02:
        return lsp.TextDocumentContentChangeWholeDocument(new.join(random.choices(SNIPPETS[language], k=4)))
    lines = len(lines_of(text))
    first = random.randrange(lines + 1)
    last = lines if len(text) > LONGEST else min(lines, first + random.choice((0, 0, 0, 0, 1, 2)))
    places = sorted((line, random.choice((0, random.randrange(60)))) for line in (first, last))
    start, end = (lsp.Position(*place) for place in places)
    return lsp.TextDocumentContentChangePartial(lsp.Range(start, start if random.random() < 0.3 else end), new)


def opened(text: str, language: str, encoding: lsp.PositionEncodingKind) -> Documents:
    documents = Documents(Projects(Configuration().of).project_of)
    documents.encoding = encoding
    documents.open(URI, 0, text, language=language)
    return documents


def known(documents: Documents) -> tuple[object, ...]:
    """Return the text of the document, what means a status in it and what is wrong with it, in the client's units."""
    view = documents.view(URI)
    assert view is not None
    occurrences = [(item, view.range(item.start, item.end)) for item in view.occurrences]
    findings = [(item, view.range(item.start, item.end)) for item in view.findings]
    return view.lines.text, occurrences, findings


@pytest.mark.parametrize("encoding", list(lsp.PositionEncodingKind))
@settings(deadline=None)
@given(seed=st.integers(0, 2**32), language=st.sampled_from(sorted(SNIPPETS)))
def test_after_every_edit_a_document_is_as_if_it_were_new(
    encoding: lsp.PositionEncodingKind, seed: int, language: str
) -> None:
    random = Random(seed)  # noqa: S311 (no secret)
    text = "".join(random.choices(SNIPPETS[language], k=6))
    documents = opened(text, language, encoding)
    for version in range(1, EDITS + 1):
        change = draw_change(random, text, language)
        text = edited(text, change, encoding)
        documents.change(URI, version, [change])
        assert known(documents) == (text, *known(opened(text, language, encoding))[1:])


@pytest.mark.parametrize("encoding", list(lsp.PositionEncodingKind))
@given(seed=st.integers(0, 2**32))
def test_the_changes_of_one_message_are_made_one_after_the_other(encoding: lsp.PositionEncodingKind, seed: int) -> None:
    random = Random(seed)  # noqa: S311
    text = "".join(random.choices(SNIPPETS["python"], k=4))
    documents = opened(text, "python", encoding)
    changes = []
    for _ in range(5):
        changes.append(draw_change(random, text, "python"))
        text = edited(text, changes[-1], encoding)
    documents.change(URI, 1, changes)
    assert known(documents)[0] == text
