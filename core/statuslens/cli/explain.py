"""``statuslens explain``: what a status says."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from statuslens.config.find import find_team_file
from statuslens.explain import PASTE_LIMIT, Answer, Refusal, explain
from statuslens.registry import load_registry

if TYPE_CHECKING:
    from statuslens.config.model import TeamFile


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    help_text = "404, 4xx, 401 vs 403, not found, nginx 499, HTTPStatus.NOT_FOUND ...; - reads standard input"
    parser.add_argument("query", nargs="+", metavar="QUERY", help=help_text)
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text")
    parser.add_argument("--language", default="", metavar="LANGUAGE", help="show this language's constants first")
    parser.add_argument("--config", metavar="FILE", help="a team file, instead of the one found above this folder")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answers; the exit status is 1 if something asked for has none."""
    query = sys.stdin.read(PASTE_LIMIT + 1) if options.query == ["-"] else " ".join(options.query)
    answers = explain(query, load_registry(), _read_team(options.config))
    print(_FORMATS[options.format](answers, options))
    return int(any(isinstance(answer, Refusal) for answer in answers))


def _read_team(named: str | None) -> "TeamFile | None":
    if named is None and find_team_file(Path.cwd()) is None:
        return None
    from statuslens.config.settings import settings_for  # noqa: PLC0415 (most look-ups have no team file)

    return settings_for(Path.cwd(), explicit=named).team


# A look-up is short: each format imports what it needs when it is asked for.


def _as_text(answers: Sequence[Answer], options: argparse.Namespace) -> str:
    from statuslens.cli.answer_text import render  # noqa: PLC0415
    from statuslens.cli.screen import find_screen  # noqa: PLC0415

    screen = find_screen()
    return "\n\n".join(render(answer, screen, language=options.language.lower()) for answer in answers)


def _as_markdown(answers: Sequence[Answer], _options: argparse.Namespace) -> str:
    from statuslens.explain.markdown import to_markdown  # noqa: PLC0415

    blocks = []
    for answer in answers:
        blocks.append(to_markdown(answer))
        if isinstance(answer, Refusal):
            blocks.append(f"For example: `statuslens explain {answer.example}`")
    return "\n\n".join(blocks)


def _as_json(answers: Sequence[Answer], _options: argparse.Namespace) -> str:
    import json  # noqa: PLC0415

    from statuslens.explain.records import SCHEMA, answer_record  # noqa: PLC0415

    return json.dumps({"schema": SCHEMA, "answers": [answer_record(answer) for answer in answers]}, indent=2)


_FORMATS = {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
