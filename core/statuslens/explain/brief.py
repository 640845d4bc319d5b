"""What of an explanation fits on one screen, the same in every markup."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from textwrap import shorten

from statuslens.explain.compose import owner_remarks
from statuslens.explain.model import Choice, Explanation, Fact, Listing
from statuslens.registry.constant import LOOK_UP_ONLY, Constant

_POINTS = 3
"""Other codes and vendors' meanings; one less where the team has something to say."""
_CHOICES = 2
_MEMBERS = 8
_NEAR = 2
_LONGEST_TEXT = 240
_LONGEST_MEMBER = 160
_LONGEST_ROW = 100
"""Characters of the names that stand elsewhere, so that they fit on one line."""
_CUT = " …"
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
    points = _POINTS - bool(answer.team)
    choices = answer.choices[: min(_CHOICES, points)]
    remarks = _remarks(answer, here.vendors)
    elsewhere = list(_elsewhere(answer, here.constants))
    told, shown = remarks[: points - len(choices)], _fitting(elsewhere)
    is_cut = (len(choices), len(told), len(shown)) != (len(answer.choices), len(remarks), len(elsewhere))
    notes = _cut(" ".join(answer.notes))
    team = tuple(Fact(fact.label, _cut(fact.text)) for fact in answer.team)
    return Brief(
        notes=notes,
        team=team,
        advice=tuple(_advice(answer, choices)),
        remarks=tuple(map(_cut, told)),
        facts=tuple(_facts(answer.facts)),
        near=here.constants[:_NEAR],
        elsewhere=shown,
        is_cut=is_cut
        or bool(answer.older_texts)
        or any(text.endswith(_CUT) for text in (notes, *(fact.text for fact in team))),
    )


def shorten_listing(answer: Listing) -> tuple[tuple[Choice, ...], int]:
    """Return the members of a listing that are shown with their texts, and how many are left out."""
    shown = tuple(Choice(member.title, _cut(member.text, _LONGEST_MEMBER)) for member in answer.members[:_MEMBERS])
    return shown, len(answer.members) - len(shown)


def _advice(answer: Explanation, choices: Iterable[Choice]) -> Iterator[Fact]:
    for label, text in (("Client", answer.client), ("Server", answer.server)):
        if text:
            yield Fact(label, text)
    for choice in choices:
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
        yield Fact(label, _cut("; ".join(said)))


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


def _cut(text: str, width: int = _LONGEST_TEXT) -> str:
    # An address is one word, and of no use in part.
    return shorten(text, width, placeholder=_CUT) if len(text) > width and " " in text else text
