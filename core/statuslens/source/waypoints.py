"""Where a text's bytes are, counted in code points and in lines, at a price that does not grow with the text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

_APART = 4096
"""Bytes between two waypoints."""
_AFTER_FIRST_BYTE = 0x80, 0xC0
"""Bytes from the first up to the second one are within a character."""


@dataclass(slots=True)
class Waypoints:
    """Some places of a text in UTF-8, and how many code points and line feeds are before each of them."""

    data: bytes
    is_ascii: bool
    """Whether an offset in bytes is one in code points."""
    offsets: list[int] = field(default_factory=lambda: [0])
    points: list[int] = field(default_factory=lambda: [0])
    rows: list[int] = field(default_factory=lambda: [0])

    def point(self, byte: int) -> int:
        """Return the offset in code points of an offset in bytes that is at a character's start."""
        if self.is_ascii:
            return byte
        last = bisect_right(self.offsets, byte) - 1
        return self.points[last] + len(self.data[self.offsets[last] : byte].decode())

    def byte(self, point: int) -> int:
        """Return the offset in bytes of an offset in code points."""
        if self.is_ascii:
            return point
        last = bisect_right(self.points, point) - 1
        start, end = self.offsets[last], self.offsets[last + 1] if last + 1 < len(self.offsets) else len(self.data)
        return start + len(self.data[start:end].decode()[: point - self.points[last]].encode())

    def row(self, byte: int) -> int:
        """Return how many line feeds are before an offset in bytes."""
        last = bisect_right(self.offsets, byte) - 1
        return self.rows[last] + self.data.count(b"\n", self.offsets[last], byte)

    def moved(self, data: bytes, start: int, end: int, replacement: str) -> "Waypoints":
        """Return those of changed bytes: what stood from one offset to another one was replaced."""
        removed, added = self.data[start:end], replacement.encode()
        to_bytes, to_rows = len(added) - len(removed), added.count(b"\n") - removed.count(b"\n")
        to_points = len(replacement) - len(removed.decode())
        first = bisect_right(self.offsets, start)
        last = bisect_left(self.offsets, end, lo=first)
        return Waypoints(
            data,
            self.is_ascii and replacement.isascii(),
            self.offsets[:first] + [byte + to_bytes for byte in self.offsets[last:]],
            self.points[:first] + [point + to_points for point in self.points[last:]],
            self.rows[:first] + [row + to_rows for row in self.rows[last:]],
        )


def find_waypoints(data: bytes) -> Waypoints:
    """Return waypoints that are everywhere in a text."""
    found = Waypoints(data, data.isascii())
    start = point = row = 0
    while start + _APART < len(data):
        end = start + _APART
        while _AFTER_FIRST_BYTE[0] <= data[end] < _AFTER_FIRST_BYTE[1]:
            end -= 1
        point += len(data[start:end].decode())
        row += data.count(b"\n", start, end)
        start = end
        found.offsets.append(start)
        found.points.append(point)
        found.rows.append(row)
    return found
