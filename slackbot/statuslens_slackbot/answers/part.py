"""What pages are made of."""

from dataclasses import dataclass

from statuslens_slackbot.answers.blocks import Block


@dataclass(frozen=True, slots=True)
class Part:
    """One answer, or a piece of a long one."""

    blocks: list[Block]
    sentence: str
    """All of it in words, not escaped."""
    line: str
    """What is said of it where there is no room for it."""
    titles: tuple[str, ...] = ()
    """Of a listing the members that are in it, fit for a query by their first words."""
    starts_page: bool = False
