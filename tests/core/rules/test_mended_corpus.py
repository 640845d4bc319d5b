"""The regression corpus with constants for its numbers: fixed once is fixed, no code is lost, no error is new."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mending import mended
from statuslens.recognise import Role, scan_text
from statuslens.source.detect import language_of
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.syntax import Node

CORPUS = Path(__file__).parents[1] / "recognise"
FILES = [
    path
    for path in sorted(CORPUS.glob("*/*"))
    if (language := language_of(path)) and load_languages()[language].ecosystems
]
RULES = ["prefer-constant", "prefer-number"]


def codes(text: str, language: str) -> Counter[tuple[str, str]]:
    """Return how often the lines of a text, numbers and constants aside, mean each code."""
    scan = scan_text(text, language=language)
    lines = text.split("\n")
    comments = (
        lines[scan.lines.position(item.start).line].partition("#:" if "#:" in text else "//:")[2]
        for item in scan.occurrences
    )
    return Counter(
        (comment, item.code)
        for comment, item in zip(comments, scan.occurrences, strict=True)
        if item.role in {Role.STATUS, Role.CONSTANT}
    )


def errors(text: str, language: str) -> int:
    """Count the places that a grammar does not understand."""
    return sum(node.is_error or node.is_missing for node in nodes(Document(text, load_languages()[language]).root))


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_mended_file_says_the_same_and_stays_as_it_is(path: Path, rule: str) -> None:
    language, text = str(language_of(path)), path.read_text(encoding="utf-8")
    fixed = mended(rule, text, language)
    assert mended(rule, fixed, language) == fixed
    if rule == "prefer-constant":
        assert codes(text, language) <= codes(fixed, language)
    assert errors(fixed, language) <= errors(text, language)
    if language == "python":
        ast.parse(fixed)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FILES),
    st.sampled_from(RULES),
    st.integers(0, 4000),
    st.integers(0, 200),
    st.sampled_from(["", "(", "\n", "import ", "status = 404\n", "é"]),
)
def test_a_file_with_a_hole_in_it_is_mended_once(path: Path, rule: str, start: int, length: int, filling: str) -> None:
    language, whole = str(language_of(path)), path.read_text(encoding="utf-8")
    fixed = mended(rule, whole[:start] + filling + whole[start + length :], language)
    assert mended(rule, fixed, language) == fixed
