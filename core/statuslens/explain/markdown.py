"""Answers as Markdown, for hover windows and documents."""

import re

from statuslens.explain.model import Answer, ClassExplanation, Explanation, Link, Refusal

# A low line or hyphen inside a word is no markup, and some editors would show the backslash.
_SPECIAL = re.compile(r"([\\`*{}\[\]<>#+!|~&]|(?<!\w)[_-]|[_-](?!\w))")
_BREAKS = re.compile(r"\s+")


def escape(text: str) -> str:
    """Make foreign text show as itself: no markup, no HTML, no line break."""
    return _BREAKS.sub(" ", _SPECIAL.sub(r"\\\1", text))


def to_markdown(answer: Answer) -> str:
    """Render one answer."""
    match answer:
        case Explanation(status=status, notes=notes, links=links):
            line = f"{status.status_class.label} · {_links(links)}"
            return "\n\n".join([f"### {status.title}", status.meaning, *notes, line])
        case ClassExplanation(description=description, members=members, links=links):
            codes = "\n".join(f"- {status.code} {status.name}" for status in members)
            parts = [f"### {description.title}", description.meaning, description.unknown, codes, _links(links)]
            return "\n\n".join(parts)
        case Refusal():
            return _refusal(answer)


def _refusal(refusal: Refusal) -> str:
    parts = [f"**{escape(refusal.query)}**: {refusal.message}" if refusal.query else refusal.message]
    if refusal.nearest:
        parts.append("Did you mean " + ", ".join(status.title for status in refusal.nearest) + "?")
    return "\n\n".join(parts)


def _links(links: tuple[Link, ...]) -> str:
    return " · ".join(f"[{link.label}]({link.url})" for link in links)
