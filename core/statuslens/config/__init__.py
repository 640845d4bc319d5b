"""Floor 2: the team file, typed and validated."""
