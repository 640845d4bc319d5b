"""Each place where people meet the bot, by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from statuslens.explain import codes_of
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.home import home_view
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.messages import answer, find_answers, mention, shared
from statuslens_slackbot.answers.query_text import clean
from statuslens_slackbot.answers.shortcut import explain_message

_SOMEBODY = "U024BE7LH"


def _home(query: str, asking: Asking) -> dict[str, Any]:
    recent = [code for found in find_answers(clean(query), asking) for code in codes_of(found)] if clean(query) else []
    return home_view(asking, recent)


SURFACES: Mapping[str, Callable[[str, Asking], dict[str, Any]]] = MappingProxyType(
    {
        "message": lambda query, asking: answer(query, asking).message,
        "mention": lambda query, asking: mention(query, asking, _SOMEBODY).message,
        "shared": lambda query, asking: shared(query, asking.page, asking, _SOMEBODY).message,
        "details": details_view,
        "lookup": lambda query, asking: lookup_view(asking, query),
        "shortcut": explain_message,
        "home": _home,
    }
)
"""What stands in each place for a text: the query, the text of a message, or for the App Home recent codes."""
