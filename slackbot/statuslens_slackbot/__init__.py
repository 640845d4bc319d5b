"""The Slack bot: HTTP status codes explained in the chat where they come up."""
