"""Floor 1: what a file is made of."""
