"""The look at a file for an overview: which statuses are in it, what for, and what is wrong with them."""

from dataclasses import dataclass
from typing import Any

from statuslens.config.paths import place_of
from statuslens.recognise.prefilter import can_hold
from statuslens.registry import load_registry
from statuslens.rules import Finding
from statuslens.rules.purpose import Purpose
from statuslens.rules.uses import Use, find_uses
from statuslens.workspace.files import SourceFile
from statuslens.workspace.look import CheckLook, Sight
from statuslens.workspace.packed import pack_occurrence, unpack_occurrence
from statuslens.workspace.settings import SettingsByFolder

_USE_FIELDS = 3


@dataclass(frozen=True)
class OverviewLook:
    """Looks for what a check finds, and for the statuses and what each is there for."""

    check: CheckLook

    @property
    def settings_of(self) -> SettingsByFolder:
        """What tells the settings of a file."""
        return self.check.settings_of

    def get_ready(self) -> None:
        """Import what it looks with."""
        self.check.get_ready()

    def key_of(self, path: str) -> str:
        """Return what the result depends on."""
        return f"overview {self.check.key_of(path)}"

    def project_key_of(self, path: str) -> str:
        """Return what it depends on as well where what the project declares has a part in it."""
        return self.check.project_key_of(path)

    def may_find(self, file: SourceFile, data: bytes) -> bool:
        """Tell whether there can be a status in a file's bytes, or what a rule finds without one."""
        contexts = self.settings_of(file.path).team.contexts
        return can_hold(data, file.language, contexts) or self.check.may_find(file, data)

    def find_in(self, file: SourceFile, text: str) -> Sight[Use | Finding]:
        """Return the statuses, then what is wrong. Raises MissingGrammarError as ``scan_text`` does."""
        settings = self.settings_of(file.path)
        scan, findings, is_of_project = self.check.find_in(file, text)
        uses = find_uses(scan, load_registry(), settings.team, place_of(file.path, settings))
        return Sight(scan, (*uses, *findings), is_of_project)

    def pack(self, found: Use | Finding) -> list[Any]:
        """Return something that was found as JSON can hold it."""
        if isinstance(found, Use):
            return [pack_occurrence(found.occurrence), found.purpose.value, found.handler]
        return self.check.pack(found)

    def unpack(self, record: list[Any]) -> Use | Finding:
        """Return what was packed."""
        if len(record) == _USE_FIELDS:
            occurrence, purpose, handler = record
            return Use(unpack_occurrence(occurrence), Purpose(purpose), handler)
        return self.check.unpack(record)
