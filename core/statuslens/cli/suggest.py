"""``statuslens suggest``: entries for the team file's contexts, from a look over a workspace."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from statuslens.cli.notes import note_skipped
from statuslens.cli.settings import add_options, settings_by_path, show_settings
from statuslens.config.model import ContextRule
from statuslens.terminal import printable
from statuslens.workspace.suggest import Proposal, Spot, Suggestions, suggest

_SCHEMA = 1
_SHOWN = 20
_WIDTH = 80


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders, best the whole repository")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the proposals: as YAML to paste, or as JSON."""
    if options.show_settings:
        return show_settings(options)
    found = suggest(options.paths, settings_of=settings_by_path(options))
    for skipped in found.skipped:
        note_skipped(skipped)
    if options.format == "json":
        records = [_record(proposal) for proposal in found.proposals]
        json.dump({"schema": _SCHEMA, "files": found.files, "proposals": records}, sys.stdout, indent=2)
        print()
    else:
        print("\n".join(_lines(found)))
    return 0


def _lines(found: Suggestions) -> Iterator[str]:
    files = _count(found.files, "file")
    if not found.proposals:
        yield f"# Nothing to propose: no helper, name or key in {files} shows a status that goes unseen."
        return
    yield f"# {_count(len(found.proposals), 'proposal')} from {files}, for the team file; keep what is true."
    yield "contexts:"
    for proposal in found.proposals:
        yield from _proposal_lines(proposal)


def _proposal_lines(proposal: Proposal) -> Iterator[str]:
    import yaml  # noqa: PLC0415 (takes longer to import than a small look)

    seen = f", beside {proposal.known:,} seen without it" if proposal.known else ""
    yield f"  # {_count(len(proposal.spots), 'status', 'statuses')} more{seen}: {printable(proposal.because)}."
    for spot in proposal.spots[:_SHOWN]:
        line = spot.line.strip()
        shown = line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
        where = f"{spot.path}:{spot.position.line + 1}:{spot.position.column + 1}"
        yield f"  #   {printable(where)}  {spot.text}  {printable(shown)}"
    if len(proposal.spots) > _SHOWN:
        yield f"  #   and {len(proposal.spots) - _SHOWN:,} more, which --format json lists"
    written = yaml.safe_dump([_plain(proposal.rule)], sort_keys=False, allow_unicode=True)
    yield from (f"  {printable(line)}" for line in written.splitlines())


def _record(proposal: Proposal) -> dict[str, Any]:
    return {
        "context": _plain(proposal.rule),
        "because": proposal.because,
        "known": proposal.known,
        "places": [_place(spot) for spot in proposal.spots],
    }


def _place(spot: Spot) -> dict[str, Any]:
    line, column = spot.position.line + 1, spot.position.column + 1
    return {
        "path": spot.path,
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": column + len(spot.text),
        "text": spot.text,
    }


def _plain(rule: ContextRule) -> dict[str, Any]:
    argument = {} if rule.argument is None else {"argument": rule.argument}
    return {rule.kind.value: rule.text, **argument}


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or f'{noun}s'}"
