"""Positions: from the client's units to offsets in code points and back."""

import re

from lsprotocol import types as lsp

from statuslens.source.lines import LineIndex, Position

_CODECS: dict[str, tuple[str, int]] = {
    lsp.PositionEncodingKind.Utf8: ("utf-8", 1),
    lsp.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    lsp.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
"""For each encoding of positions the codec, and the bytes that make one unit."""

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def to_offset(lines: LineIndex, position: lsp.Position, encoding: str) -> int:
    """Return the offset of a client's position.

    One past the end of its line or of the text is moved back there; one inside a character means its start.
    """
    column = position.character
    if not lines.text.isascii():
        codec, width = _CODECS[encoding]
        units = _encodable(lines.line(position.line)).encode(codec)[: column * width]
        column = len(units.decode(codec, "ignore"))
    return lines.offset(Position(position.line, column))


def to_range(lines: LineIndex, start: int, end: int, encoding: str) -> lsp.Range:
    """Return the client's range for the offsets of its start and its exclusive end."""
    return lsp.Range(_to_position(lines, start, encoding), _to_position(lines, end, encoding))


def _to_position(lines: LineIndex, offset: int, encoding: str) -> lsp.Position:
    position = lines.position(offset)
    if lines.text.isascii():
        return lsp.Position(position.line, position.column)
    codec, width = _CODECS[encoding]
    before = _encodable(lines.text[offset - position.column : offset])
    return lsp.Position(position.line, len(before.encode(codec)) // width)


def _encodable(text: str) -> str:
    # JSON may hold a lone surrogate, which no codec encodes; U+FFFD is as wide as one in every encoding.
    return _LONE_SURROGATES.sub("\ufffd", text)
