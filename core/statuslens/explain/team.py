"""What the team file knows, laid over an explanation."""

from dataclasses import replace

from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain.model import Explanation, Fact, Link
from statuslens.registry import StatusClass


def add_team(code: str, explanation: Explanation | None, team: TeamFile) -> Explanation | None:
    """Return an explanation with what the team says of its code; of a code of the team's own, a new one."""
    own = next((item for item in team.codes if item.code == code), None)
    note = next((item for item in team.notes if item.code == code), None)
    if own:
        explanation = _own(own, explanation)
    if explanation is None or not (own or note):
        return explanation
    facts = [fact for item in (own, note) if item for fact in _facts(item) if fact.text != explanation.meaning]
    links = [Link(f"Team: {_host(url)}", url) for item in (own, note) if item for url in item.links]
    return replace(explanation, team=tuple(facts), links=(*explanation.links, *links))


def _own(own: TeamCode, explanation: Explanation | None) -> Explanation:
    if explanation is None:
        status_class = StatusClass.of(own.code.partition(".")[0])
        label = "your team's own code"
        return Explanation(own.code, own.name, status_class, label, own.meaning, is_teams_own=True)
    notes = (f"Your team calls it {own.name}.", *explanation.notes)
    return replace(explanation, notes=notes, is_teams_own=True)


def _facts(item: TeamCode | TeamNote) -> list[Fact]:
    says = item.note if isinstance(item, TeamNote) else item.meaning
    return [
        Fact(label, text) for label, text in (("Team", says), ("Owner", item.owner), ("Runbook", item.runbook)) if text
    ]


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]
