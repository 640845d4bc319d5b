"""Positions: in the units that the client chose, on lines as LSP counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp

from lsp_client import able, connect
from statuslens.source.lines import LineIndex
from statuslens_lsp.positions import to_offset, to_range

UTF_8 = lsp.PositionEncodingKind.Utf8
UTF_16 = lsp.PositionEncodingKind.Utf16
UTF_32 = lsp.PositionEncodingKind.Utf32
ENCODINGS = (UTF_8, UTF_16, UTF_32)

SOURCE = (
    "import requests\r\n"
    "page = '\f\u2028\v\x85'\r"
    "response = requests.get('x')\n"
    "if '🦀' == '漢\u2028' or response.status_code == 299:\n"
    "    pass\n"
)
"""Two line ends that are easily overlooked, and four that are none."""

LINE = 3
COLUMNS = {UTF_8: (49, 52), UTF_16: (43, 46), UTF_32: (42, 45)}
"""Where 299 stands in each encoding."""

texts = st.text(st.sampled_from("aé漢🦀\u2028\f\x85\ud83d\ude00") | st.sampled_from(["\r", "\n"]))


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_hover_and_diagnostics_agree_with_the_client_on_columns(
    encoding: lsp.PositionEncodingKind,
) -> None:
    start, end = COLUMNS[encoding]
    expected = lsp.Range(lsp.Position(LINE, start), lsp.Position(LINE, end))
    async with connect(capabilities=able(encodings=(encoding,))) as client:
        published = await client.open("file:///project/app.py", SOURCE)
        found = [await client.hover("file:///project/app.py", LINE, column) for column in range(end + 2)]
    assert client.initialized.capabilities.position_encoding == encoding
    assert [diagnostic.range for diagnostic in published.diagnostics] == [expected]
    assert [hover and hover.range for hover in found] == [
        expected if start <= column < end else None for column in range(end + 2)
    ]


@pytest.mark.asyncio
async def test_a_client_that_names_no_encoding_gets_utf_16() -> None:
    async with connect(capabilities=able(encodings=None)) as client:
        published = await client.open("file:///project/app.py", SOURCE)
    start, end = COLUMNS[UTF_16]
    assert client.initialized.capabilities.position_encoding == UTF_16
    assert published.diagnostics[0].range == lsp.Range(lsp.Position(LINE, start), lsp.Position(LINE, end))


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=texts)
def test_every_offset_finds_its_way_to_the_client_and_back(encoding: lsp.PositionEncodingKind, text: str) -> None:
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            there = to_range(lines, offset, offset, encoding).start
            assert to_offset(lines, there, encoding) == offset


@pytest.mark.parametrize(
    ("encoding", "inside"),
    [(UTF_8, 2), (UTF_8, 3), (UTF_8, 4), (UTF_16, 2)],
)
def test_a_position_inside_a_character_means_its_start(encoding: str, inside: int) -> None:
    assert to_offset(LineIndex("a🦀b"), lsp.Position(0, inside), encoding) == 1


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", ["ab\ncd", "é漢\ncd"])
def test_a_position_out_of_range_is_moved_back(encoding: str, text: str) -> None:
    lines = LineIndex(text)
    assert to_offset(lines, lsp.Position(0, 1_000_000), encoding) == 2
    assert to_offset(lines, lsp.Position(1_000_000, 0), encoding) == len(text)
