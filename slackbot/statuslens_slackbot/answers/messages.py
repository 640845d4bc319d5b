"""Answers as Slack messages, each with a ``text`` that says it all: a screen reader reads that alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from statuslens.explain import Answer, Comparison, Explanation, Help, Refusal, codes_of, explain
from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import NO_TEAM_FILE, Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    actions,
    context,
    cut_escaped,
    escape,
    literal,
    paragraph,
    rich_text,
    visible,
)
from statuslens_slackbot.answers.menus import carried_query, details_button, private_controls
from statuslens_slackbot.answers.pages import Page, find_page
from statuslens_slackbot.answers.part import Part
from statuslens_slackbot.answers.parts import to_parts
from statuslens_slackbot.answers.query_text import clean, plain
from statuslens_slackbot.people import Visibility

Message = dict[str, Any]
_Find = Callable[[str, Asking], tuple[Answer, ...]]

# For chat.postMessage Slack advises 4,000 characters.
_TEXT_LIMIT = 3_900
_LINES_LIMIT = 2_500
_USER_ID = re.compile(r"[UW][A-Z0-9]{1,30}")
_LAST_WORD = re.compile(r"(?:^|\s)(share|private)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and what whoever sends it has to know of it."""

    message: Message
    shares: bool = False
    """Whether everybody in the channel sees it."""
    opens_modal: bool = False
    """Whether nothing was asked, so that the modal serves better."""
    codes: tuple[str, ...] = ()
    """The codes that are explained, in the order of the answer."""
    tells_team: bool = False
    """Whether words of the team file are in it: where they are not to be told, ask again with NO_TEAM_FILE."""


def answer(text: str, asking: Asking) -> Reply:
    """Answer what was typed after the command; ``share`` or ``private`` as the last word says who is to see it."""
    query = clean(text)
    said = _LAST_WORD.search(query)
    query = query[: said.start()].rstrip(" ,") if said else query
    wished = said[1].lower() == "share" if said else asking.preferences.visibility is Visibility.CHANNEL
    found = find_answers(query or "help", asking)
    # What failed, and how to ask, is nothing for everybody.
    shares = wished and any(not isinstance(item, Help | Refusal) for item in found)
    message = _message(query or "help", found, asking, is_private=not shares)
    kind = "in_channel" if shares else "ephemeral"
    return replace(
        _reply(query or "help", found, {"response_type": kind, **message}, asking),
        shares=shares,
        opens_modal=not query,
    )


def mention(text: str, asking: Asking, bot_user_id: str) -> Reply:
    """Answer a message that names the bot, for chat.postMessage: without ``response_type`` and private controls."""
    query = clean(plain(text.replace(f"<@{bot_user_id}>", " "))) or "help"
    found = _find_in_talk(query, asking)
    return _reply(query, found, _message(query, found, asking, is_private=False), asking, _find_in_talk)


def shared(query: str, page: int, asking: Asking, user_id: str) -> Reply:
    """Answer again for everybody, naming who shared it; ``user_id`` is Slack's, a ValueError if it is none."""
    if not _USER_ID.fullmatch(user_id):
        raise ValueError("That is no id of a user.")
    query, asking = clean(query) or "help", replace(asking, page=page)
    found = find_answers(query, asking)
    message = _message(query, found, asking, is_private=False)
    who = f"Shared by <@{user_id}>"
    message = {
        "response_type": "in_channel",
        "replace_original": False,
        **message,
        "text": f"{message['text']}\n{who}.",
        "blocks": [*message["blocks"], context(who)],
    }
    return replace(_reply(query, found, message, asking), shares=True)


