"""All there is to say about a code, in a modal."""

from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.controls import DETAILS_VIEW
from statuslens_slackbot.answers.messages import answer
from statuslens_slackbot.answers.views import View, modal


def details_view(query: str, asking: Asking) -> View:
    """Say all about the codes that a query means."""
    return modal(DETAILS_VIEW, "Status code", answer(query, asking).message["blocks"])
