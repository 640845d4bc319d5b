"""When Python's garbage collector looks at what: hardly at what is imported, which stays."""

import gc

_NEVER = 1_000_000
_IMPORTING = (10_000, _NEVER, _NEVER)
"""New objects until they are looked at, and how often that is done until older ones are, too.

Not to look at all would cost 7 MB: a class that is given slots leaves behind the one that it is made of.
"""
_SERVING = (10_000, 10, 10)
"""More objects than Python's own 700, as many as the analysis of a document makes and drops in some milliseconds."""


def begin_importing() -> None:
    """Look through what is new now and then, and never through what stays, which would only cost time."""
    gc.set_threshold(*_IMPORTING)


def end_importing() -> None:
    """Keep off all that there is by now; looking through it would otherwise fall into the analysis of a document."""
    gc.freeze()
    gc.set_threshold(*_SERVING)
