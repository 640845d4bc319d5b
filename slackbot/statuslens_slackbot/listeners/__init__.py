"""What the bot listens to, whatever way a request came in: between Slack's payloads, the stores and the answers."""

from statuslens_slackbot.listeners.bot import build_bot
from statuslens_slackbot.listeners.services import Services

__all__ = ["Services", "build_bot"]
