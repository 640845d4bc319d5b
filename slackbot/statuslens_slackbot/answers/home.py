"""The App Home: what the bot does, what somebody has asked for lately, and settings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from statuslens.config.model import TeamCode, TeamNote
from statuslens.explain.names import title_of
from statuslens.registry import load_registry
from statuslens.registry.vendor import load_vendors
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    actions,
    address,
    bold,
    bullets,
    code,
    context,
    cut,
    divider,
    header,
    literal,
    paragraph,
    rich_text,
    section,
    visible,
)
from statuslens_slackbot.answers.controls import (
    DETAILS,
    NONE,
    SETTING_LANGUAGE,
    SETTING_VENDORS,
    SETTING_VISIBILITY,
    Carried,
    button,
    menu,
    option,
    search_field,
    several_menu,
)
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.views import View, home
from statuslens_slackbot.people import Preferences, Visibility

_MOST_RECENT = 10
_MOST_TEAM = 60
_TEXT_LIMIT = 200
_VISIBILITIES = {Visibility.PRIVATE: "Only me", Visibility.CHANNEL: "Everybody in the channel"}


def home_view(asking: Asking, recent: Sequence[str] = ()) -> View:
    """Show the App Home of a person; ``recent`` is what they have asked for lately, the newest first."""
    return home([*_introduction(asking), *_recent(recent, asking), *_settings(asking.preferences), *_team(asking)])


def changed(preferences: Preferences, action_id: str, values: Sequence[str]) -> Preferences:
    """Return the preferences after somebody has chosen values of a setting; unknown values are left out."""
    if action_id == SETTING_VISIBILITY:
        chosen = [Visibility(value) for value in values if value in set(Visibility)]
        return replace(preferences, visibility=chosen[0] if chosen else preferences.visibility)
    if action_id == SETTING_LANGUAGE:
        return replace(preferences, language=next((value for value in values if value in languages()), ""))
    if action_id == SETTING_VENDORS:
        known = {vendor.id for vendor in load_vendors()}
        return replace(preferences, vendors=tuple(value for value in values if value in known))
    return preferences


def _introduction(asking: Asking) -> Iterator[Block]:
    command = asking.command
    ways = [
        [code(f"{command} 503"), literal("  in any channel; only you see the answer, until you share it")],
        [code(f"{command} 401 vs 403"), literal("  tells which one to send")],
        [code(f"{command} nginx 499"), literal("  explains a number that a vendor has made up")],
        [code(f"{command} help"), literal("  shows all that can be asked")],
        [bold("Mention the bot"), literal("  with a code in a channel or thread, and it answers there")],
        [bold("Explain status codes"), literal("  in the menu of a message reads the log or trace in it")],
    ]
    yield header("HTTP status codes, explained where you work")
    yield rich_text(paragraph(literal("What a status means, what client and server should do, and whom to ask.")))
    yield rich_text(bullets(ways))
    yield actions([search_field("Look up: 404, teapot, StatusNotFound…")])


def _recent(recent: Sequence[str], asking: Asking) -> Iterator[Block]:
    titles = [(number, title_of(number, load_registry(), asking.team)) for number in recent[:_MOST_RECENT]]
    buttons = [
        button(f"{DETAILS}_{place}", title, Carried(number), f"All about {title}")
        for place, (number, title) in enumerate(titles)
    ]
    if buttons:
        yield divider()
        yield header("Asked for lately")
        yield actions(buttons)


def _settings(preferences: Preferences) -> Iterator[Block]:
    vendors = [option(vendor.name, vendor.id) for vendor in load_vendors()]
    known = [option("No language", NONE), *(option(name, language) for language, name in languages().items())]
    yield divider()
    yield header("Your settings")
    yield section(
        "*Who sees an answer*\nA last word `share` or `private` decides otherwise for one question.",
        menu(
            SETTING_VISIBILITY,
            "Who sees an answer",
            [option(text, visibility) for visibility, text in _VISIBILITIES.items()],
            preferences.visibility,
        ),
    )
    yield section(
        "*Your language*\nIts constants are told with every code.",
        menu(SETTING_LANGUAGE, "Your language", known, preferences.language or NONE),
    )
    yield section(
        "*What you run*\nWhat these mean by a number is told first.",
        several_menu(SETTING_VENDORS, "Servers and services", vendors, preferences.vendors),
    )


def _team(asking: Asking) -> Iterator[Block]:
    entries: list[TeamCode | TeamNote] = [*asking.team.codes, *asking.team.notes]
    if not entries:
        return
    yield divider()
    yield header("Your team's codes")
    yield rich_text(bullets(_entry(item, asking) for item in entries[:_MOST_TEAM]))
    if len(entries) > _MOST_TEAM:
        yield context(f"And {len(entries) - _MOST_TEAM} more in the team file.")


def _entry(item: TeamCode | TeamNote, asking: Asking) -> list[Block]:
    says = item.note if isinstance(item, TeamNote) else item.meaning
    texts = [bold(visible(title_of(item.code, load_registry(), asking.team)))]
    if says:
        texts.append(literal(f"  {cut(visible(says), _TEXT_LIMIT)}"))
    if item.owner or item.runbook:
        texts.append(literal("\n"))
    if item.owner:
        texts.append(literal(f"Owner: {cut(visible(item.owner), _TEXT_LIMIT)}{'  ·  ' if item.runbook else ''}"))
    if item.runbook:
        texts += [literal("Runbook: "), address(item.runbook)]
    return texts
