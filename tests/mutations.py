"""Changes to source files as typing, merging and accidents make them, for property tests."""

from dataclasses import dataclass

from hypothesis import strategies as st

PIECES = (
    "",
    " ",
    "\n",
    "\r",
    "\f",
    "\u2028",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "`",
    "/*",
    "*/",
    "//",
    "#",
    "\\",
    ";",
    ",",
    ":",
    "=",
    " == ",
    " < ",
    "=> ",
    "404",
    "4xx",
    "200, 500",
    " 404 Not Found ",
    "status",
    "return 404",
    "import http\n",
    "def status(code):\n",
    "HTTPStatus.NOT_FOUND",
    ".status(",
    "é",
    "\U0001f600",
    "\0",
    "<<<<<<< HEAD\n",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a text, in code points, and what takes its place."""

    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """Return a text with this edit; what lies beyond its end is cut off."""
        return text[: self.start] + self.text + text[self.end :]


@st.composite
def edits(draw: st.DrawFn, text: str) -> Edit:
    """Draw an edit of a text: typed, deleted, replaced, or copied from elsewhere in it."""
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.sampled_from((0, 0, 0, 1, 1, 3, 8, 40, 300))))
    if draw(st.booleans()):
        return Edit(start, end, draw(st.sampled_from(PIECES)))
    source = draw(st.integers(0, len(text)))
    return Edit(start, end, text[source : source + draw(st.integers(0, 60))])


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Draw a text with some edits."""
    for _ in range(draw(st.integers(1, 8))):
        text = draw(edits(text)).apply(text)
    return text
