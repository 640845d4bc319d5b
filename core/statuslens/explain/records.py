"""Answers as plain records, the stable form that programs read."""

from collections.abc import Iterable
from typing import Any

from statuslens.explain.model import Answer, Choice, Comparison, Explanation, Help, Link, Listing, Refusal

SCHEMA = 1
"""The version of the records' shape; it changes when a program that reads them would have to."""


def answer_record(answer: Answer) -> dict[str, Any]:
    """Return an answer as a record; ``data/explain.schema.json`` describes it."""
    match answer:
        case Explanation():
            return _explanation(answer)
        case Listing():
            return {
                "kind": "listing",
                "title": answer.title,
                "notes": list(answer.notes),
                "members": _choices(answer.members),
                "links": _links(answer.links),
            }
        case Comparison():
            return {
                "kind": "comparison",
                "titles": list(answer.titles),
                "rows": [{"label": label, "cells": list(cells)} for label, cells in answer.rows],
                "choices": _choices(answer.choices),
                "links": _links(answer.links),
            }
        case Help():
            return {"kind": "help", "examples": _choices(answer.examples)}
        case Refusal():
            return {
                "kind": "refusal",
                "query": answer.query,
                "message": answer.message,
                "nearest": [status.code for status in answer.nearest],
                "example": answer.example,
            }


def _explanation(answer: Explanation) -> dict[str, Any]:
    return {
        "kind": "status",
        "code": answer.code,
        "name": answer.name,
        "class": answer.status_class.value if answer.status_class else None,
        "label": answer.label,
        "meaning": answer.meaning,
        "client": answer.client,
        "server": answer.server,
        "notes": list(answer.notes),
        "facts": [
            {"label": fact.label, "text": fact.text, "reference": str(fact.reference) if fact.reference else None}
            for fact in answer.facts
        ],
        "older_texts": list(answer.older_texts),
        "team": [{"label": fact.label, "text": fact.text} for fact in answer.team],
        "choices": _choices(answer.choices),
        "vendors": [
            {"vendor": own.vendor, "name": own.name, "meaning": own.meaning, "standing": own.standing.value}
            for own in answer.owners
        ],
        "constants": [
            {
                "language": item.language,
                "ecosystem": item.ecosystem,
                "expression": item.expression,
                "import": item.import_statement,
                "kind": item.kind.value,
                "version": item.version,
                "deprecated": item.deprecated,
                "note": item.note,
            }
            for item in answer.constants
        ],
        "links": _links(answer.links),
    }


def _choices(choices: Iterable[Choice]) -> list[dict[str, str]]:
    return [{"title": choice.title, "text": choice.text} for choice in choices]


def _links(links: Iterable[Link]) -> list[dict[str, str]]:
    return [{"label": link.label, "url": link.url} for link in links]
