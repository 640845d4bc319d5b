"""The errors of what is kept.

::

    StatuslensError
    ├── StorageError     the database does not answer, or refuses; it may do better later
    └── UsageError
        ├── SchemaError    the tables are not those of this version
        └── TokenKeyError  a key is wrong, or the one lacks that a token was encrypted with
"""

from statuslens.errors import StatuslensError, UsageError


class StorageError(StatuslensError):
    """The database cannot be used now: each write fails by this, and each read of what is not in memory."""


class SchemaError(UsageError):
    """The database's tables are not those that this version works with."""


class TokenKeyError(UsageError):
    """A key for tokens is no key, or does not open a token that is kept."""
