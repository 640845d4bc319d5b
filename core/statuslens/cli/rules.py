"""``statuslens rules``: the rules that check knows."""

import argparse
import json
from typing import Any

from statuslens.cli.screen import find_screen
from statuslens.rules import Rule, load_rules
from statuslens.rules.markdown import page, standing

_SCHEMA = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each rule with its level and what it finds."""
    rules = list(load_rules().values())
    if options.format == "json":
        print(json.dumps({"schema": _SCHEMA, "rules": [record(rule) for rule in rules]}, indent=2))
    elif options.format == "markdown":
        print(page(rules), end="")
    else:
        screen = find_screen()
        for rule in rules:
            print(f"{screen.paint(rule.name, 'title')} · {screen.paint(standing(rule), 'label')}")
            print(screen.wrap(rule.summary))
    return 0


def record(rule: Rule) -> dict[str, Any]:
    """Return a rule as a record for programs."""
    return {
        "name": rule.name,
        "level": rule.level.value,
        "in_tests": rule.in_tests.value if rule.in_tests is not None else rule.level.value,
        "on": rule.is_on,
        "preview": rule.is_preview,
        "summary": rule.summary,
        "why": rule.why,
    }
