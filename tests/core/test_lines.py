"""Lines and positions, as LSP counts them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.source.lines import LineIndex, Position

SEPARATORS = "\n\r\f\v\x1c\x85\u2028\u2029"
TEXTS = st.text(st.sampled_from(f"ab😀é{SEPARATORS}"))


def lines_of(text: str) -> list[str]:
    """Split as LSP says, in another way than the code under test."""
    return re.sub("\r\n?", "\n", text).split("\n")


@given(TEXTS)
def test_a_line_ends_at_a_newline_or_carriage_return_and_nowhere_else(text: str) -> None:
    index = LineIndex(text)
    assert [index.line(number) for number in range(len(index))] == lines_of(text)


@given(TEXTS, st.integers(0, 40))
def test_an_offset_and_its_position_are_the_same_place(text: str, offset: int) -> None:
    index = LineIndex(text)
    offset = min(offset, len(text))
    position = index.position(offset)
    before = text[:offset]
    is_inside_line_end = before.endswith("\r") and text[offset : offset + 1] == "\n"
    assert position.line == len(lines_of(before)) - 1 - is_inside_line_end
    if not is_inside_line_end:
        assert index.offset(position) == offset


@pytest.mark.parametrize(
    ("position", "offset"),
    [
        (Position(0, 0), 0),
        (Position(0, 99), 3),
        (Position(1, 1), 6),
        (Position(2, 0), 8),
        (Position(99, 5), 8),
    ],
)
def test_a_position_past_its_line_or_the_text_is_moved_back(position: Position, offset: int) -> None:
    assert LineIndex("one\r\nto\n").offset(position) == offset


def test_a_line_past_the_last_is_empty() -> None:
    assert LineIndex("one").line(1) == ""
