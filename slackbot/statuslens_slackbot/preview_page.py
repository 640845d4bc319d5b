"""What Slack would show, as a page of HTML."""

from statuslens.errors import UsageError
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.preview import render_html
from statuslens_slackbot.answers.surfaces import SURFACES


def preview_page(query: str, surface: str) -> str:
    """Render what a query shows on a surface; on the App Home, the codes of the query were asked for lately."""
    show = SURFACES.get(surface)
    if show is None:
        raise UsageError(f"--surface {surface!r} is not known: give one of {', '.join(SURFACES)}")
    return render_html(query or surface, show(query, Asking()))
