"""Where to read on: specifications and MDN. The team's own links stand with what the team says."""

from collections.abc import Iterable

from statuslens.explain import Link
from statuslens_slackbot.answers.blocks import link

TEAM_LINK = "Team: "
"""How the labels of the team's own links begin."""


def source_links(links: Iterable[Link]) -> str:
    """Write in mrkdwn the links that are not the team's."""
    return " · ".join(link(item.label, item.url) for item in links if not item.label.startswith(TEAM_LINK))
