"""All that people do in Slack, over signed HTTP and over web sockets: the same table, and the same outcome."""

import json
from collections.abc import Iterator

import pytest

from slackbot.fake_slack import running_slack
from slackbot.fake_workspaces import Installed
from slackbot.installing import install
from slackbot.many_workspaces import MODES, installable_bot
from slackbot.scenarios.commands import COMMANDS
from slackbot.scenarios.controls import CONTROLS
from slackbot.scenarios.events import EVENTS
from slackbot.scenarios.floods import FLOODS, LIMIT
from slackbot.scenarios.play import Player, by_http, by_socket
from slackbot.scenarios.steps import Scenario
from statuslens.config.load import load_team_file

SCENARIOS = (*COMMANDS, *CONTROLS, *EVENTS, *FLOODS)
TEAM_FILE = """\
codes:
  - code: "471"
    name: Basket <Expired>
    meaning: Too old, <!channel>.
    owner: Checkout
    runbook: https://wiki.example.org/471
notes:
  - code: "404"
    note: Ask <@U1> first.
    owner: Search
"""


def team_id(scenario: Scenario) -> str:
    return f"T{SCENARIOS.index(scenario):04}"


@pytest.fixture(scope="module", params=MODES)
def player(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    folder = tmp_path_factory.mktemp("scenarios")
    log, teams = folder / "log", folder / "teams"
    teams.mkdir()
    for scenario in SCENARIOS:
        if scenario.has_team_file:
            (teams / f"{team_id(scenario)}.yaml").write_text(TEAM_FILE, encoding="utf-8")
    (folder / "team.yaml").write_text(TEAM_FILE, encoding="utf-8")
    options = ("--team-files", str(teams), "--flood-limit", f"{LIMIT}/hour")
    with running_slack() as slack, installable_bot(log, slack, request.param, *options) as bot:
        for scenario in SCENARIOS:
            if scenario.is_installed:
                organisation = f"E{team_id(scenario)}" if scenario.is_enterprise_install else ""
                installed = Installed(
                    "" if organisation else team_id(scenario), organisation, scenario.is_enterprise_install
                )
                assert install(bot, slack, installed).status_code == 200
                slack.taken.next(installed.owner)
                slack.taken.next(installed.owner)
        deliver = by_http(bot) if request.param == "http" else by_socket(slack)
        player = Player(slack, deliver, load_team_file(str(folder / "team.yaml")))
        yield player
        assert bot.stop() == 0
        assert slack.taken.faults == []
        assert [call for call in slack.taken.unread() if call.owner != "app"] == []
        assert slack.link.twice == []
    records = [json.loads(line) for line in log.read_text().splitlines()]
    errors = [(record["reference"], record["words"]) for record in records if record["level"] == "error"]
    assert len(errors) == len(player.expected.errors)
    for reference, words in player.expected.errors:
        assert words in [said for named, said in errors if reference in ("", named)]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name[:60])
def test_what_people_do_comes_out_the_same_in_both_modes(player: Player, scenario: Scenario) -> None:
    player.play(scenario, team_id(scenario))
