"""Floor 6: the command line, a thin shell."""

from statuslens.cli.main import main, run

__all__ = ["main", "run"]
