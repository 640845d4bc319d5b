"""Which files the team file's patterns are about, in the way of a .gitignore."""

import os
from collections.abc import Mapping
from fnmatch import fnmatchcase

from statuslens.config.find import find_root
from statuslens.config.model import RuleLevel, Settings, TeamFile

_ANY = "**"


def is_wanted(path: str, settings: Settings) -> bool:
    """Tell whether ``include`` and ``exclude`` leave a file in; a file outside the settings' folder always is."""
    team = settings.team
    if not team.include and not team.exclude:
        return True
    names = _names_below(settings.folder, path)
    if not names:
        return True
    if team.include and not any(matches(pattern, names) for pattern in team.include):
        return False
    return not any(matches(pattern, names) for pattern in team.exclude)


def place_of(path: str, settings: Settings) -> str:
    """Return where a file stands in its project, with ``/`` between the parts; the whole path of one outside of it."""
    project = project_of(path, settings)
    return "/".join(_names_below(project, path)) if project else path.replace(os.sep, "/")


def project_of(path: str, settings: Settings) -> str:
    """Return the folder that places in a file's project count from.

    That is the settings' folder, or else the root of the repository; nothing for a file outside both.
    """
    if _names_below(settings.folder, path):
        return settings.folder
    root = find_root(path)
    return root if root is not None and _names_below(root, path) else ""


def levels_at(place: str, team: TeamFile) -> Mapping[str, RuleLevel]:
    """Return the levels of rules that ``per-path`` gives for a file, where the file stands in its project."""
    names = tuple(place.split("/"))
    return {
        setting.rule: setting.level
        for entry in team.per_path
        if any(matches(pattern, names) for pattern in entry.paths)
        for setting in entry.rules
    }


def matches(pattern: str, names: tuple[str, ...]) -> bool:
    """Tell whether a pattern is about a file, given as the names that lead to it, or about a folder around it.

    ``*``, ``?`` and ``[...]`` stand for characters of one name, ``**`` for any number of names. A pattern without a
    slash is about a name at any depth; one that ends in a slash is about folders.
    """
    at_any_depth = "/" not in pattern.rstrip("/")
    parts = [part for part in (_ANY if at_any_depth else "", *pattern.split("/")) if part]
    reached = _skip({0}, parts)
    # All positions in the pattern at once, so that no pattern of a stranger's repository takes long.
    for name in names[:-1] if pattern.endswith("/") else names:
        forward = {at + 1 for at in reached if at < len(parts) and parts[at] != _ANY and fnmatchcase(name, parts[at])}
        staying = {at for at in reached if at < len(parts) and parts[at] == _ANY}
        reached = _skip(forward | staying, parts)
        if len(parts) in reached:
            return True
    return False


def _skip(reached: set[int], parts: list[str]) -> set[int]:
    """Add the positions behind each ``**``, which may stand for no name at all."""
    for at, part in enumerate(parts):
        if part == _ANY and at in reached:
            reached = reached | {at + 1}
    return reached


def _names_below(folder: str, path: str) -> tuple[str, ...]:
    whole = os.path.abspath(path)
    try:
        # Nearly always it begins so, and relpath takes ten times as long.
        is_plain = whole.startswith(f"{folder}{os.sep}")
        relative = whole[len(folder) + 1 :] if is_plain else os.path.relpath(whole, folder)
    except ValueError:  # on Windows, another drive
        return ()
    names = tuple(relative.split(os.sep))
    return () if names[0] in {os.curdir, os.pardir} else names
