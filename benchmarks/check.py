"""How fast ``statuslens check`` is beside its peers over the same files, in one run.

    python -m venv V && V/bin/pip install ".[check]" ast-grep-cli ripgrep && V/bin/python benchmarks/check.py FOLDER

``FOLDER`` is best a Git repository with some 40,000 source files. Whole processes, alternating: ``check`` of all
languages without a cache beside ``ast-grep scan`` with rules for six of them, ``check`` with a warm cache beside
``rg`` for a number in files of the same types, and a check of one small file beside Python itself. Medians of the
seconds, and of the ratios pair by pair; the processor's time is that of all processes. Exits with 1 where a bar is
missed.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
TINY_RUNS = 201
INSIDE = {
    "Python": ("integer", ["comparison_operator", "argument_list", "keyword_argument", "pair", "assignment"]),
    "JavaScript": ("number", ["binary_expression", "arguments", "pair", "variable_declarator", "switch_case"]),
    "TypeScript": ("number", ["binary_expression", "arguments", "pair", "variable_declarator", "switch_case"]),
    "Tsx": ("number", ["binary_expression", "arguments", "pair", "variable_declarator", "switch_case"]),
    "Go": ("int_literal", ["binary_expression", "argument_list", "keyed_element", "const_spec", "expression_case"]),
    "Java": ("decimal_integer_literal", ["binary_expression", "argument_list", "variable_declarator", "switch_label"]),
}
"""By ast-grep's languages, what a number is, and what it stands in: about what a rule of statuslens looks for."""
TYPES = ("py", "js", "ts", "go", "java")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took, in seconds."""

    wall: float
    processor: float
    user: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Two commands, and how the first one's cost may stand to the second one's."""

    name: str
    ours: list[str]
    theirs: list[str]
    most: dict[str, float]
    """The most that the ratio may be, by the field of ``Cost``."""
    runs: int


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder; its children's time counts with it."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)  # noqa: S603
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    user = after.ru_utime - before.ru_utime
    return Cost(wall, user + after.ru_stime - before.ru_stime, user)


def write_rules(folder: Path) -> Path:
    """Write ast-grep's rules, and return their configuration."""
    rules = folder / "rules"
    rules.mkdir()
    for language, (kind, around) in INSIDE.items():
        inside = "".join(f"      - kind: {name}\n" for name in around)
        (rules / f"{language}.yml").write_text(
            f"id: status-{language.lower()}\nlanguage: {language}\nseverity: warning\nmessage: a status\n"
            f"rule:\n  kind: {kind}\n  regex: '^[1-5][0-9][0-9]$'\n  inside:\n"
            f"    regex: '(?i)status|code'\n    any:\n{inside}",
            encoding="utf-8",
        )
    config = folder / "sgconfig.yml"
    config.write_text("ruleDirs: [rules]\n", encoding="utf-8")
    return config


def bars(scratch: Path, runs: int) -> list[Bar]:
    """Return what is measured."""
    check = [program("statuslens"), "check", "--exit-zero", "--format", "concise"]
    cached = [*check, "--cache-dir", str(scratch / "cache"), "."]
    scan = [program("ast-grep"), "scan", "--config", str(write_rules(scratch)), "--json=stream", "."]
    search = [program("rg"), "-n", r"\b[1-5]\d\d\b", *(f"-t{name}" for name in TYPES), "."]
    tiny = scratch / "tiny"
    tiny.mkdir()
    (tiny / "app.py").write_text("def area(width, height):\n    return width * height\n", encoding="utf-8")
    return [
        Bar("cold / ast-grep", [*check, "--no-cache", "."], scan, {"wall": 0.5, "processor": 0.5}, runs),
        Bar("warm / rg", cached, search, {"wall": 5.0}, runs),
        Bar("tiny / python", [*check, str(tiny)], [sys.executable, "-c", "pass"], {"user": 4.0}, TINY_RUNS),
    ]


def program(name: str) -> str:
    """Return the path of a program beside this Python."""
    return shutil.which(name, path=str(BIN)) or sys.exit(f"no {name} here: see the head of this file")


def main() -> int:
    """Print a line for each ratio; return 1 where one is more than it may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who starts a command again and again has it compiled
    is_met = True
    print(f"{'':18} {'':10} {'ours':>8} {'theirs':>8} {'ratio':>7} {'at most':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for bar in bars(Path(scratch), options.runs):
            pairs = [
                (measure(bar.ours, options.folder), measure(bar.theirs, options.folder)) for _ in range(bar.runs + 1)
            ]
            for field, most in bar.most.items():
                ours, theirs = ([getattr(pair[side], field) for pair in pairs[1:]] for side in (0, 1))
                ratio = ratio_of(ours, theirs)
                is_met = is_met and ratio <= most
                middle = f"{statistics.median(ours):8.3f} {statistics.median(theirs):8.3f}"
                print(f"{bar.name:18} {field:10} {middle} {ratio:7.2f} {most:8.1f}", flush=True)
    return 0 if is_met else 1


def ratio_of(ours: list[float], theirs: list[float]) -> float:
    """Return the median of the ratios pair by pair; that of the sums where a clock is too coarse for one process."""
    if min(theirs) <= 0.01:  # noqa: PLR2004 (a tick of some kernels, in seconds)
        return sum(ours) / max(sum(theirs), 1e-9)
    return statistics.median(own / other for own, other in zip(ours, theirs, strict=True))


if __name__ == "__main__":
    sys.exit(main())
