"""An overview of a repository: which codes it answers with and where, and what else they are there for."""
