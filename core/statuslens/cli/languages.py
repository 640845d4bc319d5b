"""``statuslens languages``: what scan and check read."""

import argparse

from statuslens.source.language import load_languages


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what runs; there are no options."""
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Print each language with its file names."""
    for language in sorted(load_languages().values(), key=lambda language: language.id):
        names = dict.fromkeys((*language.extensions, *language.marks.names))
        print(f"{language.id:16} {language.name:18} {' '.join(names)}")
    return 0
