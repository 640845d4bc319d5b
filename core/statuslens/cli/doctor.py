"""``statuslens doctor``: is it working? One screen for bug reports."""

import argparse
import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from statuslens import __version__
from statuslens.cli.screen import find_screen
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.registry import load_registry
from statuslens.source.grammar import is_installed, package_of
from statuslens.source.language import load_languages
from statuslens.terminal import printable

_EXTRAS = {"check": "tree-sitter", "lsp": "pygls", "slack": "slack-bolt"}
_PATIENCE = 20
"""Seconds that the language server has to start and answer."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """One line of the report."""

    about: str
    says: str
    is_fine: bool = True


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what runs; there are no options."""
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Print what was found; the exit status is 1 if something that is installed does not work."""
    screen = find_screen()
    findings = list(_findings())
    for finding in findings:
        mark = screen.paint("ok ", "2xx") if finding.is_fine else screen.paint("bad", "5xx")
        print(f"{mark}  {finding.about:16}{printable(finding.says)}")
    return int(not all(finding.is_fine for finding in findings))


def _findings() -> Iterator[_Finding]:
    yield _Finding("statuslens", __version__)
    yield _Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    registry = load_registry()
    yield _Finding("registry", f"{len(list(registry))} codes of IANA's table of {registry.date}")
    yield _team_file()
    installed = {extra: _version(library) for extra, library in _EXTRAS.items()}
    for extra, library in _EXTRAS.items():
        found = installed[extra]
        yield _Finding(f"extra {extra}", f"{library} {found}" if found else "not installed")
    if installed["check"]:
        yield from _grammars()
    if installed["lsp"]:
        yield _server()


def _team_file() -> _Finding:
    try:
        settings = settings_for(Path.cwd())
    except ConfigError as error:
        return _Finding("team file", str(error), is_fine=False)
    return _Finding("team file", f"{settings.file} is valid" if settings.file else "none above this folder")


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _grammars() -> Iterator[_Finding]:
    languages = [language for language in load_languages().values() if package_of(language)]
    missing = sorted({package_of(language) for language in languages if not is_installed(language)})
    if missing:
        yield _Finding("grammars", f"missing: {', '.join(missing)}; reinstall statuslens[check]", is_fine=False)
    else:
        yield _Finding("grammars", f"{len(set(map(package_of, languages)))}, for {len(languages)} languages")


def _server() -> _Finding:
    """Start the language server, greet it and send it away."""
    requests: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    messages = b"".join(_framed({"jsonrpc": "2.0", **request}) for request in requests)
    script = shutil.which("statuslens-lsp", path=str(Path(sys.executable).parent))
    if script is None:
        return _Finding("language server", f"statuslens-lsp is not beside {sys.executable}", is_fine=False)
    try:
        done = subprocess.run([script], input=messages, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        return _Finding("language server", f"does not start: {type(error).__name__}", is_fine=False)
    if done.returncode or b'"statuslens-lsp"' not in done.stdout:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["no answer"]
        return _Finding("language server", f"does not work: {last[0]}", is_fine=False)
    return _Finding("language server", "starts, answers and ends")


def _framed(message: dict[str, object]) -> bytes:
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
