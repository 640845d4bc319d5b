"""Where the bot is asked: the paths that Slack's servers and people's browsers are sent to."""

REQUEST_PATH = "/slack/events"
"""Everything that Slack sends in HTTP mode: commands, interactions, the options of menus, events."""
INSTALL_PATH = "/slack/install"
"""The page with the button that installs the app in a workspace."""
REDIRECT_PATH = "/slack/oauth_redirect"
"""Where Slack sends the browser back to."""
