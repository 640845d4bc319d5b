"""What Slack would show, as a page of HTML."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from statuslens.errors import UsageError
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.home import home_view
from statuslens_slackbot.answers.lookup import lookup_view
from statuslens_slackbot.answers.messages import answer
from statuslens_slackbot.answers.preview import render_html
from statuslens_slackbot.answers.shortcut import explain_message

_SURFACES: Mapping[str, Callable[[str], dict[str, Any]]] = MappingProxyType(
    {
        "message": lambda query: answer(query, Asking()).message,
        "details": lambda query: details_view(query, Asking()),
        "lookup": lambda query: lookup_view(Asking(), query),
        "home": lambda query: home_view(Asking(), tuple(query.split())),
        "shortcut": lambda query: explain_message(query, Asking()),
    }
)


def preview_page(query: str, surface: str) -> str:
    """Render what a query shows on a surface; of the App Home the query is what was asked lately."""
    make = _SURFACES.get(surface)
    if make is None:
        raise UsageError(f"--surface {surface!r} is not known: give one of {', '.join(_SURFACES)}")
    return render_html(query or surface, make(query))
