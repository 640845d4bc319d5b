"""What the bot says of itself, to one person."""

from statuslens_slackbot.answers.messages import Message, notice


def apology(reference: str) -> Message:
    """Say that something went wrong; ``reference`` is what the log calls it."""
    return notice(f"Something went wrong on our side. Tell whoever runs this bot of error {reference}.")


def flooded(seconds: int) -> Message:
    """Say that somebody asks too often, and when to go on; ``seconds`` from 1 on."""
    wait = "a second" if seconds == 1 else f"{seconds} seconds"
    return notice(f"That is a lot of questions at once. Ask again in {wait}.")


def too_old() -> Message:
    """Say that a control is of no use any more."""
    return notice("This answer is too old for its buttons and menus. Ask again, and the new one has them.")
