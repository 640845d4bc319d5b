"""What slackbot/README.md says of settings, metrics and commands is what the bot has."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from slackbot.bot_process import environment
from statuslens_slackbot.metrics import Metrics
from statuslens_slackbot.settings import Settings, flag_of, gather, key_of, read_values
from tools import PROJECT, require_script

PAGE = (PROJECT / "slackbot/README.md").read_text("utf-8")
FILLED_IN = {
    "SLACK_APP_TOKEN": "xapp-not-a-token",
    "SLACK_BOT_TOKEN": "xoxb-not-a-token",
    "SLACK_CLIENT_ID": "123.456",
    "SLACK_CLIENT_SECRET": "not-a-secret",
    "SLACK_SIGNING_SECRET": "not-a-secret",
}
"""What people put in the place of "…"."""

SHELL = [
    "\n".join(line.strip() for line in block.splitlines())
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    if "statuslens-slackbot" in block and "docker" not in block
]


def table_after(marker: str) -> str:
    (table,) = re.findall(rf"<!-- {marker} -->\n\n((?:\|.*\n)+)", PAGE)
    return str(table)


def test_the_table_of_settings_is_that_of_the_code() -> None:
    rows = ["| variable | flag | what it is |", "|---|---|---|"]
    for field, declared in Settings.model_fields.items():
        key = key_of(field)
        flag = "" if key.is_secret else f"`{flag_of(field)}`"
        default = declared.default if not declared.default_factory else None
        shown = "" if default in (None, (), False, 0) else f" (`{default}`)"
        rows.append(f"| `{key.variable}` | {flag} | {key.help.replace('<', '&lt;')}{shown} |")
    assert table_after("settings") == "\n".join(rows) + "\n"


def test_the_table_of_metrics_is_that_of_the_code() -> None:
    metrics = Metrics()
    metrics.answered("command", "answered", 0.001)
    metrics.refused(401)
    metrics.looked_up(["418"])
    metrics.called_slack("views.open", "ok", 0.1)
    metrics.watch_cache("preferences", _Cache())
    rows = ["| metric | labels | what it is |", "|---|---|---|"]
    for family in text_string_to_metric_families(metrics.render().decode()):
        if family.name.startswith("statuslens_") and not family.name.endswith("_created"):
            name = f"{family.name}_total" if family.type == "counter" else family.name
            labels = ", ".join(sorted({label for sample in family.samples for label in sample.labels} - {"le"}))
            rows.append(f"| `{name}` | {labels} | {family.documentation} |")
    assert table_after("metrics") == "\n".join(rows) + "\n"


class _Cache:
    hits = misses = rescues = 0


def test_the_configuration_file_that_is_shown_can_be_used(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "statuslens.toml"
    file.write_text(shown, encoding="utf-8")
    settings = read_values(gather({}, {}, file))
    assert set(tomllib.loads(shown)) == settings.model_fields_set


def test_there_are_commands_for_each_way_to_run() -> None:
    started = re.findall(r"^.*statuslens-slackbot(.*)$", "\n".join(SHELL), re.MULTILINE)
    assert started == [
        " manifest --mode socket",
        " --mode socket",
        " manifest --public-url https://statuslens.example.com",
        " --mode http --port 3000",
        " manifest --public-url https://statuslens.example.com --workspaces many",
        " --mode http",
    ]


@pytest.mark.parametrize("script", SHELL)
def test_the_commands_do_what_is_told(script: str, tmp_path: Path) -> None:
    bot = require_script("statuslens-slackbot")
    lines = [line for line in script.splitlines() if "pip install" not in line]
    for variable, value in FILLED_IN.items():
        lines = [re.sub(rf"^export {variable}=\S*…$", f"export {variable}={value}", line) for line in lines]
    assert "…" not in "".join(lines)
    checked = [line if " manifest " in line else line + " --check-config" if bot_in(line) else line for line in lines]
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "SLACK_SIGNING_SECRET": "", "SLACK_BOT_TOKEN": ""}
    result = subprocess.run(
        ["sh", "-euc", "\n".join(checked).replace(".venv/bin/statuslens-slackbot", bot)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment(**home) | {"PATH": os.environ["PATH"]},
    )
    assert (result.returncode, result.stderr) == (0, "")
    last = result.stdout.splitlines()[-1]
    assert last in {"all of this works", "  token_rotation_enabled: false", "  token_rotation_enabled: true"}


def bot_in(line: str) -> bool:
    return line.startswith(".venv/bin/statuslens-slackbot")
