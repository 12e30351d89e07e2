from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from ptlint.cli import main
from ptlint.config.load import known_rules
from ptlint.config.settings import Selection, Settings
from ptlint.report import View, render
from ptlint.report.criteria import by_criterion, left_out, with_criteria
from ptlint.report.from_json import result_in
from ptlint.run import Result, run
from ptlint.vocabulary import load

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(root=ROOT)
SCHEMA = json.loads((ROOT / "ptlint" / "report" / "schema.json").read_text())


def sources(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


VIEW = View(sources=sources, settings=SETTINGS)


@pytest.fixture(scope="module")
def result() -> Result:
    files = sorted(map(str, (ROOT / "fixtures").glob("sacral-*")))
    return with_criteria(run(files, SETTINGS), SETTINGS)


def test_each_finding_stands_under_the_criteria_of_its_rule(result: Result) -> None:
    known = known_rules(SETTINGS)
    under = {(key, each.number) for each in result.criteria or () for key in each.findings}
    wanted = {
        (each.fingerprint, number)
        for each in result.findings
        for number in known[each.rule].wcag
        if number in load("wcag")
    }
    assert under == wanted
    assert under


def test_criteria_without_a_finding_are_there_as_well(result: Result) -> None:
    without = [each for each in result.criteria or () if not each.findings]
    assert {"1.1.1", "1.4.3"} <= {each.number for each in without}
    assert all(each.rules and each.coverage != "person" for each in without)
    assert left_out(result.criteria or ()) == (len(load("wcag")) - len(result.criteria or ()), 0)


def test_what_no_rule_of_the_run_looks_at_is_not_called_clean() -> None:
    only = Settings(root=ROOT, selection=Selection(select=("alt-missing",)))
    found = with_criteria(Result((), (), 1, 0), only).criteria or ()
    assert [each.number for each in found] == ["1.1.1"]
    person, off = left_out(found)
    assert off and person + off == len(load("wcag")) - 1
    html = render("html", with_criteria(Result((), (), 1, 0), only), VIEW)
    assert "1 criterion was looked at" in html
    assert f"{off} were not looked at" in html
    assert by_criterion((), known_rules(SETTINGS), {"a-plugin-gone-since"}) == ()


def test_the_json_report_has_them_only_when_asked_for(result: Result) -> None:
    plain = json.loads(render("json", Result((), (), 1, 0), VIEW))
    assert "criteria" not in plain
    data = json.loads(render("json", result, VIEW))
    jsonschema.validate(data, SCHEMA)
    assert data["criteria"][0]["number"] == "1.1.1"
    data["criteria"][0]["level"] = "AAA"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


@pytest.mark.parametrize("name", ["json", "html"])
def test_reports_made_from_json_are_the_same(name: str, result: Result) -> None:
    again = result_in(render("json", result, VIEW), sources)
    assert render(name, again, VIEW) == render(name, result, VIEW)


def test_the_html_report_links_criteria_to_their_notes(result: Result) -> None:
    html = render("html", result, VIEW)
    section = html.partition('<h2 id="by-criterion">')[2].partition("</section>")[0]
    for each in result.criteria or ():
        assert f"{each.number} {each.name}" in section
        assert html.count(f'data-criteria="{each.number}"') <= len(each.findings)
        assert (f'href="#criterion={each.number}"' in section) == bool(each.findings)
    for number in re.findall(r'href="#f(\d+)"', section):
        assert f'id="f{number}"' in html


def test_a_site_without_findings_shows_what_was_looked_at() -> None:
    html = render("html", with_criteria(Result((), (), 1, 0), SETTINGS), VIEW)
    assert "No finding belongs to a success criterion" in html
    assert "criteria were looked at and have no finding" in html


def test_the_html_report_has_no_such_section_unasked(result: Result) -> None:
    html = render("html", Result(result.findings, (), 3, 0), VIEW)
    assert "by-criterion" not in html.partition("</style>")[2].partition("<script>")[0]


def test_the_command_line() -> None:
    words = ["check", "--no-config", "--by", "criterion", str(ROOT / "fixtures")]
    refused = CliRunner().invoke(main, words)
    assert refused.exit_code == 2
    assert "--by goes with --format html or json" in refused.output
    done = CliRunner().invoke(main, [*words, "--format", "json"])
    assert "criteria" in json.loads(done.stdout)
