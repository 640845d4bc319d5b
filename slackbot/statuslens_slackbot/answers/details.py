"""All there is to say about a code, in a modal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from statuslens.explain import Explanation, Fact, constant_remarks, explain
from statuslens.registry import load_registry
from statuslens.registry.constant import Constant
from statuslens.registry.vendor import Standing, VendorCode
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    address,
    bold,
    bullets,
    code,
    header,
    literal,
    paragraph,
    rich_text,
    visible,
)
from statuslens_slackbot.answers.controls import DETAILS_VIEW
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.parts import to_parts
from statuslens_slackbot.answers.query_text import clean
from statuslens_slackbot.answers.status import capital, meaning_of, sources, team_of, title_of, vendors_of
from statuslens_slackbot.answers.views import View, modal

_STANDINGS = {Standing.CURRENT: "", Standing.RETIRED: " Retired.", Standing.DISPUTED: " Disputed."}


def details_view(query: str, asking: Asking) -> View:
    """Say all about the codes that a query means; where it means none, say so."""
    found = explain(clean(query) or "help", load_registry(), asking.team)
    explained = [item for item in found if isinstance(item, Explanation)]
    if explained:
        blocks = [block for item in explained for block in _all_about(item, asking)]
    else:
        blocks = [block for part in to_parts(found, asking) for block in part.blocks]
    return modal(DETAILS_VIEW, "All the details", blocks)


def _all_about(answer: Explanation, asking: Asking) -> Iterator[Block]:
    yield header(title_of(answer))
    yield from meaning_of(answer)
    yield from team_of(answer)
    yield from _list("What to do", _advice(answer))
    yield from _list("What the protocol says", map(_fact, answer.facts))
    yield from _list("Easily confused with", ([bold(f"{item.title} "), literal(item.text)] for item in answer.choices))
    yield from _list("What vendors mean by it", map(_vendor, _nearest_first(answer.owners, asking)))
    yield from _list("What older texts say", ([literal(visible(text))] for text in answer.older_texts))
    yield from _list("In code", _constants(answer.constants, asking))
    yield from _list("Names to beware of", ([literal(text)] for text in constant_remarks(answer.constants)))
    yield sources(answer)


def _list(title: str, items: Iterable[list[Block]]) -> Iterator[Block]:
    rows = list(items)
    if rows:
        yield rich_text(paragraph(bold(title)), bullets(rows))


def _advice(answer: Explanation) -> Iterator[list[Block]]:
    for name, text in (("Client", answer.client), ("Server", answer.server)):
        if text:
            yield [bold(f"{name} "), literal(text)]


def _fact(fact: Fact) -> list[Block]:
    source = [literal(" "), address(fact.reference.url, str(fact.reference))] if fact.reference else []
    return [bold(f"{fact.label} "), literal(capital(fact.text)), *source]


def _nearest_first(owners: Iterable[VendorCode], asking: Asking) -> list[VendorCode]:
    return sorted(owners, key=lambda owner: owner.vendor_id not in vendors_of(asking))


def _vendor(owner: VendorCode) -> list[Block]:
    says = " ".join(filter(None, [f"{owner.name}." if owner.name else "", owner.meaning, owner.note]))
    return [bold(f"{owner.vendor} "), literal(f"{says}{_STANDINGS[owner.standing]} ({owner.reference})")]


def _constants(constants: Iterable[Constant], asking: Asking) -> Iterator[list[Block]]:
    """Yield for each language what code writes, the chosen one first."""
    by_language = [(name, list(items)) for name, items in groupby(constants, key=lambda item: item.language)]
    by_language.sort(key=lambda item: item[0] != asking.preferences.language)
    for language, items in by_language:
        texts: list[Block] = [bold(f"{languages().get(language, language)} ")]
        for place, expression in enumerate(dict.fromkeys(item.expression for item in items)):
            texts += [literal("  "), code(expression)] if place else [code(expression)]
        yield texts
