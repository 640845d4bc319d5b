"""One module for each change of the tables, the first of them for those of the first version."""
