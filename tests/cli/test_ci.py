"""action.yml and the GitLab template, run step by step in a local shell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).resolve().parents[2]
GOOD = "# Sore wrists\n\nRest helps most people with sore wrists.\n"
BAD = GOOD + "\nSee https://doi.org/https://doi.org/10.5555/wrist.1 for more.\n"
CONFIG = 'select = ["doi-doubled-resolver"]\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "ptlint.toml").write_text(CONFIG)
    (folder / "good.md").write_text(GOOD)
    return folder


def environment(folder: Path) -> dict[str, str]:
    """A machine that has ptlint: its programs come first, and pip has nothing to do."""
    programs = folder / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "ptlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ptlint "$@"\n')
    (programs / "python").write_text("#!/bin/sh\nexit 0\n")
    for each in programs.iterdir():
        each.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
    return {**kept, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


class Runner:
    """Does with the steps of a composite action what GitHub's runner does."""

    def __init__(self, folder: Path, site: Path, **inputs: str) -> None:
        self.action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
        self.site, self.temp = site, folder / "temp"
        self.inputs = {name: each["default"] for name, each in self.action["inputs"].items()}
        self.inputs.update(inputs)
        self.outputs: dict[str, dict[str, str]] = {}
        programs = self.temp / "ptlint" / "bin"
        programs.mkdir(parents=True)
        self.environment = environment(folder)
        (programs / "ptlint").symlink_to(folder / "programs" / "ptlint")
        (programs / "python").symlink_to(folder / "programs" / "python")
        self.summary = folder / "summary.md"
        self.log = ""

    def run(self) -> int:
        for step in self.action["runs"]["steps"]:
            code = self._step(step)
            if code:
                return code
        return 0

    def _step(self, step: dict[str, Any]) -> int:
        said = self.temp / "output"
        said.write_text("")
        own = {name: self._filled(text) for name, text in step.get("env", {}).items()}
        if step["name"] == "Install ptlint":
            own["PYTHON"] = str(self.temp / "ptlint" / "bin" / "python")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.site, capture_output=True, text=True, check=False,
            env={
                **self.environment, **own, "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(said), "GITHUB_STEP_SUMMARY": str(self.summary),
                "GITHUB_ACTION_PATH": str(ROOT),
            },
        )  # fmt: skip
        pairs = (line.partition("=") for line in said.read_text().splitlines())
        self.outputs[step.get("id", "")] = {name: value for name, _, value in pairs}
        self.log += done.stdout + done.stderr
        return done.returncode

    def _filled(self, text: str) -> str:
        def value(found: re.Match[str]) -> str:
            words = found[1].split(".")
            if words[0] == "inputs":
                return str(self.inputs[words[1]])
            return self.outputs[words[1]][words[3]]

        return re.sub(r"\$\{\{ *([\w.]+) *\}\}", value, text)


def test_the_action_passes_a_good_site(tmp_path: Path, site: Path) -> None:
    runner = Runner(tmp_path, site)
    assert runner.run() == 0, runner.log
    assert "::error" not in runner.log


def test_the_action_fails_a_bad_site_and_leaves_all_reports(tmp_path: Path, site: Path) -> None:
    (site / "bad.md").write_text(BAD)
    runner = Runner(tmp_path, site)
    assert runner.run() == 1, runner.log
    assert "::error file=bad.md,line=5" in runner.log
    assert "| doi-doubled-resolver | error | 1 |" in runner.summary.read_text()
    reports = {**runner.outputs["check"], **runner.outputs["reports"]}
    assert json.loads(Path(reports["json"]).read_text())["summary"]["errors"] == 1
    assert json.loads(Path(reports["sarif"]).read_text())["version"] == "2.1.0"
    assert "bad.md" in Path(reports["html"]).read_text()


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "good.md"}, 0),
        ({"paths": "good.md\nbad; touch owned $(touch owned).md"}, 1),
        ({"options": "--select=nbsp-stray"}, 0),
        ({"options": "--select\nnbsp-stray"}, 0),
        ({"options": "--no-such-option"}, 1),
        ({"paths": "--help"}, 2),
    ],
)
def test_the_inputs_are_words_not_programs(
    tmp_path: Path, site: Path, inputs: dict[str, str], code: int
) -> None:
    (site / "bad; touch owned $(touch owned).md").write_text(BAD)
    runner = Runner(tmp_path, site, **inputs)
    assert runner.run() == code, runner.log
    assert not (site / "owned").exists()


def test_every_step_names_its_shell() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert all(step["shell"] == "bash" for step in action["runs"]["steps"])
    text = (ROOT / "action.yml").read_text()
    scripts = [step["run"] for step in action["runs"]["steps"]]
    assert not any("${{" in script for script in scripts), "inputs must come as variables"
    assert "uses:" not in text


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
@pytest.mark.parametrize("file", ["ci/gitlab.yml", "ptlint/cli/starters/gitlab.yml"])
def test_the_gitlab_job(tmp_path: Path, site: Path, file: str, text: str, code: int) -> None:
    (site / "page.md").write_text(text)
    template = yaml.safe_load((ROOT / file).read_text())
    variables = {name: str(value) for name, value in template.get("variables", {}).items()}
    script = "\n".join(template["ptlint"]["script"])
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=site, check=False, capture_output=True,
        env={**environment(tmp_path), **variables},
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    report = site / template["ptlint"]["artifacts"]["reports"]["codequality"]
    assert len(json.loads(report.read_text())) == code


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_workflow_that_init_writes(tmp_path: Path, site: Path, text: str, code: int) -> None:
    (site / "page.md").write_text(text)
    path = ROOT / "ptlint" / "cli" / "starters" / "github.yml"
    steps = yaml.safe_load(path.read_text())["jobs"]["ptlint"]["steps"]
    codes = [
        subprocess.run(
            ["bash", "-e", "-c", step["run"]], cwd=site, check=False, capture_output=True,
            env=environment(tmp_path),
        ).returncode
        for step in steps
        if "run" in step
    ]  # fmt: skip
    assert codes == [0, 0, 0, code]
    assert (site / "ptlint.html").exists()
