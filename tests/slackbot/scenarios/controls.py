"""Buttons and menus, in answers and in modals, and the shortcuts that open these."""

from collections.abc import Callable
from dataclasses import replace

from slackbot.fake_answers import Broken, Refused
from slackbot.payloads import (
    Payload,
    Turn,
    choose,
    choose_in_view,
    click,
    click_in_view,
    command,
    message_shortcut,
    shortcut,
    type_ahead,
)
from slackbot.scenarios.commands import MODAL, SHARED, lookup, said
from slackbot.scenarios.steps import (
    Expected,
    Scenario,
    Step,
    again,
    apologised,
    as_view,
    asked_about_channel,
    opened,
    pushed,
    responded,
    updated,
)
from statuslens_slackbot.answers.asking import NO_TEAM_FILE
from statuslens_slackbot.answers.controls import (
    DETAILS,
    DETAILS_VIEW,
    EXPLAIN_MESSAGE,
    LANGUAGE,
    LOOKUP,
    LOOKUP_SHORTCUT,
    PAGE_NEXT,
    PAGE_PREVIOUS,
    RELATED,
    SHARE,
    Carried,
    encode,
)
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.lookup import lookup_view, options
from statuslens_slackbot.answers.messages import related, shared, turn_page, with_constant
from statuslens_slackbot.answers.notices import too_old
from statuslens_slackbot.answers.shortcut import explain_message, message_text
from statuslens_slackbot.people import Preferences

LOG = {
    "text": (
        '```10.0.0.1 - - [10/Oct/2025:13:55:36 +0000] "GET /cart HTTP/1.1" 502 153\n'
        "&lt; HTTP/1.1 404 Not Found\nstatus=502 retrying```"
    )
}
MANY = "400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504"
"""More than one page of answers."""
PYTHON = Preferences(language="python")


def asks(text: str) -> Step:
    """Type a command whose answer is used next."""
    return Step(lambda turn: command(turn, text), said(text))


def shared_by(text: str, page: int = 1, *, outsiders: bool = False) -> Callable[[Turn], Payload]:
    """Say an answer to all, and who shared it."""

    def expect(turn: Turn) -> Payload:
        asking = replace(turn.asking, team=NO_TEAM_FILE) if outsiders else turn.asking
        return shared(text, page, asking, turn.user_id).message

    return expect


def page(text: str, number: int) -> Callable[[Turn], Payload]:
    """Show a page of an answer in place of another."""
    return lambda turn: turn_page(text, number, turn.asking).message


def details(text: str) -> Callable[[Turn], Payload]:
    """Show all there is to say."""
    return lambda turn: details_view(text, turn.asking)


def looked_up(text: str) -> Callable[[Turn], Payload]:
    """Show the field with an answer below it."""
    return lambda turn: lookup_view(turn.asking, text)


def proposed(typed: str, *recent: str) -> Expected:
    """Expect what is proposed for what was typed."""
    return lambda turn: {"options": options(typed, turn.asking, recent)}


def as_details(message: Callable[[Turn], Payload]) -> Callable[[Turn], Payload]:
    """Say something in place of a modal."""
    return as_view(message, DETAILS_VIEW, "Status codes")


def old(_turn: Turn) -> Payload:
    """Say that a control is too old."""
    return too_old()


def shared_twice() -> tuple[Step, Step]:
    """Share, then deliver the very same click once more."""
    return (
        Step(lambda turn: click(turn, SHARE), calls=(responded(shared_by("418")),)),
        Step(again),
    )


def explained(turn: Turn) -> Payload:
    """Explain the statuses of the log."""
    return explain_message(message_text(LOG), turn.asking)


