"""The controls below an answer: what can be done with it, and where it leads."""

from collections.abc import Sequence

from statuslens.explain import Answer, Explanation, Help, Refusal
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import Block
from statuslens_slackbot.answers.controls import (
    DETAILS,
    LANGUAGE,
    OPTION_VALUE_LIMIT,
    PAGE_NEXT,
    PAGE_PREVIOUS,
    RELATED,
    SHARE,
    VALUE_LIMIT,
    Carried,
    button,
    encode,
    menu,
    option,
)
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.pages import Page
from statuslens_slackbot.answers.part import Part

_MOST_OPTIONS = 40
"""Options take room in a message, of which there is little."""


def carried_query(query: str, codes: Sequence[str]) -> str:
    """Return what a button can carry of a query: all of it, or the codes that a long text was found to hold."""
    longest = Carried(query, page=100)
    return query if len(encode(longest)) <= VALUE_LIMIT else ", ".join(codes)


def private_controls(query: str, answers: Sequence[Answer], page: Page, asking: Asking) -> list[Block]:
    """Return the controls of an answer that one person sees."""
    controls = []
    if any(not isinstance(answer, Help | Refusal) for answer in answers):
        controls.append(button(SHARE, "Share", Carried(query, page.number), "Share this answer with the channel"))
    controls += details_button(query, answers)
    for action_id, text, number in (
        (PAGE_PREVIOUS, "Previous", page.number - 1),
        (PAGE_NEXT, "Next", page.number + 1),
    ):
        if 1 <= number <= page.count:
            controls.append(button(action_id, text, Carried(query, number), f"Show page {number} of {page.count}"))
    controls += related_menu(answers, page.parts)
    if len(answers) == 1 and isinstance(answers[0], Explanation):
        controls += language_menu(query, answers[0], asking)
    return controls


def details_button(query: str, answers: Sequence[Answer]) -> list[Block]:
    """Return the button that opens all there is to say, where that is more than one message says."""
    if len(answers) != 1 or not isinstance(answers[0], Explanation):
        return []
    return [button(DETAILS, "Details", Carried(query), f"All about {answers[0].title}")]


def related_menu(answers: Sequence[Answer], parts: Sequence[Part]) -> list[Block]:
    """Return the menu of what to look up next: codes that are easily confused, members, what may have been meant."""
    titles = [title for part in parts for title in part.titles]
    match answers:
        case [Explanation(choices=choices)]:
            placeholder, titles = "Related codes", [choice.title for choice in choices]
        case [Help()]:
            placeholder = "Try one"
        case [Refusal()]:
            placeholder = "Did you mean…"
        case _:
            placeholder = "Explain one"
            titles += [answer.title for answer in answers if isinstance(answer, Explanation)]
    is_query = any(isinstance(answer, Help) for answer in answers)
    queries = {(title if is_query else title.partition(" ")[0]): title for title in reversed(titles)}
    options = [option(queries[query], encode(Carried(query))) for query in reversed(queries)][:_MOST_OPTIONS]
    return [menu(RELATED, placeholder, options)] if options else []


def language_menu(query: str, answer: Explanation, asking: Asking) -> list[Block]:
    """Return the menu of the languages that have a name for a status."""
    having = {constant.language for constant in answer.constants if not constant.deprecated}
    longest = max((encode(Carried(query, choice=language)) for language in having), key=len, default="")
    carried = query if len(longest) <= OPTION_VALUE_LIMIT else answer.code
    options = [
        option(name, encode(Carried(carried, choice=language)))
        for language, name in languages().items()
        if language in having
    ]
    chosen = encode(Carried(carried, choice=asking.preferences.language))
    return [menu(LANGUAGE, "Constant for…", options, chosen)] if options else []
