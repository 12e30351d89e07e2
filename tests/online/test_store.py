"""What is remembered between runs, and for how long."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from ptlint.online.answers import Answer, Kind, Notice, Question, Verdict, Work
from ptlint.online.session import ask
from ptlint.online.store import Store, StoreError, lifetime
from ptlint.record import replace

DAY = 86_400
DOI = Question(Kind.DOI, "10.5555/elbow.21")
LINK = Question(Kind.LINK, "https://www.oakstreet.org/care")
WORK = Work("Walking", ("Brand", "Osei"), (2020, 2021), "J", "14", "33",
            (Notice("retraction", "10.5555/n", "PubMed"),), sources=("Crossref",))  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "verdict", "days"),
    [
        (Kind.DOI, Verdict.OK, 90),
        (Kind.AGENCY, Verdict.OK, 90),
        (Kind.DOI, Verdict.MISSING, 1),
        (Kind.WORK, Verdict.OK, 14),
        (Kind.PMID, Verdict.OK, 14),
        (Kind.LINK, Verdict.OK, 14),
        (Kind.LINK, Verdict.MOVED, 14),
        (Kind.LINK, Verdict.MISSING, 1),
        (Kind.LINK, Verdict.SOFT_404, 1),
        (Kind.ANCHOR, Verdict.MISSING, 1),
        *((kind, Verdict.UNKNOWN, 0) for kind in Kind),
    ],
)
def test_lifetimes(kind, verdict, days) -> None:
    assert lifetime(Question(kind, "x"), Answer(verdict)) == days * DAY


def test_what_is_kept_comes_back(tmp_path) -> None:
    now = time.time()
    kept = {
        DOI: Answer(Verdict.OK, asked=now, status=200),
        Question(Kind.WORK, DOI.key): Answer(Verdict.OK, asked=now, work=WORK),
        LINK: Answer(Verdict.MOVED, "r", now, "s", 301, "https://a.org/ü"),
    }
    Store(tmp_path / "new" / "a.sqlite3").keep(kept)
    assert Store(tmp_path / "new" / "a.sqlite3").known(kept) == kept


def test_what_could_not_be_asked_is_not_kept(tmp_path) -> None:
    store = Store(tmp_path / "a.sqlite3")
    store.keep({LINK: Answer(Verdict.UNKNOWN, "busy", time.time())})
    assert store.counts() == {}


@pytest.mark.parametrize(
    ("age", "max_age", "known"),
    [
        (89 * DAY, float("inf"), True),
        (91 * DAY, float("inf"), False),
        (8 * DAY, 7 * DAY, False),
        (6 * DAY, 7 * DAY, True),
        (0, 0, False),
        (-2 * DAY, float("inf"), False),
    ],
)
def test_ages(tmp_path, age, max_age, known) -> None:
    store = Store(tmp_path / "a.sqlite3", max_age)
    store.keep({DOI: Answer(Verdict.OK, asked=time.time() - age)})
    assert bool(store.known([DOI])) is known


def test_clearing(tmp_path) -> None:
    store = Store(tmp_path / "a.sqlite3")
    store.keep({DOI: Answer(Verdict.OK, asked=time.time())})
    assert store.ages() is not None
    assert store.clear() == 1
    assert store.ages() is None
    assert store.known([DOI]) == {}


def test_thousands_of_questions(tmp_path) -> None:
    store = Store(tmp_path / "a.sqlite3")
    kept = {
        Question(Kind.DOI, f"10.5555/{n}"): Answer(Verdict.OK, asked=time.time())
        for n in range(3000)
    }
    store.keep(kept)
    assert len(store.known(kept)) == 3000


def test_a_damaged_file(tmp_path) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError, match=r"a\.sqlite3 cannot be used"):
        Store(path)


def test_a_run_goes_on_without_its_store(server, said, plan, tmp_path) -> None:
    path = tmp_path / "damaged.sqlite3"
    path.write_bytes(b"this is no database" * 100)
    question = Question(Kind.LINK, server.says("/a", said(404)))
    told = ask({question}, replace(plan, store=path))
    assert told.answers.known[question].verdict is Verdict.MISSING
    assert "not kept" in told.troubles[0]


def test_rows_of_another_time_are_no_harm(tmp_path) -> None:
    store = Store(tmp_path / "a.sqlite3")
    store.keep({DOI: Answer(Verdict.OK, asked=time.time())})
    with store._base as base:
        base.execute("update answers set verdict = 'splendid'")
    with pytest.raises(StoreError):
        store.known([DOI])


def test_runs_side_by_side(tmp_path) -> None:
    path = tmp_path / "a.sqlite3"
    program = (
        "import sys, time; from pathlib import Path\n"
        "from ptlint.online.answers import *; from ptlint.online.store import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for n in range(60):\n"
        "    store.keep({Question(Kind.DOI, f'10.5555/{sys.argv[2]}.{n}'):"
        " Answer(Verdict.OK, asked=time.time())})\n"
        "    store.known([Question(Kind.DOI, f'10.5555/0.{n}')])\n"
    )
    root = Path(__file__).resolve().parents[2]
    runs = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(number)], cwd=root)
        for number in range(4)
    ]
    assert [run.wait(60) for run in runs] == [0, 0, 0, 0]
    assert Store(path).counts() == {("doi", "ok"): 240}


def test_the_second_run_asks_nothing(server, said, plan) -> None:
    questions = {Question(Kind.LINK, server.says(f"/{n}", said(200))) for n in range(5)}
    assert ask(questions, plan).asked == 5
    told = ask(questions, plan)
    assert told.asked == 0
    assert len(told.answers.known) == 5
    assert ask(questions, replace(plan, max_age=0.0)).asked == 5
