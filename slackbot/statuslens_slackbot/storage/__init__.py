"""What the bot keeps: installations, choices, recent codes, and what it has seen; in SQLite or PostgreSQL.

``location`` and ``errors`` are light; all other modules load SQLAlchemy.
"""
