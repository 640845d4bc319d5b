"""Answers as plain text, for clients that do not show Markdown."""

from statuslens.explain import Answer, ClassExplanation, Explanation, Link, Refusal


def to_plain_text(answer: Answer) -> str:
    """Render one answer."""
    match answer:
        case Explanation(status=status, notes=notes, links=links):
            parts = [status.title, status.meaning, *notes, status.status_class.label, *map(_link, links)]
        case ClassExplanation(description=description, members=members, links=links):
            codes = "\n".join(status.title for status in members)
            parts = [description.title, description.meaning, description.unknown, codes, *map(_link, links)]
        case Refusal(query=query, message=message, nearest=nearest):
            parts = [f"{query}: {message}"]
            if nearest:
                parts.append("Did you mean " + ", ".join(status.title for status in nearest) + "?")
    return "\n\n".join(parts)


def _link(link: Link) -> str:
    return f"{link.label}: {link.url}"
