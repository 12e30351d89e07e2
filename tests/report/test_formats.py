from __future__ import annotations

import gzip
import json
import os
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ptlint.config.settings import Settings
from ptlint.findings.finding import Edit, Finding, Fix, Place, Problem, Related, Severity
from ptlint.record import replace
from ptlint.report import FORMATS, View, render
from ptlint.report.frame import columns
from ptlint.report.github import step_summary
from ptlint.report.sarif import MOST_RESULTS
from ptlint.run import Result, run
from ptlint.source.span import Span

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "ptlint" / "report" / "schema.json").read_text())
SOURCE = "One\x1b[31m line\twith \u202e signs \U0001f9b4 and \u6587\u5b57.\n"
NASTY = "It says ]]> & <b>\"'\x1b[2J\x00\u202e\ud800 ::error::x ##[error] 100%\nnext"


def finding(number: int = 0, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    values: dict[str, Any] = {
        "rule": "nbsp-stray", "category": "typography", "severity": severity,
        "path": "a b/caf\u00e9\udce9,1:2%.md", "place": Place(1, 2, 1, 9), "message": NASTY,
        "excerpt": "words", "help": "Do this.", "span": Span(1, 8),
        "fingerprint": f"{number:016x}",
        "related": (Related(Place(1, 3, 1, 4), "here"),),
        "fix": Fix("Mend it", (Edit(1, 8, "x"),), True),
    }  # fmt: skip
    return Finding(**{**values, **more})


def view(**more: Any) -> View:
    return View(sources=lambda _: SOURCE, settings=Settings(root=ROOT), **more)


NASTY_RESULT = Result((finding(),), (Problem("x\udce9.md", NASTY),), 2, 1)


@pytest.fixture(scope="module")
def real() -> Result:
    files = sorted(map(str, (ROOT / "fixtures").glob("sacral-*")))
    return replace(run(files, Settings(root=ROOT)), problems=())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_everything(name: str, real: Result) -> None:
    for result in (real, NASTY_RESULT, Result((), (), 0, 0)):
        render(name, result, view()).encode("utf-8", "replace")


def test_the_json_report_is_what_its_schema_says(real: Result) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for result in (real, NASTY_RESULT, Result((), (), 0, 0)):
        data = json.loads(render("json", result, view()))
        validator.validate(data)
        key = itemgetter("path", "line", "column", "rule")
        keys = [key(each) for each in data["findings"]]
        assert keys == sorted(keys)


def test_the_schema_knows_what_is_wrong() -> None:
    data = json.loads(render("json", NASTY_RESULT, view()))
    data["findings"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_nothing_of_a_page_reaches_the_terminal_raw(name: str) -> None:
    shown = render(name, NASTY_RESULT, view())
    assert not {sign for sign in shown if ord(sign) < 32} - {"\n"}
    assert "\u202e" not in shown


@pytest.mark.parametrize("width", [20, 40, 60, 100])
def test_lines_fit_the_terminal(width: int, real: Result) -> None:
    wide = finding(path="a.md", message="\u6587\u5b57" * 90 + " " + "long" * 40)
    for result in (real, Result((wide,), (), 1, 0)):
        for line in render("text", result, view(width=width)).splitlines():
            is_place = ": error [" in line or ": warning [" in line or ": suggestion [" in line
            is_place = is_place or line.endswith(": not checked")
            assert is_place or columns(line) <= max(width, 30), line


def test_colours_are_only_there_when_wanted(real: Result) -> None:
    assert "\x1b[" not in render("text", real, view())
    assert "\x1b[31m" in render("text", real, view(colour=True))


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_is_well_formed(name: str, real: Result) -> None:
    for result in (real, NASTY_RESULT, Result((), (), 0, 0)):
        ET.fromstring(render(name, result, view()).encode("utf-8"))


def test_junit_agrees_with_the_exit_code() -> None:
    mild = Result((finding(severity=Severity.SUGGESTION),), (), 1, 0)
    root = ET.fromstring(render("junit", mild, view()).encode())
    assert (root.get("failures"), root.get("tests")) == ("0", "1")
    assert ET.fromstring(render("junit", NASTY_RESULT, view()).encode()).get("errors") == "1"


def test_github_shows_the_worst_and_no_page_can_give_commands() -> None:
    findings = [finding(number, kind) for kind in reversed(Severity) for number in range(12)]
    lines = render("github", Result(tuple(findings), (), 1, 0), view()).splitlines()
    commands = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert len(lines) == 30 + 1 + 6
    assert not any("##[" in line for line in lines[30:])
    assert "%0Anext" in lines[0]
    assert "file=a b/caf\u00e9\udce9%2C1%3A2%25.md,line=1,endLine=1,col=2,endColumn=8" in lines[0]


def test_the_summary_of_a_job_is_a_table() -> None:
    shown = step_summary(NASTY_RESULT)
    assert "| nbsp-stray | error | 1 |" in shown
    assert "<b>" not in shown.replace("\\<b\\>", "")


def test_gitlab_has_what_it_needs(real: Result) -> None:
    entries = json.loads(render("gitlab", real, view()))
    assert len({each["fingerprint"] for each in entries}) == len(entries) == len(real.findings)
    for each in entries:
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["description"] and each["check_name"] and each["location"]["path"]
        assert each["location"]["lines"]["begin"] >= 1


def sarif(result: Result) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render("sarif", result, view()))
    return log


def test_sarif_keeps_the_worst_within_the_limits_of_github() -> None:
    many = [
        finding(number, severity, message="m", path="a.md", place=Place(number + 1, 1, 99_999, 2))
        for number, severity in enumerate(
            [Severity.SUGGESTION] * MOST_RESULTS + [Severity.ERROR] * 10
        )
    ]
    text = render("sarif", Result(tuple(many), (), 1, 0), view())
    run_of = json.loads(text)["runs"][0]
    assert len(run_of["results"]) == MOST_RESULTS
    assert sum(each["level"] == "error" for each in run_of["results"]) == 10
    notice = run_of["invocations"][0]["toolExecutionNotifications"][0]
    assert "10 findings" in notice["message"]["text"]
    assert len(gzip.compress(text.encode())) < 10_000_000


def test_sarif_has_what_github_asks_for(real: Result) -> None:
    run_of = sarif(real)["runs"][0]
    for rule in run_of["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert rule["help"]["text"] and rule["help"]["markdown"].startswith("# ")
        assert len(rule["properties"]["tags"]) <= 10
    for each in run_of["results"]:
        region = each["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert each["partialFingerprints"]["primaryLocationLineHash"]
        rule = run_of["tool"]["driver"]["rules"][each["ruleIndex"]]
        assert rule["id"] == each["ruleId"]


def test_sarif_names_files_as_bytes() -> None:
    where = sarif(NASTY_RESULT)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "a%20b/caf%C3%A9%E9,1%3A2%25.md"


def _validator(modules: Path) -> Path:
    for program in modules.glob("@microsoft/sarif-multitool-*/Sarif.Multitool*"):
        if program.name in ("Sarif.Multitool", "Sarif.Multitool.exe"):
            program.chmod(0o755)
            return program
    pytest.skip("the npm package @microsoft/sarif-multitool is not installed")


@pytest.mark.node
def test_the_validator_of_sarif_finds_no_error(
    real: Result, tmp_path: Path, node_modules: Path
) -> None:
    program = _validator(node_modules)
    good = _errors(program, sarif(real), tmp_path)
    assert good == []
    broken = sarif(real)
    del broken["runs"][0]["results"][0]["message"]
    broken["runs"][0]["results"][1]["ruleIndex"] = 999
    assert _errors(program, broken, tmp_path), "the validator reports nothing at all"


def _errors(program: Path, log: dict[str, Any], folder: Path) -> list[str]:
    """What the validator says; it ends with 0 even then, so its own report is read."""
    given, said = folder / "given.sarif", folder / "said.sarif"
    given.write_text(json.dumps(log))
    subprocess.run(
        [program, "validate", given, "--rule-kind", "Sarif;Ghas", "--output", said,
         "--log", "ForceOverwrite"],
        check=False, capture_output=True, timeout=120,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )  # fmt: skip
    return list(_of_level_error(json.loads(said.read_text(encoding="utf-8-sig"))))


def _of_level_error(report: dict[str, Any]) -> Iterator[str]:
    for each in report["runs"][0].get("results", ()):
        if each.get("level", "warning") == "error":
            yield f"{each['ruleId']}: {each['message']}"
