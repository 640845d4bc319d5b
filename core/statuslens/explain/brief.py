"""What of an explanation fits on one screen, the same in every markup."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from textwrap import shorten

from statuslens.explain.compose import owner_remarks
from statuslens.explain.model import Choice, Explanation, Fact, Listing
from statuslens.registry.constant import LOOK_UP_ONLY, Constant

_CHOICES = 2
_REMARKS = 2
_MEMBERS = 8
_NEAR = 2
_LONGEST_NOTE = 300
_LONGEST_MEMBER = 160
_LONGEST_ROW = 100
"""Characters of the names that stand elsewhere, so that they fit on one line."""
_HISTORY = "Before"
"""The label of a fact that nobody needs at a glance."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where somebody asks about a status; what is near to it is told first."""

    constants: tuple[Constant, ...] = ()
    """Those that can be written there for the status, the nearest first."""
    vendors: frozenset[str] = frozenset()
    """The ids of the vendors that are in use there."""


NOWHERE = Standpoint()
"""Where nothing is nearer than anything else."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The most useful parts of an explanation, of which none is long; title, meaning and links stand beside them."""

    notes: str
    team: tuple[Fact, ...]
    advice: tuple[Fact, ...]
    """What client and server should do, and which other codes may be meant."""
    remarks: tuple[str, ...]
    """What vendors mean by it."""
    facts: tuple[Fact, ...]
    """One for each label."""
    near: tuple[Constant, ...]
    """The constants to write where somebody asks."""
    elsewhere: tuple[str, ...]
    """What it is called in other libraries and languages."""
    is_cut: bool
    """Whether the explanation has more to say."""


def shorten_explanation(answer: Explanation, here: Standpoint) -> Brief:
    """Return what of an explanation is shown where somebody asks."""
    remarks = _remarks(answer, here.vendors)
    elsewhere = list(_elsewhere(answer, here.constants))
    shown = _fitting(elsewhere)
    return Brief(
        notes=_cut(" ".join(answer.notes), _LONGEST_NOTE),
        team=tuple(Fact(fact.label, _cut(fact.text, _LONGEST_NOTE)) for fact in answer.team),
        advice=tuple(_advice(answer)),
        remarks=tuple(remarks[:_REMARKS]),
        facts=tuple(_facts(answer.facts)),
        near=here.constants[:_NEAR],
        elsewhere=shown,
        is_cut=len(answer.choices) > _CHOICES
        or len(remarks) > _REMARKS
        or len(elsewhere) > len(shown)
        or bool(answer.older_texts),
    )


def shorten_listing(answer: Listing) -> tuple[tuple[Choice, ...], int]:
    """Return the members of a listing that are shown with their texts, and how many are left out."""
    shown = tuple(Choice(member.title, _cut(member.text, _LONGEST_MEMBER)) for member in answer.members[:_MEMBERS])
    return shown, len(answer.members) - len(shown)


def _advice(answer: Explanation) -> Iterator[Fact]:
    for label, text in (("Client", answer.client), ("Server", answer.server)):
        if text:
            yield Fact(label, text)
    for choice in answer.choices[:_CHOICES]:
        yield Fact(f"Or {choice.title}", choice.text)


def _remarks(answer: Explanation, vendors: Collection[str]) -> list[str]:
    """Return what vendors mean, those that are in use first."""
    nearest = sorted(answer.owners, key=lambda owner: owner.vendor_id not in vendors)
    return owner_remarks(replace(answer, owners=tuple(nearest)))


def _facts(facts: Iterable[Fact]) -> Iterator[Fact]:
    texts: dict[str, list[str]] = {}
    for fact in facts:
        if fact.label != _HISTORY:
            texts.setdefault(fact.label, []).append(fact.text)
    for label, said in texts.items():
        yield Fact(label, "; ".join(said))


def _elsewhere(answer: Explanation, near: tuple[Constant, ...]) -> Iterator[str]:
    """Yield the other names of a code: those in the same language, then one for each other language."""
    languages = {constant.language for constant in near}
    seen = {constant.expression for constant in near}
    others = [item for item in answer.constants if not item.deprecated and item.kind not in LOOK_UP_ONLY]
    for constant in sorted(others, key=lambda constant: constant.language not in languages):
        is_other = constant.language not in languages
        if constant.expression not in seen and not (is_other and constant.language in seen):
            seen |= {constant.expression, constant.language} if is_other else {constant.expression}
            yield constant.expression


def _fitting(texts: list[str]) -> tuple[str, ...]:
    lengths = accumulate(len(text) + len(", ") for text in texts)
    return tuple(text for text, length in zip(texts, lengths, strict=True) if length <= _LONGEST_ROW)


def _cut(text: str, width: int) -> str:
    # An address is one word, and of no use in part.
    return shorten(text, width, placeholder=" …") if len(text) > width and " " in text else text
