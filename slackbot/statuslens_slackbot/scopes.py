"""What the bot may do in a workspace, and what for: these scopes and no more."""

SCOPES = {
    "app_mentions:read": "hear where it is named in a conversation",
    "channels:read": "learn whether a public channel is shared with other organisations",
    "chat:write": "answer a mention, in its thread, and a direct message",
    "commands": "answer the slash command and the shortcuts",
    "groups:read": "learn whether a private channel is shared with other organisations",
    "im:history": "hear direct messages that are written to it",
}
"""Bot scopes (docs.slack.dev/reference/scopes); the manifest asks for the same."""
