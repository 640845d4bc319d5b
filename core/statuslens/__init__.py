"""Statuslens: HTTP status codes, known, recognised and explained."""

__version__ = "0.1.0"
