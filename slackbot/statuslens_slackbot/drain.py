"""What is under way, and whether more of it is wanted."""

from types import TracebackType
from typing import Self


class Drain:
    """Counts the requests that are being answered; each is a ``with`` block."""

    def __init__(self) -> None:
        """Begin with none."""
        self.count = 0
        """How many requests are being answered."""
        self.is_draining = False
        """Whether the process is about to end, and wants no more requests."""

    def __enter__(self) -> Self:
        """Begin a request."""
        self.count += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End it."""
        self.count -= 1
