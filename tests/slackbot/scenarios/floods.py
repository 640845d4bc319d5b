"""Somebody who asks more than the limit of the bot that plays the scenarios allows."""

from slackbot.payloads import Payload, Turn, click, command, mention, message_shortcut
from slackbot.scenarios.commands import said
from slackbot.scenarios.controls import LOG
from slackbot.scenarios.steps import Scenario, Step, responded, whispered
from statuslens_slackbot.answers.controls import EXPLAIN_MESSAGE, SHARE
from statuslens_slackbot.answers.notices import flooded

LIMIT = 12
"""Questions that one person may ask in an hour."""
SECONDS = 300
"""After this many the next one is answered."""


def held_back(_turn: Turn) -> Payload:
    """Say when to ask again."""
    return flooded(SECONDS)


ASKS = Step(lambda turn: command(turn, "418"), said("418"))

FLOODS = (
    Scenario(
        "who asks too often is told when to ask again, wherever",
        (
            *[ASKS] * LIMIT,
            Step(lambda turn: click(turn, SHARE), calls=(responded(held_back),)),
            Step(lambda turn: message_shortcut(turn, EXPLAIN_MESSAGE, LOG), calls=(responded(held_back),)),
            Step(lambda turn: mention(turn, "<@U0BOT> 418"), calls=(whispered(held_back),)),
            Step(lambda turn: command(turn, "418"), held_back),
        ),
    ),
)
