"""``statuslens explain``: what a status says."""

import argparse
import json
import sys
import textwrap
from typing import Any

from statuslens.explain import Answer, ClassExplanation, Explanation, Refusal, explain, to_markdown
from statuslens.registry import load_registry

_WIDTH = 88
_SCHEMA = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "query", nargs="+", metavar="QUERY", help="404, 4xx, or a name such as: not found; several with commas between"
    )
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answers; the exit status is 1 if something asked for has none."""
    answers = explain(" ".join(options.query), load_registry())
    if options.format == "json":
        json.dump({"schema": _SCHEMA, "answers": [_record(answer) for answer in answers]}, sys.stdout, indent=2)
        print()
    else:
        render = _to_markdown if options.format == "markdown" else _to_text
        print("\n\n".join(render(answer) for answer in answers))
    return int(any(isinstance(answer, Refusal) for answer in answers))


def _to_markdown(answer: Answer) -> str:
    example = f"\n\nFor example: `statuslens explain {answer.example}`" if isinstance(answer, Refusal) else ""
    return to_markdown(answer) + example


def _to_text(answer: Answer) -> str:
    match answer:
        case Explanation(status=status, notes=notes, links=links):
            paragraphs = [status.meaning, *notes]
            heading = f"{status.title}  ({status.status_class.label})"
        case ClassExplanation(description=description, members=members, links=links):
            paragraphs = [description.meaning, description.unknown, ", ".join(member.title for member in members)]
            heading = description.title
        case Refusal():
            return _refusal(answer)
    body = "\n".join(textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ") for text in paragraphs)
    return "\n".join([heading, body, *(f"  {link.label}: {link.url}" for link in links)])


def _refusal(refusal: Refusal) -> str:
    lines = [f"{refusal.query!r}: {refusal.message}" if refusal.query else refusal.message]
    if refusal.nearest:
        lines.append(f"  Did you mean {', '.join(status.title for status in refusal.nearest)}?")
    lines.append(f"  For example: statuslens explain {refusal.example}")
    return "\n".join(lines)


def _record(answer: Answer) -> dict[str, Any]:
    match answer:
        case Explanation(status=status, notes=notes, links=links):
            return {
                "kind": "status",
                "code": status.code,
                "name": status.name,
                "class": status.status_class.value,
                "registration": status.registration.value,
                "meaning": status.meaning,
                "notes": list(notes),
                "links": [{"label": link.label, "url": link.url} for link in links],
            }
        case ClassExplanation(description=description, members=members, links=links):
            return {
                "kind": "class",
                "class": description.status_class.value,
                "meaning": description.meaning,
                "unknown": description.unknown,
                "codes": [member.code for member in members],
                "links": [{"label": link.label, "url": link.url} for link in links],
            }
        case Refusal(query=query, message=message, nearest=nearest):
            nearest_codes = [status.code for status in nearest]
            return {"kind": "refusal", "query": query, "message": message, "nearest": nearest_codes}
