"""The whole way: pages, questions, answers, findings, exit codes."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner

from ptlint.catalogue.index import built_in_rules
from ptlint.cli import main
from ptlint.config.load import ConfigError
from ptlint.config.settings import Selection, Settings
from ptlint.online.answers import Kind, Question, Verdict
from ptlint.online.cited import cited_pages, cited_works
from ptlint.online.collect import collected
from ptlint.online.conductor import Conductor
from ptlint.online.exchange import Inquiry, Reply, Request
from ptlint.online.pace import Limits, Pace
from ptlint.online.plan import plan_of, seconds
from ptlint.online.session import ask
from ptlint.page import read_page
from ptlint.record import replace
from ptlint.source.source import from_text

PAGE = """# Tennis elbow

Rest helps ([trial](https://doi.org/10.5555/ELBOW.1)). Read [more](https://a.oakstreet.org/x#ice),
or [see](/here), [mail](mailto:a@b.org), <https://www.example.org/none>.

## References

1. Brand P, Osei L. Walking and the elbow. J Elbow Care. 2021;14(2):33-41. doi:10.5555/elbow.2
2. Osei L. Cycling. J Knee. 2020;3(1):5-9. PMID: 31234567. <https://b.oakstreet.org/y>
"""


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "elbow.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def run(plan, monkeypatch, tmp_path):
    """The command with every service on this machine."""
    monkeypatch.setattr("ptlint.online.plan.plan_of", lambda settings, max_age=None: plan)
    monkeypatch.setattr("ptlint.online.addresses._NOBODYS", re.compile("nobody"))

    def check(*arguments: str):
        return CliRunner().invoke(main, ["check", "--no-config", *arguments])

    return check


def test_what_a_page_gives_to_ask() -> None:
    page = read_page(from_text(PAGE, "elbow.md"))
    works = [(each.doi, each.pmid, each.entry is not None) for each in cited_works(page)]
    assert works == [
        ("10.5555/elbow.2", None, True),
        (None, "31234567", True),
        ("10.5555/elbow.1", None, False),
    ]
    pages = [(each.address, each.fragment, each.in_reference) for each in cited_pages(page)]
    assert pages == [
        ("https://a.oakstreet.org/x", "ice", False),
        ("https://b.oakstreet.org/y", "", True),
    ]


def test_only_rules_that_are_on_ask(page) -> None:
    def kinds(*select: str) -> set[str]:
        settings = Settings(selection=Selection(select=select), root=page.parent)
        found = collected([str(page)], settings, built_in_rules(), lambda done: None)
        return {each.kind.value for each in found}

    assert kinds() == {"doi", "work", "pmid", "link", "anchor", "copy"}
    assert kinds("link-moved") == {"link"}
    assert kinds("ref-doi-missing") == {"doi"}
    assert kinds("heading-empty") == set()


def test_nothing_is_loaded_or_said_without_online(page) -> None:
    program = (
        "import sys; from click.testing import CliRunner; from ptlint.cli import main\n"
        f"CliRunner().invoke(main, ['check', '--no-config', {str(page)!r}])\n"
        "print([name for name in sys.modules if 'urllib3' in name or 'ptlint.online' in name"
        " or 'checks.online' in name or name == 'sqlite3'])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_urllib3_is_named_when_it_is_absent(page, tmp_path) -> None:
    program = "import sys; sys.modules['urllib3'] = None\nfrom ptlint.cli import main; main()"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "--no-config", str(page), "--online"],
        cwd=root, capture_output=True, text=True, check=False,
        env={**os.environ, "PTLINT_CACHE_DIR": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "pip install 'ptlint[online]'" in done.stderr


def test_findings_and_exit_codes(server, said, run, tmp_path) -> None:
    page = tmp_path / "links.md"
    gone = server.says("/care/gone", said(404))
    shut = server.says("/care/shut", said(403))
    page.write_text(f"# T\n\nRead [one]({gone}) and [two]({shut}).\n")
    result = run(str(page), "--online", "--select", "link-dead", "--format", "json")
    assert result.exit_code == 1
    findings = json.loads(result.stdout)["findings"]
    assert [each["rule"] for each in findings] == ["link-dead"]
    page.write_text(f"# T\n\nRead [two]({shut}).\n")
    result = run(str(page), "--online", "--select", "link-dead")
    assert result.exit_code == 0
    assert "Could not check 1 address: 127.0.0.1 does not let programs in (HTTP 403)." in (
        result.output
    )
    assert run(str(page), "--select", "link-dead").exit_code == 0


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "[x]({old}#s) and <{old}>\n", "[x]({new}#s) and <{new}>\n"),
        ("a.html", '<p><a href="{old}?a=1&amp;b=2">x</a></p>\n', '<p><a href="{odd}">x</a></p>\n'),
        ("a.html", "<p><a href='{old}'>{old}</a></p>\n", "<p><a href='{new}'>{new}</a></p>\n"),
        ("a.txt", "Read more at {old}.\n", "Read more at {new}.\n"),
    ],
)
def test_moved_links_are_mended(server, said, run, tmp_path, *, name, before, after) -> None:
    old = server.says("/old/page", said(301, headers={"Location": "/new/page"}))
    new = server.says("/new/page", said(200))
    server.says("/old/page?a=1&b=2", said(301, headers={"Location": "/odd?x=(1)&y='2'"}))
    server.says("/odd?x=(1)&y='2'", said(200))
    odd = f"{server.base}/odd?x=(1)&amp;y=&#x27;2&#x27;"
    page = tmp_path / name
    page.write_text(before.format(old=old, new=new, odd=odd))
    run(str(page), "--online", "--select", "link-moved", "--fix")
    assert page.read_text() == after.format(old=old, new=new, odd=odd)


def test_standard_input_is_not_asked_about(run) -> None:
    result = run("-", "--online")
    assert result.exit_code == 2
    assert "standard input" in result.output


def test_max_age_goes_with_online(page, run) -> None:
    assert run(str(page), "--online-max-age", "7d").exit_code == 2


@pytest.mark.parametrize(
    ("age", "expected"),
    [("7d", 604_800), ("12h", 43_200), ("0", 0), ("30", 2_592_000), ("2w", 1_209_600), ("5m", 300)],
)
def test_ages(age, expected) -> None:
    assert seconds(age) == expected


@pytest.mark.parametrize("age", ["", "x", "-1d", "7 years", "1.5d", "9" * 40])
def test_no_ages(age) -> None:
    with pytest.raises(ConfigError, match="no age"):
        seconds(age)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"budgget": 3}, "did you mean 'budget'"),
        ({"budget": "long"}, "wrong type"),
        ({"budget": 0}, "between"),
        ({"connections": 500}, "between"),
        ({"connections": True}, "wrong type"),
        ({"max-age": "soon"}, "no age"),
    ],
)
def test_configuration_that_cannot_be_used(table, message) -> None:
    with pytest.raises(ConfigError, match=message):
        plan_of(Settings(online=table))


def test_configuration(tmp_path) -> None:
    table = {"budget": 60, "skip": ["Clinic.org"], "store": "cache/a.sqlite3", "max-age": "7d"}
    plan = plan_of(Settings(online=table, root=tmp_path, contact="web@clinic.org"))
    assert (plan.budget, plan.skip, plan.max_age) == (60.0, ("clinic.org",), 604_800)
    assert plan.store == tmp_path / "cache" / "a.sqlite3"
    assert plan_of(Settings(online=table), "1d").max_age == 86_400


def test_the_budget_ends_the_asking(server, said, plan) -> None:
    questions = {
        Question(Kind.LINK, server.says(f"/{n}", said(do=lambda handler: time.sleep(0.5))))
        for n in range(60)
    }
    start = time.monotonic()
    told = ask(questions, replace(plan, budget=0.7, connections=2))
    assert time.monotonic() - start < 2
    verdicts = {each.verdict for each in told.answers.known.values()}
    assert verdicts == {Verdict.UNKNOWN}
    assert len(told.answers.known) == 60
    assert any("used up" in each.reason for each in told.answers.known.values())


def test_a_server_that_counts_gets_its_way(server, said, plan) -> None:
    """Ten requests a second at most, said by 429 and Retry-After alone: all are answered."""
    times: list[float] = []
    lock = threading.Lock()

    def count(handler: BaseHTTPRequestHandler) -> None:
        with lock:
            now = time.monotonic()
            times[:] = [each for each in times if now - each < 1]
            fine = len(times) < 10
            times.extend([now] * fine)
        handler.send_response(200 if fine else 429)
        handler.send_header("Retry-After", "1")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.says("*", said(do=count))
    told = ask({Question(Kind.LINK, f"{server.base}/{n}") for n in range(25)}, plan)
    assert {each.verdict for each in told.answers.known.values()} == {Verdict.OK}


def test_ctrl_c_keeps_what_is_known(server, said, plan) -> None:
    questions = {Question(Kind.LINK, server.says(f"/{n}", said(200))) for n in range(40)}

    def pressed(done: int, total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    told = ask(questions, replace(plan, connections=2), pressed)
    assert not told.complete
    fine = [each for each in told.answers.known.values() if each.verdict is Verdict.OK]
    assert 10 <= len(fine) < 40
    assert len(told.answers.known) == 40
    again = ask(questions, plan)
    assert again.asked == 40 - len(fine)


def test_hosts_are_asked_side_by_side_and_each_gently() -> None:
    busy: dict[str, int] = {}
    most: dict[str, int] = {}
    lock = threading.Lock()

    def send(request: Request) -> Reply:
        with lock:
            busy[request.host] = busy.get(request.host, 0) + 1
            most[request.host] = max(most.get(request.host, 0), busy[request.host])
        time.sleep(0.01)
        with lock:
            busy[request.host] -= 1
        return Reply(request.url, 200)

    def steps(question: Question):
        yield Request(question.key)
        return {question: None}

    asked = [
        Question(Kind.LINK, f"https://{host}.org/{number}")
        for host in "abcde"
        for number in range(20)
    ]
    heard: dict = {}
    conductor = Conductor(send, lambda host: Pace(Limits(3, 0)), 12)
    start = time.monotonic()
    assert conductor.run([Inquiry((each,), steps(each)) for each in asked], heard.update)
    assert set(heard) == set(asked)
    assert max(most.values()) <= 3
    assert time.monotonic() - start < 0.8


def test_a_fault_in_one_inquiry_leaves_the_others() -> None:
    def faulty(question: Question):
        yield Request("https://a.org/")
        raise ZeroDivisionError("oops")

    def fine(question: Question):
        yield Request("https://a.org/")
        return {question: "fine"}

    one, two = Question(Kind.LINK, "1"), Question(Kind.LINK, "2")
    heard: dict = {}
    conductor = Conductor(lambda request: Reply(request.url, 200), lambda host: Pace(Limits(2, 0)))
    conductor.run([Inquiry((one,), faulty(one)), Inquiry((two,), fine(two))], heard.update)
    assert heard[two] == "fine"
    assert heard[one].verdict is Verdict.UNKNOWN
    assert "fault of ptlint" in heard[one].reason


def test_status_and_clear(server, said, plan) -> None:
    ask({Question(Kind.LINK, server.says("/a", said(200)))}, plan)
    store = str(plan.store)
    shown = CliRunner().invoke(main, ["online", "status", "--store", store])
    assert "addresses: 1 ok" in shown.output
    cleared = CliRunner().invoke(main, ["online", "clear", "--store", store])
    assert "1 verdict forgotten" in cleared.output
    assert "nothing is remembered" in (
        CliRunner().invoke(main, ["online", "status", "--store", store]).output
    )


def test_clearing_a_damaged_file(tmp_path) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(b"no database" * 100)
    failed = CliRunner().invoke(main, ["online", "status", "--store", str(path)])
    assert failed.exit_code == 1
    CliRunner().invoke(main, ["online", "clear", "--store", str(path)])
    assert not path.exists()


def test_answers_travel_between_processes(server, said, plan) -> None:
    answers = ask({Question(Kind.LINK, server.says("/a", said(200)))}, plan).answers
    assert len(answers.known) == 1
    assert pickle.loads(pickle.dumps(answers)) == answers
