"""``statuslens languages``: what scan and check read, and how well."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from statuslens.source.accuracy import Accuracy, load_accuracy
from statuslens.source.grammar import is_installed, package_of
from statuslens.source.language import Language, load_languages

_SCHEMA = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each language with its grammar, its figures and its file names."""
    languages = sorted(load_languages().values(), key=lambda language: language.id)
    if options.format == "json":
        print(json.dumps({"schema": _SCHEMA, "languages": [_record(language) for language in languages]}, indent=2))
        return 0
    rows = [_row(language) for language in languages]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _row(language: Language) -> tuple[str, ...]:
    missing = "" if is_installed(language) else ", not installed"
    grammar = f"{package_of(language) or 'own lexer'}{missing}"
    return language.id, language.name, grammar, _say(load_accuracy().get(language.id)), " ".join(_files(language))


def _say(accuracy: Accuracy | None) -> str:
    if accuracy is None:
        return "not measured"
    figures = f"precision {accuracy.precision:.3f}, recall {accuracy.recall:.3f}"
    return f"{figures} ({accuracy.labels:,} labels, {accuracy.date})"


def _record(language: Language) -> dict[str, Any]:
    accuracy = load_accuracy().get(language.id)
    return {
        "id": language.id,
        "name": language.name,
        "files": list(_files(language)),
        "grammar": package_of(language) or None,
        "installed": is_installed(language),
        "accuracy": asdict(accuracy) if accuracy else None,
    }


def _files(language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*language.extensions, *language.marks.names)))