CONTROLS = (
    Scenario("an answer is shared, and no second time by the same click", (asks("418"), *shared_twice())),
    Scenario(
        "an answer with the team's words is shared without them where outsiders are",
        (
            asks("404"),
            Step(
                lambda turn: click(turn, SHARE),
                calls=(asked_about_channel, responded(shared_by("404", outsiders=True))),
                prepared={"conversations.info": (SHARED,)},
            ),
        ),
        has_team_file=True,
        channel_id="C0SHARED2",
    ),
    Scenario(
        "an answer that cannot be shared is apologised for",
        (
            asks("418"),
            Step(
                lambda turn: click(turn, SHARE),
                calls=(responded(shared_by("418")), responded(apologised)),
                prepared={"response_url": (Broken(500),)},
                errors=("response_url: SlackClientError",),
            ),
        ),
    ),
    Scenario(
        "pages are turned forth and back",
        (
            asks(MANY),
            Step(lambda turn: click(turn, PAGE_NEXT), calls=(responded(page(MANY, 2)),)),
            Step(lambda turn: click(turn, PAGE_PREVIOUS), calls=(responded(page(MANY, 1)),)),
        ),
    ),
    Scenario(
        "a related code is answered in place of the first",
        (
            asks("401"),
            Step(
                lambda turn: choose(turn, RELATED, encode(Carried("403"))),
                calls=(responded(lambda turn: related("403", turn.asking).message),),
            ),
        ),
    ),
    Scenario(
        "a language is chosen, and remembered",
        (
            asks("404"),
            Step(
                lambda turn: choose(turn, LANGUAGE, encode(Carried("404", choice="python"))),
                calls=(
                    responded(
                        lambda turn: with_constant("404", "python", replace(turn.asking, preferences=PYTHON)).message
                    ),
                ),
                then=PYTHON,
            ),
            asks("418"),
        ),
    ),
    Scenario(
        "details open from an answer",
        (asks("418"), Step(lambda turn: click(turn, DETAILS), calls=(opened(details("418")),))),
    ),
    Scenario(
        "details that cannot open are apologised for",
        (
            asks("418"),
            Step(
                lambda turn: click(turn, DETAILS),
                calls=(opened(details("418")), responded(apologised)),
                prepared={"views.open": (Refused("expired_trigger_id"),)},
                errors=("views.open: expired_trigger_id",),
            ),
        ),
    ),
    Scenario(
        "controls that are too old say so",
        tuple(
            Step(lambda turn, value=value: click(turn, SHARE, value), calls=(responded(old),))  # type: ignore[misc]
            for value in ("404", '[0,"404"]', '{"query":"404"}', '[1,"404",1,"",5]')
        ),
    ),
    Scenario(
        "the modal proposes, and shows what was chosen",
        (
            MODAL,
            Step(lambda turn: type_ahead(turn, LOOKUP, "teap"), proposed("teap")),
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, encode(Carried("418"))),
                calls=(updated(looked_up("418")),),
            ),
            Step(lambda turn: click_in_view(turn, DETAILS), calls=(pushed(details("418")),)),
        ),
    ),
    Scenario(
        "the modal proposes the latest codes where nothing was typed",
        (
            asks("299"),
            asks("418"),
            MODAL,
            Step(lambda turn: type_ahead(turn, LOOKUP, ""), proposed("", "418")),
        ),
    ),
    Scenario(
        "a related code is shown in the modal",
        (
            MODAL,
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, encode(Carried("401"))),
                calls=(updated(looked_up("401")),),
            ),
            Step(
                lambda turn: choose_in_view(turn, RELATED, encode(Carried("403"))),
                calls=(updated(looked_up("403")),),
            ),
        ),
    ),
    Scenario(
        "a control of a modal that is too old says so in its place",
        (
            MODAL,
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, "404"),
                calls=(updated(as_details(old)),),
            ),
        ),
    ),
    Scenario(
        "what cannot be shown in the modal is apologised for in its place",
        (
            MODAL,
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, encode(Carried("418"))),
                calls=(updated(looked_up("418")), updated(as_details(apologised))),
                prepared={"views.update": (Refused("internal_error"),)},
                errors=("views.update: internal_error",),
            ),
        ),
    ),
    Scenario(
        "details that cannot be laid over the modal are apologised for in its place",
        (
            MODAL,
            Step(
                lambda turn: choose_in_view(turn, LOOKUP, encode(Carried("418"))),
                calls=(updated(looked_up("418")),),
            ),
            Step(
                lambda turn: click_in_view(turn, DETAILS),
                calls=(pushed(details("418")), updated(as_details(apologised))),
                prepared={"views.push": (Refused("push_limit_reached"),)},
                errors=("views.push: push_limit_reached",),
            ),
        ),
    ),
    Scenario(
        "the look-up shortcut opens the modal",
        (Step(lambda turn: shortcut(turn, LOOKUP_SHORTCUT), calls=(opened(lookup),)),),
    ),
    Scenario(
        "a look-up shortcut that fails is apologised for in a modal",
        (
            Step(
                lambda turn: shortcut(turn, LOOKUP_SHORTCUT),
                calls=(opened(lookup), opened(as_details(apologised))),
                prepared={"views.open": (Refused("internal_error"),)},
                errors=("views.open: internal_error",),
            ),
        ),
    ),
    Scenario(
        "the statuses of a message are explained, and their details opened",
        (
            Step(lambda turn: message_shortcut(turn, EXPLAIN_MESSAGE, LOG), calls=(opened(explained),)),
            Step(
                lambda turn: click_in_view(turn, f"{DETAILS}_1"),
                calls=(pushed(details("404")),),
            ),
        ),
    ),
    Scenario(
        "a message without a status is told to have none",
        (
            Step(
                lambda turn: message_shortcut(
                    turn, EXPLAIN_MESSAGE, {"text": "Lunch?", "files": [{"name": "404.log"}]}
                ),
                calls=(opened(lambda turn: explain_message("Lunch?", turn.asking)),),
            ),
        ),
    ),
    Scenario(
        "a message of an app is explained by its blocks",
        (
            Step(
                lambda turn: message_shortcut(
                    turn,
                    EXPLAIN_MESSAGE,
                    {"text": "", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "HTTP/1.1 503"}}]},
                ),
                calls=(opened(lambda turn: explain_message("HTTP/1.1 503", turn.asking)),),
            ),
        ),
    ),
    Scenario(
        "a message shortcut that fails is apologised for by the response URL",
        (
            Step(
                lambda turn: message_shortcut(turn, EXPLAIN_MESSAGE, LOG),
                calls=(opened(explained), responded(apologised)),
                prepared={"views.open": (Refused("internal_error"),)},
                errors=("views.open: internal_error",),
            ),
        ),
    ),
)
