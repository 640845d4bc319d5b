"""The errors that statuslens raises on purpose.

::

    StatuslensError
    ├── RegistryError        the shipped data is wrong: a fault of ours, found by the tests
    ├── MissingExtraError    an optional part is not installed
    ├── MissingGrammarError  the files of one language cannot be read for lack of its grammar
    ├── ParseTimeoutError    a text takes far longer to parse than texts of its length do
    └── UsageError           what the user named cannot be used
        └── ConfigError      a team file or a setting does not say what it may

Each message says what is wrong, where, and what to do next, in one line.
"""


class StatuslensError(Exception):
    """Base of all errors below; catching it catches nothing else."""


class RegistryError(StatuslensError):
    """A data file does not hold what its head comment promises."""


class MissingExtraError(StatuslensError):
    """A feature was asked for whose libraries are not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        """Name the feature in words and the extra that brings it."""
        super().__init__(f'{feature} needs an extra that is not installed: pip install "statuslens[{extra}]"')
        self.extra = extra


class MissingGrammarError(StatuslensError):
    """Files of a language cannot be read for lack of its grammar; those of other languages can."""

    def __init__(self, language: str, package: str, *, is_installed: bool = False) -> None:
        """Name the language for people, and the package that its grammar is in; one that is installed does not fit."""
        if is_installed:
            self.reason = f"their grammar does not fit: pip install --upgrade tree-sitter {package}"
        else:
            self.reason = f"their grammar is not installed: pip install {package}"
        super().__init__(f"{language} files cannot be read, {self.reason}")
        self.language = language
        self.package = package


class ParseTimeoutError(StatuslensError):
    """A text takes far longer to parse than texts of its length do: it is broken, or no source that people write."""


class UsageError(StatuslensError):
    """A path, an option or a query that cannot be used as given."""


class ConfigError(UsageError):
    """A team file, or settings in its form, that cannot be used; names the file, the key and, for YAML, the line."""

    def __init__(
        self, message: str, *, file: str = "", key: str = "", line: int | None = None, problem: str | None = None
    ) -> None:
        """Take the whole message and its parts: the file as it is shown, the path of keys, the line counted from 1."""
        super().__init__(message)
        self.file = file
        self.key = key
        self.line = line
        self.problem = message if problem is None else problem
