"""HTML put together from elements: text of others stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from statuslens.report.overview.html import element, join, text
from statuslens.terminal import printable


class Reader(HTMLParser):
    """What a browser would take from HTML."""

    def __init__(self, html: str) -> None:
        """Read all of it."""
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.content = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element and its attributes."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.content += data


@given(st.text(), st.text(min_size=1))
def test_any_text_is_read_as_it_was_and_nothing_else(content: str, value: str) -> None:
    page = Reader(element("p", text(content), title=value))
    assert page.tags == ["p"]
    assert page.content == printable(content)
    assert page.attributes == [("title", printable(value))]


def test_attributes_are_written_as_html_has_them() -> None:
    box = element("input", type="checkbox", data_item=True, hidden=False, class_="wide", for_="")
    assert box == '<input type="checkbox" data-item class="wide">'
    assert join((box, text("a < b")), " & ") == f"{box} &amp; a &lt; b"
