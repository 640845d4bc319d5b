"""Messages to the bot, its App Home, and the end of an installation."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slackbot.fake_answers import Broken, Refused
from slackbot.payloads import (
    Payload,
    Turn,
    choose_in_view,
    choose_several_in_view,
    click_in_view,
    command,
    direct_message,
    event,
    home_opened,
    mention,
    type_ahead,
)
from slackbot.scenarios.commands import MODAL, SHARED, said
from slackbot.scenarios.controls import asks, details, looked_up, old, proposed
from slackbot.scenarios.steps import (
    Scenario,
    Step,
    again,
    apologised,
    as_view,
    asked_about_channel,
    opened,
    posted,
    published,
    responded,
    whispered,
)
from statuslens_slackbot.answers import messages
from statuslens_slackbot.answers.asking import NO_TEAM_FILE
from statuslens_slackbot.answers.controls import (
    DETAILS,
    DETAILS_VIEW,
    LOOKUP,
    SETTING_LANGUAGE,
    SETTING_VENDORS,
    SETTING_VISIBILITY,
    Carried,
    encode,
)
from statuslens_slackbot.answers.home import home_view
from statuslens_slackbot.people import Preferences, Visibility

NOT_INSTALLED = "no call: the app is not installed in the workspace, or not by this bot"
CHANNEL = Preferences(visibility=Visibility.CHANNEL)
GO = replace(CHANNEL, language="go")
NGINX = replace(GO, vendors=("nginx", "cloudflare"))


def told(text: str, *, outsiders: bool = False) -> Callable[[Turn], Payload]:
    """Answer a message for everybody."""

    def expect(turn: Turn) -> Payload:
        asking = replace(turn.asking, team=NO_TEAM_FILE) if outsiders else turn.asking
        return messages.mention(text, asking, "U0BOT").message

    return expect


def at_home(*recent: str, preferences: Preferences | None = None) -> Callable[[Turn], Payload]:
    """Show the App Home."""

    def expect(turn: Turn) -> Payload:
        return home_view(replace(turn.asking, preferences=preferences or turn.preferences), recent)

    return expect


def says(text: str, **more: Any) -> Step:
    """Name the bot, and be answered in the thread of the message."""
    return Step(lambda turn: mention(turn, text, **more), calls=(posted(told(text)),))


def goes_unanswered(what: str, **inner: Any) -> Scenario:
    """Say something that is nothing to the bot."""
    return Scenario(f"{what} is passed over", (Step(lambda turn: event(turn, {"user": turn.user_id} | inner)),))


def gone(turn: Turn) -> Payload:
    """Open nothing, since the app is not installed any more."""
    return apologised(turn)


GONE = Step(lambda turn: command(turn, ""), calls=(responded(gone),), errors=(NOT_INSTALLED,))
OPENED = Step(home_opened, calls=(published(at_home()),))

EVENTS = (
    Scenario("a mention is answered in a new thread", (says("<@U0BOT> 418"), says("what is a 502, <@U0BOT>?"))),
    Scenario(
        "a mention in a thread is answered there",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 418", thread_ts="1600000000.000001"),
                calls=(posted(told("<@U0BOT> 418"), lambda _: "1600000000.000001"),),
            ),
        ),
    ),
    Scenario("a mention that Slack tells of twice is answered once", (says("<@U0BOT> 404"), Step(again))),
    Scenario(
        "a mention is answered without the team's words where the event says that outsiders are",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 404", is_ext_shared_channel=True),
                calls=(posted(told("<@U0BOT> 404", outsiders=True)),),
            ),
        ),
        has_team_file=True,
    ),
    Scenario(
        "a mention is answered with the team's words where the event says that none are",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 471", is_ext_shared_channel=False),
                calls=(posted(told("<@U0BOT> 471")),),
            ),
        ),
        has_team_file=True,
    ),
    Scenario(
        "a mention is answered without the team's words where Slack says that outsiders are",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 404"),
                calls=(asked_about_channel, posted(told("<@U0BOT> 404", outsiders=True))),
                prepared={"conversations.info": (SHARED,)},
            ),
        ),
        has_team_file=True,
        channel_id="C0SHARED3",
    ),
    Scenario(
        "a mention that cannot be answered is apologised for to the person alone",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 404"),
                calls=(posted(told("<@U0BOT> 404")), whispered(apologised)),
                prepared={"chat.postMessage": (Refused("not_in_channel"),)},
                errors=("chat.postMessage: not_in_channel",),
            ),
        ),
    ),
    Scenario(
        "an apology to a person that fails too is in the log",
        (
            Step(
                lambda turn: mention(turn, "<@U0BOT> 404"),
                calls=(posted(told("<@U0BOT> 404")), whispered(apologised)),
                prepared={"chat.postMessage": (Broken(500),), "chat.postEphemeral": (Refused("user_not_in_channel"),)},
                errors=("chat.postMessage: status 500", "chat.postEphemeral: user_not_in_channel"),
            ),
        ),
    ),
    Scenario(
        "a direct message is answered without a thread, with the team's words",
        (Step(lambda turn: direct_message(turn, "471"), calls=(posted(told("471"), None),)),),
        has_team_file=True,
        channel_id="D0123",
    ),
    Scenario(
        "a direct message in a thread is answered there",
        (
            Step(
                lambda turn: direct_message(turn, "404", thread_ts="1600000000.000001"),
                calls=(posted(told("404"), lambda _: "1600000000.000001"),),
            ),
        ),
        channel_id="D0124",
    ),
    goes_unanswered("a message of a bot", type="message", channel_type="im", text="404", bot_id="B1", channel="D1"),
    goes_unanswered(
        "an edit", type="message", channel_type="im", subtype="message_changed", message={"text": "404"}, channel="D1"
    ),
    goes_unanswered("a message of a channel", type="message", channel_type="channel", text="404", channel="C1"),
    goes_unanswered("an event that nobody asked for", type="reaction_added", reaction="teapot"),
    Scenario(
        "the App Home is shown with the latest codes",
        (
            asks("404"),
            asks("418"),
            Step(home_opened, calls=(published(at_home("418", "404")),)),
            Step(lambda turn: click_in_view(turn, f"{DETAILS}_1"), calls=(opened(details("404")),)),
        ),
    ),
    Scenario("the App Home shows the team's own codes", (OPENED,), has_team_file=True),
    Scenario("another tab of the App Home is passed over", (Step(lambda turn: home_opened(turn, "messages")),)),
    Scenario(
        "an App Home that cannot be shown is in the log",
        (
            Step(
                home_opened,
                calls=(published(at_home()),),
                prepared={"views.publish": (Refused("internal_error"),)},
                errors=("views.publish: internal_error",),
            ),
        ),
    ),
    Scenario(
        "settings are kept, shown and used",
        (
            OPENED,
            Step(
                lambda turn: choose_in_view(turn, SETTING_VISIBILITY, "channel"),
                calls=(published(at_home(preferences=CHANNEL)),),
                then=CHANNEL,
            ),
            Step(
                lambda turn: choose_in_view(turn, SETTING_LANGUAGE, "go"),
                calls=(published(at_home(preferences=GO)),),
                then=GO,
            ),
            Step(
                lambda turn: choose_several_in_view(turn, SETTING_VENDORS, "nginx", "cloudflare"),
                calls=(published(at_home(preferences=NGINX)),),
                then=NGINX,
            ),
            Step(lambda turn: command(turn, "499"), said("499", visibility="in_channel")),
            Step(lambda turn: command(turn, "499 private"), said("499 private")),
        ),
    ),
    Scenario(
        "a setting that cannot be shown is apologised for in a modal",
        (
            OPENED,
            Step(
                lambda turn: choose_in_view(turn, SETTING_VISIBILITY, "channel"),
                calls=(
                    published(at_home(preferences=CHANNEL)),
                    opened(as_view(apologised, DETAILS_VIEW, "Status codes")),
                ),
                prepared={"views.publish": (Refused("internal_error"),)},
                errors=("views.publish: internal_error",),
                then=CHANNEL,
            ),
        ),
    ),
    Scenario(
        "the field of the App Home proposes, and opens what was chosen",
        (
            OPENED,
            Step(lambda turn: type_ahead(turn, LOOKUP, "teap"), proposed("teap")),
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, encode(Carried("418"))),
                calls=(opened(looked_up("418")),),
            ),
        ),
    ),
    Scenario(
        "a control of the App Home that is too old says so in a modal",
        (
            OPENED,
            Step(
                lambda turn: click_in_view(turn, DETAILS, "404"),
                calls=(opened(as_view(old, DETAILS_VIEW, "Status codes")),),
            ),
        ),
    ),
    Scenario(
        "an app that was uninstalled has no token any more",
        (MODAL, Step(lambda turn: event(turn, {"type": "app_uninstalled"})), GONE),
    ),
    Scenario(
        "an app whose token was revoked has none any more",
        (MODAL, Step(lambda turn: event(turn, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}})), GONE),
    ),
    Scenario(
        "an app that was uninstalled from an organisation has no token any more",
        (MODAL, Step(lambda turn: event(turn, {"type": "app_uninstalled"})), GONE),
        is_enterprise_install=True,
    ),
    Scenario(
        "a token of a person that was revoked is nothing to the bot",
        (Step(lambda turn: event(turn, {"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})), MODAL),
    ),
    Scenario(
        "an end that was before the installation is passed over",
        (Step(lambda turn: event(turn, {"type": "app_uninstalled"}, event_time=1_000_000_000)), MODAL),
    ),
)
