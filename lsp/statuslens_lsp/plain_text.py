"""Answers as plain text, for clients that do not show Markdown."""

from statuslens.explain import Answer, Choice, Comparison, Explanation, Help, Link, Listing, Refusal, join_words


def to_plain_text(answer: Answer) -> str:
    """Render one answer."""
    match answer:
        case Explanation():
            team = "\n".join(f"{fact.label}: {fact.text}" for fact in answer.team)
            parts = [answer.title, answer.meaning, *answer.notes, team, answer.label, *map(_link, answer.links)]
        case Listing():
            parts = [answer.title, *answer.notes, _choices(answer.members), *map(_link, answer.links)]
        case Comparison():
            parts = [answer.title, _choices(answer.choices)]
        case Help():
            parts = [answer.title, _choices(answer.examples)]
        case Refusal():
            parts = [f"{answer.query}: {answer.message}"]
            if answer.nearest:
                parts.append(f"Did you mean {join_words(status.title for status in answer.nearest)}?")
    return "\n\n".join(filter(None, parts))


def _choices(choices: tuple[Choice, ...]) -> str:
    return "\n".join(f"{choice.title}: {choice.text}" if choice.text else choice.title for choice in choices)


def _link(link: Link) -> str:
    return f"{link.label}: {link.url}"