def turn_page(query: str, page: int, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody turns its page."""
    return _replacement(query, replace(asking, page=page))


def related(query: str, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody chooses a related code."""
    return _replacement(query, replace(asking, page=1))


def with_constant(query: str, language: str, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody chooses a language."""
    return _replacement(query, replace(asking, preferences=replace(asking.preferences, language=language)))


def notice(text: str) -> Message:
    """Say one thing to the person who asked."""
    return {"response_type": "ephemeral", **_framed(text, [rich_text(paragraph(literal(text)))])}


def find_answers(query: str, asking: Asking) -> tuple[Answer, ...]:
    """Answer a query; of a number that several vendors use, with the meaning of the vendor that is in use there."""
    registry = load_registry()
    return tuple(_nearest(found, asking) for found in explain(query, registry, asking.team))


def _find_in_talk(query: str, asking: Asking) -> tuple[Answer, ...]:
    """Answer what in a sentence has an answer; the rest is talk, unless there is nothing else."""
    found = find_answers(query, asking)
    return tuple(item for item in found if not isinstance(item, Refusal)) or found


def _nearest(found: Answer, asking: Asking) -> Answer:
    if not isinstance(found, Explanation) or found.is_teams_own or load_registry().get(found.code):
        return found
    in_use = (*asking.preferences.vendors, *asking.team.vendors)
    owner = next((own for vendor in in_use for own in found.owners if own.vendor_id == vendor), None)
    others = {own.vendor for own in found.owners} - {owner.vendor} if owner else set()
    if not owner or not others:
        return found
    (own,) = explain(f"{owner.vendor} {found.code}", load_registry(), asking.team)
    if not isinstance(own, Explanation):
        return found
    rest = "Another vendor uses" if len(others) == 1 else f"{len(others)} other vendors use"
    return replace(own, notes=(*own.notes, f"{rest} this number too; the details tell how."))


def _replacement(query: str, asking: Asking) -> Reply:
    query = clean(query) or "help"
    found = find_answers(query, asking)
    message = _message(query, found, asking, is_private=True)
    return _reply(query, found, {"response_type": "ephemeral", "replace_original": True, **message}, asking)


def _reply(query: str, found: Sequence[Answer], message: Message, asking: Asking, find: _Find = find_answers) -> Reply:
    has_team = bool(asking.team.codes or asking.team.notes)
    tells_team = has_team and tuple(found) != find(query, replace(asking, team=NO_TEAM_FILE))
    explained = (code for item in found if isinstance(item, Explanation | Comparison) for code in codes_of(item))
    return Reply(message, codes=tuple(dict.fromkeys(explained)), tells_team=tells_team)


def _message(query: str, found: Sequence[Answer], asking: Asking, *, is_private: bool) -> Message:
    page = find_page(to_parts(found, asking), asking.page)
    blocks = [block for part in page.parts for block in part.blocks]
    sentences = [part.sentence for part in page.parts]
    carried = carried_query(query, list(dict.fromkeys(code for item in found for code in codes_of(item))))
    if is_private:
        if page.count > 1:
            sentences.append(f"Page {page.number} of {page.count}.")
            blocks.append(context(f"Page {page.number} of {page.count}"))
        controls = private_controls(carried, found, page, asking)
    else:
        told, more = _in_short(page, asking)
        sentences += told
        blocks += more
        controls = details_button(carried, found)
    if controls:
        blocks.append(actions(controls))
    return _framed("\n".join(sentences), blocks)


def _in_short(page: Page, asking: Asking) -> tuple[list[str], list[Block]]:
    """Say what a message for everybody has no room for, in words and in blocks; nobody can turn its pages."""
    told: list[str] = []
    blocks: list[Block] = []
    if lines := _lines([part for part in page.rest if not part.starts_page]):
        told.append(f"And in short: {'; '.join(lines)}.")
        blocks.append(rich_text(paragraph(literal("And in short:\n"), literal("\n".join(lines)))))
    more = sum(len(part.titles) for part in page.rest if part.starts_page)
    count = f"{more} more codes. " if more else ""
    if page.rest or page.count > 1:
        advice = f"Page {page.number} of {page.count}. {count}To turn pages, or for fewer at once, ask "
        told.append(f"{advice}{asking.command}.")
        blocks.append(context(f"{advice}`{asking.command}`."))
    return told, blocks


def _lines(rest: Sequence[Part]) -> list[str]:
    room = _LINES_LIMIT
    shown: list[str] = []
    for part in rest:
        line = visible(part.line)
        room -= len(line) + 1
        if room < 0:
            return [*shown, f"and {len(rest) - len(shown)} more"]
        shown.append(line)
    return shown


def _framed(text: str, blocks: list[Block]) -> Message:
    text = escape(cut_escaped(text, _TEXT_LIMIT))
    return {"text": text, "mrkdwn": False, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}
