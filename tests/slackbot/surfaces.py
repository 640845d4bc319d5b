"""Everything that people can be shown for one text, and the check that each of it has to pass."""

from collections.abc import Collection, Iterator
from typing import Any

from slackbot.slack_limits import check_message, check_options, check_post, check_view, strings, walk
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.controls import SETTING_LANGUAGE, SETTING_VENDORS, SETTING_VISIBILITY, decode
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.home import home_view
from statuslens_slackbot.answers.lookup import lookup_view, options
from statuslens_slackbot.answers.messages import answer, mention, related, shared, turn_page, with_constant
from statuslens_slackbot.answers.preview import render_html
from statuslens_slackbot.answers.shortcut import explain_message

BOT = "U0BOT"
SETTINGS = {SETTING_LANGUAGE, SETTING_VENDORS, SETTING_VISIBILITY}


def everything(text: str, asking: Asking, recent: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """Yield each surface's name and what stands on it."""
    yield "answer", answer(text, asking).message
    yield "answer for all", answer(f"{text} share", asking).message
    yield "second page", turn_page(text, 2, asking).message
    yield "related", related(text, asking).message
    yield "constant", with_constant(text, "go", asking).message
    yield "shared", shared(text, 1, asking, "U024BE7LH").message
    yield "mention", mention(f"<@{BOT}> {text}", asking, BOT).message
    yield "details", details_view(text, asking)
    yield "lookup", lookup_view(asking, text)
    yield "options", options(text, asking)
    yield "shortcut", explain_message(text, asking)
    yield "home", home_view(asking, list(recent))


def check_everything(text: str, asking: Asking, links: Collection[str] = ()) -> list[str]:
    """Check every surface, and return every string on them."""
    shown = []
    for name, payload in everything(text, asking):
        if name == "options":
            check_options(payload)
        elif name == "mention":
            check_post(payload, links)
        elif "type" in payload:
            check_view(payload, links)
        else:
            check_message(payload, links)
        for part in walk(payload):
            check_carried(part)
        if name != "options":
            render_html(name, payload)
        shown += strings(payload)
    return shown


def check_carried(control: dict[str, Any]) -> None:
    """Assert that what a control carries can be read again."""
    if "value" in control and "action_id" in control:
        decode(control["value"])
    if control.get("action_id") not in SETTINGS:
        for option in control.get("options", ()):
            decode(option["value"])
