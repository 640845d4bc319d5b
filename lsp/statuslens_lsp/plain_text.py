"""Answers as plain text, for clients that do not show Markdown."""

from collections.abc import Iterable

from statuslens.explain import Answer, Choice, Comparison, Explanation, Fact, Help, Link, Listing, Refusal, join_words
from statuslens.explain.brief import NOWHERE, Standpoint, shorten_explanation, shorten_listing


def to_plain_text(answer: Answer, here: Standpoint = NOWHERE) -> str:
    """Render what of an answer fits into a small window, for somebody who asks at some place."""
    match answer:
        case Explanation():
            parts = _explanation(answer, here)
        case Listing():
            parts = [answer.title, *answer.notes, _members(answer), *map(_link, answer.links)]
        case Comparison():
            parts = [answer.title, _choices(answer.choices)]
        case Help():
            parts = [answer.title, _choices(answer.examples)]
        case Refusal():
            parts = [f"{answer.query}: {answer.message}"]
            if answer.nearest:
                parts.append(f"Did you mean {join_words(status.title for status in answer.nearest)}?")
    return "\n\n".join(filter(None, parts))


def _explanation(answer: Explanation, here: Standpoint) -> list[str]:
    brief = shorten_explanation(answer, here)
    names = [f"{constant.expression} ({constant.ecosystem_title})" for constant in brief.near]
    if brief.elsewhere:
        names.append(f"{'elsewhere' if names else 'In code'} {', '.join(brief.elsewhere)}")
    more = f"More: statuslens explain {answer.code}" if brief.is_cut else ""
    return [
        f"{answer.title} ({answer.label})",
        "\n".join(filter(None, [answer.meaning, brief.notes])),
        "\n".join([*_facts(brief.team), *_facts(brief.advice), *brief.remarks]),
        "\n".join(_facts(brief.facts)),
        "; ".join(names),
        "\n".join(filter(None, [*map(_link, answer.links), more])),
    ]


def _members(answer: Listing) -> str:
    if not any(member.text for member in answer.members):
        return ", ".join(member.title for member in answer.members)
    shown, more = shorten_listing(answer)
    return _choices(shown) + (f"\n… and {more} more" if more else "")


def _facts(facts: Iterable[Fact]) -> list[str]:
    return [f"{fact.label}: {fact.text}" for fact in facts]


def _choices(choices: Iterable[Choice]) -> str:
    return "\n".join(f"{choice.title}: {choice.text}" if choice.text else choice.title for choice in choices)


def _link(link: Link) -> str:
    return f"{link.label}: {link.url}"
