"""Slack's ids as they stand in the tables."""

import re

from statuslens_slackbot.people import Person, Workspace

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def is_id(text: str) -> bool:
    """Tell whether this can be an id of Slack's; PostgreSQL refuses some other texts, such as a zero byte."""
    return _ID.fullmatch(text) is not None


def workspace_id(workspace: Workspace) -> str:
    """Return the id that the rows of a workspace, or of an organisation, are found by."""
    return workspace.team_id or workspace.enterprise_id


def is_known(person: Person) -> bool:
    """Tell whether something can be kept of a person."""
    ids = (workspace_id(person.workspace), person.user_id, person.workspace.enterprise_id or "-")
    return all(is_id(text) for text in ids)
