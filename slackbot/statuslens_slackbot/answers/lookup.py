"""Looking codes up while one types: a modal, and the options of its field."""

from collections.abc import Iterator, Sequence

from statuslens.explain.typeahead import Suggestion, suggest
from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import Block, actions, context, echo, literal, paragraph, rich_text
from statuslens_slackbot.answers.controls import LOOKUP_VIEW, OPTION_VALUE_LIMIT, Carried, encode, option, search_field
from statuslens_slackbot.answers.menus import details_button, related_menu
from statuslens_slackbot.answers.messages import find_answers
from statuslens_slackbot.answers.pages import find_page
from statuslens_slackbot.answers.parts import to_parts
from statuslens_slackbot.answers.query_text import clean
from statuslens_slackbot.answers.views import View, modal

_MOST = 100
"""Options that Slack takes."""
_LONGEST_TYPED = 100
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
    """Propose what can be meant by what has been typed so far, best first, at most 100; recent codes for nothing."""
    asked = clean(typed)[:_LONGEST_TYPED]
    proposed = suggest(asked, load_registry(), asking.team)
    if not asked:
        known = {item.query: item for item in proposed}
        first = dict.fromkeys((*recent, *(own.code for own in asking.team.codes), *_COMMON))
        proposed = tuple(known[code] for code in first if code in known)
    return [found for item in proposed for found in _option(item)][:_MOST]


def _option(item: Suggestion) -> Iterator[Block]:
    """Yield the entry of a suggestion; none where its query is longer than an entry can carry."""
    value = encode(Carried(item.query))
    if len(value) <= OPTION_VALUE_LIMIT:
        # What was typed is a title where it means several codes.
        title = echo(item.title) if item.title == item.query else item.title
        yield option(title, value, " · ".join(filter(None, [item.constant, item.label])))
