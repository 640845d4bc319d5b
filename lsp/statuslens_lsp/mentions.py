"""What means a status, in the client's units and in a form that JSON can hold: what the index is made of."""

from typing import NamedTuple

from lsprotocol import types as lsp

from statuslens_lsp.views import View


class Mention(NamedTuple):
    """A place that means a status."""

    code: str
    text: str
    """The source as written there."""
    role: str
    """A value of ``Role``."""
    line: int
    character: int
    end_line: int
    end_character: int

    @property
    def range(self) -> lsp.Range:
        """Where it stands."""
        return lsp.Range(lsp.Position(self.line, self.character), lsp.Position(self.end_line, self.end_character))


def mentions_of(view: View) -> list[Mention]:
    """Return what means a status in a text, in the order of the places."""
    found = []
    for occurrence in view.occurrences:
        place = view.range(occurrence.start, occurrence.end)
        ends = place.start.line, place.start.character, place.end.line, place.end.character
        found.append(Mention(occurrence.code, occurrence.text, occurrence.role.value, *ends))
    return found
