"""Rules as Markdown: one as a section, all of them as a page."""

from collections.abc import Iterable, Iterator

from statuslens.rules.rule import Example, Rule
from statuslens.source.language import load_languages

_HEAD = """\
# Rules

What `statuslens check` and the language server report. The team file sets levels, or switches a rule on or off:

```yaml
rules:
  unassigned-code: error
  obsolete-code: off

per-path:
  - paths: ["*.gen.go", tests/]
    rules: { unassigned-code: warning }
```

In tests some rules are off, or count less, since most of what they found in those of public repositories was meant; \
`benchmarks/judged` has the figures. `per-path` says otherwise. Which files are tests is told by the conventions in \
`core/statuslens/data/tests.yaml`.

`statuslens rule NAME` shows one of them. This page is made by `statuslens rules --format markdown > docs/rules.md`.
"""
_FENCES = {"javascriptreact": "jsx", "typescriptreact": "tsx", "shellscript": "sh"}
"""What Markdown calls a language, where that is not its LSP id."""


def page(rules: Iterable[Rule]) -> str:
    """Return a page with a table of all rules and a section for each."""
    rules = list(rules)
    rows = (f"| [{rule.name}](#{rule.name}) | {standing(rule)} | {rule.summary} |" for rule in rules)
    table = "\n".join(["| rule | level | finds |", "|---|---|---|", *rows])
    return "\n".join([_HEAD, f"{table}\n", *(section(rule) for rule in rules)])


def section(rule: Rule) -> str:
    """Return what there is to know of a rule: what it finds and why, with its examples."""
    examples = "".join(part for example in rule.examples for part in _example(example))
    return f"## {rule.name}\n\n{rule.summary} Level: {standing(rule)}.\n\n{rule.why}\n{examples}"


def standing(rule: Rule) -> str:
    """Return a rule's level, and whether it runs without being asked for."""
    in_tests = f"{rule.in_tests.value} in tests" if rule.in_tests is not None else ""
    is_off = "" if rule.is_on else "off until it is named"
    words = [rule.level.value, in_tests, is_off, "preview" if rule.is_preview else ""]
    return ", ".join(filter(None, words))


def _example(example: Example) -> Iterator[str]:
    name = load_languages()[example.language].name
    fence = _FENCES.get(example.language, example.language)
    yield f"\n{name}, with {_count(example.finds)} reported, and without:\n"
    for code in (example.fails, example.fixed or example.passes):
        yield f"\n```{fence}\n{code}```\n"


def _count(finds: tuple[str, ...]) -> str:
    texts = [f"`{text}`" for text in finds]
    return " and ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
