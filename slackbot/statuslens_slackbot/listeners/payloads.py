"""What the listeners read out of Slack's payloads."""

from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext

from statuslens_slackbot.people import Person, Workspace

Payload = dict[str, Any]


def person_of(context: AsyncBoltContext) -> Person:
    """Return who did what the payload tells."""
    workspace = Workspace(context.team_id or "", context.enterprise_id or "")
    return Person(workspace, context.user_id or "")


def value_of(action: Payload) -> object:
    """Return what a button or the chosen option of a menu carries."""
    return action["value"] if "value" in action else (action.get("selected_option") or {}).get("value")


def values_of(action: Payload) -> list[str]:
    """Return what the chosen options of a menu carry, of one or of several."""
    chosen = action.get("selected_options") or [action.get("selected_option") or {}]
    return [str(option["value"]) for option in chosen if option.get("value")]
