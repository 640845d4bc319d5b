"""The files beside this one say in comments which of their lines hold which occurrences.

For a file whose format has no comments, a file ``<name>.expected`` beside it says so.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.recognise import scan_text
from statuslens.source.detect import language_of

CORPUS = Path(__file__).parent
FILES = [path for path in sorted(CORPUS.glob("*/*")) if language_of(path)]
EXPECTATION = re.compile(r"(?:#|//): (.*?)(?:(?:\\n)?\",?)?$")


def expected(path: Path, text: str) -> list[str]:
    """Return the marked lines as ``line: code role, code role``."""
    beside = path.with_name(f"{path.name}.expected")
    if beside.exists():
        return beside.read_text(encoding="utf-8").splitlines()
    return [
        f"{number}: {match[1].strip()}"
        for number, line in enumerate(text.split("\n"), 1)
        if (match := EXPECTATION.search(line))
    ]


def found(text: str, language: str) -> list[str]:
    """Return the recognised occurrences in the same form."""
    scan = scan_text(text, language=language)
    by_line: dict[int, list[str]] = {}
    for item in scan.occurrences:
        line = scan.lines.position(item.start).line + 1
        by_line.setdefault(line, []).append(f"{item.code} {item.role}")
    return [f"{line}: {', '.join(items)}" for line, items in by_line.items()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_holds_just_the_occurrences_that_its_comments_say(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert found(text, str(language_of(path))) == expected(path, text)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(FILES),
    st.integers(0, 4000),
    st.integers(1, 60),
    st.sampled_from(["", "(", "]", "'", "\n", "404 ", "é"]),
)
def test_a_file_with_a_hole_in_it_is_still_read(path: Path, start: int, length: int, filling: str) -> None:
    whole = path.read_text(encoding="utf-8")
    text = whole[:start] + filling + whole[start + length :]
    for item in scan_text(text, language=str(language_of(path)), prose=True).occurrences:
        assert text[item.start : item.end] == item.text
