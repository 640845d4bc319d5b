"""The tables, and how long each row is kept (``slackbot/README.md`` tells users the same, and a test compares)."""

from sqlalchemy import BigInteger, Column, Double, Index, MetaData, Table, Text

STATE_SECONDS = 600
"""How long somebody may take between "Add to Slack" and "Allow"."""
SEEN_SECONDS = 24 * 3600
"""The longest that something seen is remembered."""
RECENT_SECONDS = 90 * 24 * 3600

metadata = MetaData()
"""All times are seconds since 1970; a workspace is its ``T…``, or ``E…`` for an organisation of Enterprise Grid."""

installations = Table(
    "statuslens_installations",
    metadata,
    Column("client_id", Text, primary_key=True),
    Column("workspace", Text, primary_key=True),
    Column("enterprise_id", Text, nullable=False),
    Column("app_id", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
    Column("bot_user_id", Text, nullable=False),
    Column("bot_scopes", Text, nullable=False),
    Column("bot_token", Text, nullable=False),
    Column("bot_refresh_token", Text, nullable=False),
    Column("bot_token_expires_at", BigInteger),
    Column("rotating_until", Double, nullable=False),
    Column("installed_by", Text, nullable=False),
    Column("installed_at", Double, nullable=False),
    info={"kept": "until the app is uninstalled, or Slack revokes its token"},
)

preferences = Table(
    "statuslens_preferences",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("enterprise_id", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("vendors", Text, nullable=False),
    info={"kept": "until the app is uninstalled"},
)

recent_codes = Table(
    "statuslens_recent_codes",
    metadata,
    Column("workspace", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("enterprise_id", Text, nullable=False),
    Column("noted_at", Double, nullable=False),
    Index("statuslens_recent_codes_noted_at", "noted_at"),
    info={
        "kept": f"the last 10 of each person, at most {RECENT_SECONDS // 86400} days, or until the app is uninstalled"
    },
)

oauth_states = Table(
    "statuslens_oauth_states",
    metadata,
    Column("state", Text, primary_key=True),
    Column("expires_at", Double, nullable=False),
    info={"kept": f"until it is used, at most {STATE_SECONDS // 60} minutes"},
)

seen = Table(
    "statuslens_seen",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("expires_at", Double, nullable=False),
    Index("statuslens_seen_expires_at", "expires_at"),
    info={"kept": f"at most {SEEN_SECONDS // 3600} hours"},
)
