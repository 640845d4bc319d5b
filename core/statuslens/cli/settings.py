"""Settings on the command line: which hold, and how to show them."""

import argparse
import os
from collections.abc import Mapping

from statuslens.errors import UsageError
from statuslens.rules.names import rule_names
from statuslens.terminal import printable
from statuslens.workspace.settings import SettingsByFolder

_SCHEMA = 1
_WIDTH = 100


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command with settings has."""
    parser.add_argument("--config", metavar="FILE", help="a team file to use instead of the one that is found")
    parser.add_argument(
        "--show-settings", action="store_true", help="print the settings that hold for the first path, and stop"
    )


def settings_by_path(options: argparse.Namespace) -> SettingsByFolder:
    """Return what tells the settings of a file; each folder is looked up once.

    Those of the first path are looked up at once: a broken team file is told even where nothing asks for it.
    """
    settings = SettingsByFolder(options.config)
    first = options.paths[0]
    settings.of_folder(first if os.path.isdir(first) else os.path.dirname(first))
    return settings


def show_settings(options: argparse.Namespace) -> int:
    """Print the settings of the first path, each with where it comes from, and return the exit status."""
    import json  # noqa: PLC0415 (what shows settings is needed for nothing else)

    from statuslens.config.plain import to_plain  # noqa: PLC0415
    from statuslens.config.settings import settings_for  # noqa: PLC0415

    path = options.paths[0]
    if not os.path.exists(path):
        raise UsageError(f"{path}: there is no such file or folder; check the path")
    settings = settings_for(path, explicit=options.config, rule_names=rule_names())
    values = to_plain(settings.team)
    if options.format == "text":
        print("\n".join([f"# What holds for {printable(path)}.", *_lines(values, settings.sources)]))
        return 0
    record = {"schema": _SCHEMA, "path": path, "settings": values, "sources": dict(settings.sources)}
    print(json.dumps(record, indent=2 if options.format == "json" else None))
    return 0


def _lines(values: Mapping[str, object], sources: Mapping[str, str]) -> list[str]:
    """Write the settings as a team file, so that they can be copied into one."""
    import yaml  # noqa: PLC0415 (takes longer to import than a small check)

    lines = []
    for key, value in values.items():
        lines += ["", f"# {printable(sources[key])}"]
        if value is None:
            lines.append(f"# {key}: any")
        else:
            written = yaml.safe_dump({key: value}, sort_keys=False, allow_unicode=True, width=_WIDTH)
            lines += [printable(line) for line in written.splitlines()]
    return lines
