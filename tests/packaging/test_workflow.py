"""The GitHub workflow: pinned actions, least permissions, and the Pythons that pyproject.toml promises."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from tools import PROJECT

TEXT = (PROJECT / ".github/workflows/ci.yml").read_text("utf-8")
WORKFLOW: dict[str, Any] = yaml.safe_load(TEXT)
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]
GATE = "ci"
PINNED = re.compile(r"uses: ([\w-]+/[\w-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$", re.MULTILINE)


def steps_with_actions() -> Iterator[dict[str, Any]]:
    for job in JOBS.values():
        yield from (step for step in job["steps"] if "uses" in step)


def test_every_action_is_pinned_to_a_commit_beside_its_version() -> None:
    used = [step["uses"] for step in steps_with_actions()]
    assert used == PINNED.findall(TEXT)
    assert used


def test_no_permission_is_given_but_reading_the_repository_to_the_jobs_that_do() -> None:
    given = {name: job.get("permissions") for name, job in JOBS.items()}
    assert WORKFLOW["permissions"] == {}
    assert given == {name: None if name == GATE else {"contents": "read"} for name in JOBS}


def test_no_credentials_stay_in_the_checkout_and_no_secret_is_used() -> None:
    checkouts = [step for step in steps_with_actions() if step["uses"].startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False] * len(checkouts)
    assert checkouts
    assert "secrets" not in TEXT


def test_the_suite_runs_on_each_declared_python_and_on_three_systems() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = [
        found[1]
        for classifier in project["classifiers"]
        if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", classifier))
    ]
    assert JOBS["tests"]["strategy"]["matrix"] == {
        "python": declared,
        "system": ["ubuntu-latest", "macos-latest", "windows-latest"],
    }


def test_one_job_stands_for_all_others_and_runs_even_when_they_fail() -> None:
    gate = JOBS[GATE]
    assert (gate["name"], gate["if"]) == ("CI", "always()")
    assert gate["needs"] == [name for name in JOBS if name != GATE]


def test_every_job_ends_by_itself_and_an_outdated_run_of_a_pull_request_is_stopped() -> None:
    assert [name for name, job in JOBS.items() if not 0 < job["timeout-minutes"] <= 20] == []
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_the_workflow_of_the_editors_keeps_to_the_same_rules() -> None:
    text = (PROJECT / ".github/workflows/editors.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    assert (workflow["permissions"], job["permissions"], "secrets" in text) == ({}, {"contents": "read"}, False)
    assert [step["uses"] for step in job["steps"] if "uses" in step] == PINNED.findall(text)
    assert [step["with"]["persist-credentials"] for step in job["steps"] if "with" in step] == [False]
    assert job["steps"][-1] == {"run": ".ci/run editors"}
