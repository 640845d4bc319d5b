"""HTML that is put together from elements, in which text of others is text and nothing else."""

from collections.abc import Iterable
from html import escape
from typing import NewType

from statuslens.terminal import printable

Html = NewType("Html", str)
"""Text that is HTML already; what is none yet goes through ``text``."""

NOTHING = Html("")
_VOID = {"br", "input"}


def text(value: str) -> Html:
    """Return a text as HTML that shows it, without what would turn its direction."""
    return Html(escape(printable(value)))


def element(tag: str, *children: Html, **attributes: str | bool) -> Html:
    """Return an element; an underscore at the end of an attribute's name falls away, others become hyphens.

    An attribute that is true stands without a value, one that is false or empty is left out.
    """
    written = "".join(
        f" {name}" if value is True else f' {name}="{text(str(value))}"'
        for name, value in ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
        if value
    )
    opening = f"<{tag}{written}>"
    return Html(opening) if tag in _VOID else Html(f"{opening}{join(children)}</{tag}>")


def join(pieces: Iterable[Html], between: str = "") -> Html:
    """Return pieces behind each other."""
    return Html(text(between).join(pieces))
