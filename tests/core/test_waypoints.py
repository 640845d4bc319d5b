"""Places of a text, counted in bytes, code points and lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.source.waypoints import Waypoints, find_waypoints

TEXTS = st.text("aé😀\n", max_size=9).map(lambda text: text * 700)


def places(waypoints: Waypoints, text: str) -> list[tuple[int, int, int]]:
    """Return byte, code point and line of some places of a text."""
    bytes_ = [waypoints.byte(point) for point in range(0, len(text) + 1, 211)]
    return [(byte, waypoints.point(byte), waypoints.row(byte)) for byte in bytes_]


def counted(text: str) -> list[tuple[int, int, int]]:
    """Return the same, counted from the beginning."""
    before = [text[:point] for point in range(0, len(text) + 1, 211)]
    return [(len(part.encode()), len(part), part.count("\n")) for part in before]


@given(text=TEXTS)
def test_a_place_is_counted_as_from_the_beginning(text: str) -> None:
    assert places(find_waypoints(text.encode()), text) == counted(text)


@given(data=st.data(), text=TEXTS, replacement=st.text("aé😀\n", max_size=5))
def test_waypoints_follow_a_change(data: st.DataObject, text: str, replacement: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = text[:start] + replacement + text[end:]
    first, last = len(text[:start].encode()), len(text[:end].encode())
    moved = find_waypoints(text.encode()).moved(new.encode(), first, last, replacement)
    assert places(moved, new) == counted(new)


@pytest.mark.parametrize(("text", "is_ascii"), [("plain", True), ("é", False)])
def test_whether_a_byte_is_a_code_point_is_known(text: str, *, is_ascii: bool) -> None:
    assert find_waypoints(text.encode()).is_ascii == is_ascii
