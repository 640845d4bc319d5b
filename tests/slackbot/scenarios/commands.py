"""The slash command."""

from dataclasses import replace

from slackbot.fake_answers import Answered, Broken, Dropped, Held, RateLimited, Refused
from slackbot.payloads import Payload, Turn, command
from slackbot.scenarios.steps import (
    Expected,
    Scenario,
    Step,
    apologised,
    asked_about_channel,
    opened,
    responded,
)
from statuslens_slackbot.answers.asking import NO_TEAM_FILE
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.messages import answer, notice

SHARED = Answered({"channel": {"id": "C2147483705", "is_ext_shared": True}})


def said(text: str, *, visibility: str = "ephemeral", outsiders: bool = False) -> Expected:
    """Expect the answer to a text."""

    def expect(turn: Turn) -> Payload:
        asking = replace(turn.asking, team=NO_TEAM_FILE) if outsiders else turn.asking
        message = answer(text, asking).message
        assert message["response_type"] == visibility
        return message

    return expect


def lookup(turn: Turn) -> Payload:
    """Show the field that looks codes up."""
    return lookup_view(turn.asking)


def typed(text: str) -> Scenario:
    """Type a text, and be answered in the acknowledgement."""
    return Scenario(f"{text!r} is answered at once", (Step(lambda turn: command(turn, text), said(text)),))


MODAL = Step(lambda turn: command(turn, ""), calls=(opened(lookup),))

TYPED = (
    "418",
    "payload too large",
    "Payload Too Large",
    "401 vs 403",
    "4xx",
    "nginx 499",
    "teapot",
    "help",
    "427",
    "0",
    "*418*",
    "I\u2019m a teapot",
    "&lt;!channel&gt; <@U1> \u202e404",
    '10.0.0.1 "GET /cart HTTP/1.1" 502 -\nHTTP/1.1 404 Not Found\n' * 3,
    "x" * 4000,
)

COMMANDS = (
    *map(typed, TYPED),
    Scenario(
        "an answer is for the channel where share is the last word",
        (Step(lambda turn: command(turn, "418 share"), said("418 share", visibility="in_channel")),),
    ),
    Scenario("nothing behind the command opens the modal", (MODAL,)),
    Scenario(
        "a command without the field text opens the modal",
        (Step(lambda turn: command(turn, None), calls=(opened(lookup),)),),
    ),
    Scenario(
        "another command is told which one is answered",
        (
            Step(
                lambda turn: command(turn, "418", "/status"),
                lambda _: {"response_type": "ephemeral"} | notice("This bot answers /http only."),
            ),
        ),
    ),
    Scenario(
        "the team file is told in private without asking who is in the channel",
        (Step(lambda turn: command(turn, "471"), said("471")),),
        has_team_file=True,
    ),
    Scenario(
        "the team file of another workspace is not told",
        (Step(lambda turn: command(turn, "471"), said("471")),),
    ),
    Scenario(
        "the team file is told in a channel of our own, and Slack is asked once about the channel",
        (
            Step(
                lambda turn: command(turn, "471 share"),
                said("471 share", visibility="in_channel"),
                (asked_about_channel,),
            ),
            Step(lambda turn: command(turn, "471 share"), said("471 share", visibility="in_channel")),
        ),
        has_team_file=True,
        channel_id="C0OURS",
    ),
    Scenario(
        "the team file is not told where outsiders are",
        (
            Step(
                lambda turn: command(turn, "404 share"),
                said("404 share", visibility="in_channel", outsiders=True),
                (asked_about_channel,),
                prepared={"conversations.info": (SHARED,)},
            ),
        ),
        has_team_file=True,
        channel_id="C0SHARED",
    ),
    Scenario(
        "the team file is not told where Slack does not say who is there",
        (
            Step(
                lambda turn: command(turn, "404 share"),
                said("404 share", visibility="in_channel", outsiders=True),
                (asked_about_channel,),
                prepared={"conversations.info": (Refused("channel_not_found"),)},
            ),
        ),
        has_team_file=True,
        channel_id="C0UNKNOWN",
    ),
    Scenario(
        "the team file is not told where Slack does not say in time who is there",
        (
            Step(
                lambda turn: command(turn, "404 share"),
                said("404 share", visibility="in_channel", outsiders=True),
                (asked_about_channel,),
                prepared={"conversations.info": (Held(),)},
            ),
        ),
        has_team_file=True,
        channel_id="C0SLOW",
    ),
    Scenario("a modal opens with the token of the whole organisation", (MODAL,), is_enterprise_install=True),
    Scenario(
        "a modal that cannot be opened is apologised for",
        tuple(
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), responded(apologised)),
                prepared={"views.open": (Refused(reason),)},
                errors=(f"views.open: {reason}",),
            )
            for reason in ("expired_trigger_id", "internal_error", "token_revoked")
        ),
    ),
    Scenario(
        "a page of Slack's own fault is apologised for",
        (
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), responded(apologised)),
                prepared={"views.open": (Broken(503),)},
                errors=("views.open: status 503",),
            ),
        ),
    ),
    Scenario(
        "a call is made again where Slack asks for patience",
        (
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), opened(lookup)),
                prepared={"views.open": (RateLimited(),)},
            ),
        ),
    ),
    Scenario(
        "a call is made again where its connection broke",
        (
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), opened(lookup)),
                prepared={"views.open": (Dropped(),)},
            ),
        ),
    ),
    Scenario(
        "a time to wait that is no number is apologised for",
        (
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), responded(apologised)),
                prepared={"views.open": (RateLimited("soon"),)},
                errors=("views.open: ValueError",),
            ),
        ),
    ),
    Scenario(
        "an apology that cannot be delivered is in the log",
        (
            Step(
                lambda turn: command(turn, ""),
                calls=(opened(lookup), responded(apologised)),
                prepared={"views.open": (Refused("internal_error"),), "response_url": (Broken(500),)},
                errors=("views.open: internal_error", "response_url: SlackClientError"),
            ),
        ),
    ),
    Scenario(
        "a workspace that has not installed the app is answered all the same, without a modal",
        (
            Step(lambda turn: command(turn, "418"), said("418")),
            Step(
                lambda turn: command(turn, ""),
                calls=(responded(apologised),),
                errors=("no call: the app is not installed in the workspace, or not by this bot",),
            ),
        ),
        is_installed=False,
    ),
)
