"""What can be written where a status goes: each code as a constant of the file's libraries, and as a number."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from statuslens.config.known import codes_to_choose
from statuslens.config.model import Style
from statuslens.registry import name_key
from statuslens.rules.model import Edit
from statuslens.rules.wording import Choice
from statuslens.source.words import words
from statuslens_lsp.slots import Slot
from statuslens_lsp.views import View


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to write one code."""

    code: str
    name: str
    text: str
    """What takes the place of what stands there."""
    edits: tuple[Edit, ...] = ()
    """What else has to be done for it, such as an import."""

    @property
    def is_number(self) -> bool:
        """Whether the code is written as it is."""
        return self.text == self.code

    def match(self, typed: str) -> str:
        """Return what can be typed for it: first what begins with what is typed, for clients that look no further."""
        spoken = _spoken(self.name)
        begun = [way for way in (*spoken, self.code, self.text) if typed and way.lower().startswith(typed.lower())]
        return " ".join(dict.fromkeys((*begun[:1], self.code, spoken[0], self.text)))


@lru_cache(maxsize=1024)
def _spoken(name: str) -> tuple[str, str, str]:
    """Return how the name of a code can be typed: ``not_found``, ``not found``, ``notfound``."""
    parts = words(name.replace("'", ""))
    return "_".join(parts), " ".join(parts), name_key(name)


def propose(slot: Slot, view: View, elsewhere: Mapping[str, int]) -> Iterator[Proposal]:
    """Yield both ways to write each code that what is typed can be, the team's way first.

    The codes that the document uses most come first, then those that the workspace does: ``elsewhere`` counts them.
    """
    team = view.analysis.team
    names = codes_to_choose(team)
    fitting = (code for code in names if not slot.typed.isdecimal() or code.startswith(slot.typed))
    here = view.analysis.uses
    codes = sorted(fitting, key=lambda code: (-here[code], -elsewhere.get(code, 0), code))
    constants = _find_constants(slot, view, codes)
    for code in codes:
        number, choice = Proposal(code, names[code], code), constants.get(code)
        constant = Proposal(code, names[code], choice.written, choice.edits) if choice is not None else None
        ways = (constant, number) if team.style is Style.CONSTANT else (number, constant)
        yield from filter(None, ways)


def _find_constants(slot: Slot, view: View, codes: Collection[str]) -> dict[str, Choice]:
    """Return the constants for some codes that can be written in a slot with edits that the client can make."""
    subject, place = slot.analysis.subject_at(slot.start)
    wording = slot.analysis.wording_at(slot.start)
    if wording is None:
        return {}
    number = replace(slot.occurrence.moved(place - slot.start), language="")
    is_inside = subject.scan is not slot.analysis.scan
    return {
        code: choice
        for code, choice in wording.choose(number, codes).items()
        if (choice.start, choice.end) == (number.start, number.end)
        and not (choice.edits and is_inside)
        and all(view.shows(edit.start, edit.end) for edit in choice.edits)
    }
