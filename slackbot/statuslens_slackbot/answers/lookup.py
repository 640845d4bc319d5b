"""Looking codes up while one types: a modal, and the options of its field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from statuslens.explain import Answer, Comparison, Explanation, Listing, Refusal
from statuslens.registry import load_registry
from statuslens.registry.ecosystem import all_constants
from statuslens.registry.vendor import VendorCode, load_vendors, usual_name
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import Block, actions, context, literal, paragraph, rich_text
from statuslens_slackbot.answers.controls import LOOKUP_VIEW, Carried, encode, option, search_field
from statuslens_slackbot.answers.menus import details_button, related_menu
from statuslens_slackbot.answers.messages import find_answers
from statuslens_slackbot.answers.pages import find_page
from statuslens_slackbot.answers.parts import to_parts
from statuslens_slackbot.answers.query_text import clean
from statuslens_slackbot.answers.status import vendors_of
from statuslens_slackbot.answers.views import View, modal

_MOST = 100
"""Options that Slack takes."""
_LONGEST_TYPED = 100
_LEAST_OF_CONSTANT = 4
_COMMON = (
    *("404", "500", "503", "502", "504", "429", "401", "403", "400", "409", "422", "499"),
    *("200", "201", "204", "301", "302", "304", "307", "308", "405", "408", "410", "413", "415", "501"),
)
"""What people look up most, roughly in that order: our own guess."""


def lookup_view(asking: Asking, query: str = "") -> View:
    """Show the field, and below it what was chosen, if anything was."""
    blocks = [
        rich_text(paragraph(literal("Type a number, a name or a constant, and choose what you mean."))),
        actions([search_field("404, teapot, StatusNotFound…")]),
    ]
    asked = clean(query)
    if not asked:
        examples = f"In a channel: {asking.command} 404, {asking.command} 401 vs 403, {asking.command} help"
        return modal(LOOKUP_VIEW, "Look up a status", [*blocks, context(examples)])
    found = find_answers(asked, asking)
    page = find_page(to_parts(found, asking), 1)
    blocks += [block for part in page.parts for block in part.blocks]
    controls = [*details_button(asked, found), *related_menu(found, page.parts)]
    return modal(LOOKUP_VIEW, "Look up a status", [*blocks, *([actions(controls)] if controls else [])])


def options(typed: str, asking: Asking, recent: Sequence[str] = ()) -> list[Block]:
    """Propose codes for what has been typed so far, best first, at most 100; recent ones where nothing has been."""
    asked = clean(typed)[:_LONGEST_TYPED]
    codes = _codes(asked, asking) if asked else [*recent, *(own.code for own in asking.team.codes), *_COMMON]
    proposed = dict.fromkeys(codes)
    return [found for code in list(proposed)[:_MOST] for found in _option(code, asking)]


def _codes(asked: str, asking: Asking) -> Iterator[str]:
    if asked[0].isdecimal():
        yield from _beginning(asked.replace(":", "."), asking)
    else:
        yield from (own.code for own in asking.team.codes if asked.casefold() in own.name.casefold())
        yield from _spelled(asked)
    yield from _meant(find_answers(asked, asking))


def _beginning(digits: str, asking: Asking) -> Iterator[str]:
    """Yield the codes that begin so: registered ones, the team's, those of the vendors in use, then all."""
    near = vendors_of(asking)
    vendors = sorted(load_vendors(), key=lambda vendor: vendor.id not in near)
    known = (
        *(status.code for status in load_registry()),
        *(own.code for own in asking.team.codes),
        *sorted((own.code for vendor in vendors if vendor.id in near for own in vendor.codes), key=_number),
        *sorted((own.code for vendor in vendors for own in vendor.codes), key=_number),
    )
    return (code for code in known if code.startswith(digits))


def _number(code: str) -> tuple[int, int]:
    number, _, after_dot = code.partition(".")
    return int(number), int(after_dot or -1)


def _spelled(asked: str) -> Iterator[str]:
    """Yield the codes of the constants that what was typed is a piece of, unless it is a word or several."""
    is_word = asked.isalpha() and (asked.islower() or asked.isupper() or asked.istitle())
    if is_word or " " in asked or len(asked) < _LEAST_OF_CONSTANT:
        return
    piece = asked.casefold()
    found = (item for item in all_constants() if piece in item.expression.casefold())
    yield from (item.code for item in sorted(found, key=lambda item: not item.name.casefold().startswith(piece)))


def _meant(answers: Iterable[Answer]) -> Iterator[str]:
    for answer in answers:
        match answer:
            case Explanation():
                yield answer.code
            case Listing():
                yield from (member.title.partition(" ")[0] for member in answer.members)
            case Comparison():
                yield from (title.partition(" ")[0] for title in answer.titles)
            case Refusal():
                yield from (status.code for status in answer.nearest)


def _option(code: str, asking: Asking) -> Iterator[Block]:
    """Yield the entry of a code with whose it is; none where nobody knows it."""
    status = load_registry().get(code)
    own = next((item for item in asking.team.codes if item.code == code), None)
    owners = _owners().get(code, ())
    vendors = list(dict.fromkeys(owner.vendor for owner in owners))
    if status:
        name, whose = status.name, status.status_class.label
    elif own:
        name, whose = own.name, "your team's own code"
    elif vendors:
        name, whose = usual_name(owners), vendors[0] if len(vendors) == 1 else f"{len(vendors)} vendors"
    else:
        return
    yield option(f"{code} {name}".rstrip(), encode(Carried(code)), whose)


@cache
def _owners() -> Mapping[str, tuple[VendorCode, ...]]:
    # For one code, the registry builds the vendors that have it; here a hundred are asked for at once.
    owners: dict[str, tuple[VendorCode, ...]] = {}
    for vendor in load_vendors():
        for own in vendor.codes:
            owners[own.code] = (*owners.get(own.code, ()), own)
    return owners
