"""From offsets in bytes to offsets in code points."""


class Offsets:
    """The offsets of one text in UTF-8; one after the other they cost no more than decoding it once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._is_ascii = data.isascii()
        self._byte = self._point = 0

    def of(self, byte: int) -> int:
        """Return the offset in code points of an offset in bytes that is at a character's start."""
        if self._is_ascii:
            return byte
        if byte < self._byte:
            self._byte = self._point = 0
        self._point += len(self._data[self._byte : byte].decode("utf-8", "replace"))
        self._byte = byte
        return self._point
