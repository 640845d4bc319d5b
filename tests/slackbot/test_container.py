"""The Dockerfile and the compose file, as far as they can be proved where no container runs."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from slackbot.bot_process import Bot
from statuslens_slackbot.settings import Settings, gather, key_of, read_settings
from statuslens_slackbot.storage.location import default_database_url
from tools import PROJECT

FOLDER = PROJECT / "slackbot"
DOCKERFILE = re.sub(
    r"\\\n\s*", "", re.sub(r"^#.*\n", "", (FOLDER / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
)
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
BOTS = ("bot", "second")
OWN = ("migrate", *BOTS)
SECRETS = {
    "database_password": "not-a-password",
    "database_url": "postgresql://statuslens:not-a-password@database/statuslens",
    "token_keys": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "signing_secret": "8f742231b10e8888abcd99yyyzzz85a5",
    "bot_token": "xoxb-not-a-token",
}


def instructions(word: str) -> list[str]:
    return re.findall(rf"^{word} (.*)$", DOCKERFILE, re.MULTILINE)


def environment_of_image() -> dict[str, str]:
    [variables] = instructions("ENV")
    return dict(re.findall(r"(\w+)=(\S+)", variables))


def written_by(service: str, secrets: Path) -> dict[str, str]:
    """Return the environment of a service's container, its secrets under a folder of this machine."""
    given = {name: str(value) for name, value in SERVICES[service]["environment"].items()}
    files = {name: value.replace("/run/secrets", str(secrets)) for name, value in given.items()}
    return environment_of_image() | files


def test_the_image_runs_the_bot_as_somebody_with_no_rights() -> None:
    assert instructions("USER") == ["10001:10001"]
    assert instructions("ENTRYPOINT") == ['["statuslens-slackbot"]']


def test_where_no_database_is_named_the_image_keeps_a_file_in_its_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", environment_of_image()["XDG_STATE_HOME"])
    assert instructions("WORKDIR") == ["/build", "/var/lib/statuslens"]
    if sys.platform == "linux":
        assert default_database_url() == "sqlite:////var/lib/statuslens/slackbot.db"


def test_images_are_named_without_a_registry() -> None:
    built = [image.partition(" ")[0] for image in instructions("FROM")]
    assert all(
        re.fullmatch(r"[\w-]+(:[\w.-]+)?", name) for name in [*built, *(each["image"] for each in SERVICES.values())]
    )


def test_what_is_copied_is_there_and_is_sent_to_the_builder() -> None:
    from_clone = [line.split()[:-1] for line in instructions("COPY") if not line.startswith("--from")]
    copied = [name for names in from_clone for name in names]
    ignored = (FOLDER / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert [line.removeprefix("!") for line in ignored if line.startswith("!")] == copied
    assert [name for name in copied if not (PROJECT / name).exists()] == []


def test_the_health_check_passes_beside_a_running_bot_and_fails_without(bot: Bot) -> None:
    port = urlsplit(bot.address).port
    (check,) = re.findall(r"HEALTHCHECK .* CMD (\[.*\])", DOCKERFILE)
    program, *arguments = json.loads(check)
    assert program == "python"
    codes = [
        subprocess.run(
            [sys.executable, *arguments], env={"STATUSLENS_PORT": str(number)}, check=False, stderr=subprocess.DEVNULL
        ).returncode
        for number in (port, 1)
    ]
    assert codes == [0, 1]


@pytest.mark.parametrize("service", BOTS)
def test_the_settings_of_a_bot_hold_together(service: str, tmp_path: Path) -> None:
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(f"{value}\n", encoding="utf-8")
    settings = read_settings(gather({}, written_by(service, tmp_path)))
    assert (settings.mode, settings.host, settings.port) == ("http", "0.0.0.0", 3000)  # noqa: S104 (in a container)
    assert settings.database_url.get_secret_value() == SECRETS["database_url"]


@pytest.mark.parametrize("service", OWN)
def test_each_variable_is_a_setting_and_each_file_a_secret_of_the_service(service: str) -> None:
    known = {key_of(field).variable for field in Settings.model_fields}
    environment = SERVICES[service]["environment"]
    assert {name.removesuffix("_FILE") for name in environment} <= known
    files = {value for name, value in environment.items() if name.endswith("_FILE")}
    assert files == {f"/run/secrets/{name}" for name in SERVICES[service]["secrets"]}
    assert {name for name in environment if not name.endswith("_FILE")} <= {"STATUSLENS_SHUTDOWN_DELAY"}


def test_every_secret_is_a_file_that_git_and_the_builder_leave_out() -> None:
    files = {name: secret["file"] for name, secret in COMPOSE["secrets"].items()}
    assert files == {name: f"secrets/{name}" for name in SECRETS}
    assert "slackbot/secrets/" in (PROJECT / ".gitignore").read_text("utf-8").splitlines()
    assert "!slackbot" not in (FOLDER / "Dockerfile.dockerignore").read_text("utf-8").splitlines()


def test_bots_start_when_the_tables_are_there() -> None:
    assert SERVICES["migrate"]["command"] == ["migrate"]
    assert SERVICES["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    waiting = {"migrate": {"condition": "service_completed_successfully"}}
    assert [SERVICES[service]["depends_on"] for service in BOTS] == [waiting, waiting]


def test_containers_can_change_nothing_and_are_reached_from_this_machine_only() -> None:
    for service in (*OWN, "proxy"):
        rules = {key: SERVICES[service][key] for key in ("read_only", "cap_drop", "security_opt")}
        assert rules == {"read_only": True, "cap_drop": ["ALL"], "security_opt": ["no-new-privileges:true"]}
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:3000:3000", "127.0.0.1:8080:3000"]


def test_the_second_bot_and_the_proxy_come_only_with_the_profile() -> None:
    assert {name for name, service in SERVICES.items() if "profiles" in service} == {"second", "proxy"}
    assert SERVICES["proxy"]["profiles"] == SERVICES["second"]["profiles"] == ["replicas"]


def test_the_proxy_asks_both_bots_whether_they_are_ready() -> None:
    config = (FOLDER / COMPOSE["configs"]["proxy"]["file"]).read_text("utf-8")
    port = environment_of_image()["STATUSLENS_PORT"]
    assert re.findall(r"^    server \w+ (\S+)$", config, re.MULTILINE) == [f"{service}:{port}" for service in BOTS]
    assert "option httpchk GET /readyz" in config
