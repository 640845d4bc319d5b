"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "statuslens_installations",
        sa.Column("client_id", sa.Text, primary_key=True),
        sa.Column("workspace", sa.Text, primary_key=True),
        sa.Column("enterprise_id", sa.Text, nullable=False),
        sa.Column("app_id", sa.Text, nullable=False),
        sa.Column("bot_id", sa.Text, nullable=False),
        sa.Column("bot_user_id", sa.Text, nullable=False),
        sa.Column("bot_scopes", sa.Text, nullable=False),
        sa.Column("bot_token", sa.Text, nullable=False),
        sa.Column("bot_refresh_token", sa.Text, nullable=False),
        sa.Column("bot_token_expires_at", sa.BigInteger),
        sa.Column("rotating_until", sa.Double, nullable=False),
        sa.Column("installed_by", sa.Text, nullable=False),
        sa.Column("installed_at", sa.Double, nullable=False),
    )
    op.create_table(
        "statuslens_preferences",
        sa.Column("workspace", sa.Text, primary_key=True),
        sa.Column("user_id", sa.Text, primary_key=True),
        sa.Column("enterprise_id", sa.Text, nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("vendors", sa.Text, nullable=False),
    )
    op.create_table(
        "statuslens_recent_codes",
        sa.Column("workspace", sa.Text, primary_key=True),
        sa.Column("user_id", sa.Text, primary_key=True),
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("enterprise_id", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Double, nullable=False),
    )
    op.create_index("statuslens_recent_codes_noted_at", "statuslens_recent_codes", ["noted_at"])
    op.create_table(
        "statuslens_oauth_states",
        sa.Column("state", sa.Text, primary_key=True),
        sa.Column("expires_at", sa.Double, nullable=False),
    )
    op.create_table(
        "statuslens_seen",
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("expires_at", sa.Double, nullable=False),
    )
    op.create_index("statuslens_seen_expires_at", "statuslens_seen", ["expires_at"])
