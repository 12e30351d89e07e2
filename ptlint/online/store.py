"""What was learnt, kept between runs in an SQLite file that parallel runs share.

Only verdicts are kept, no replies, and never that something could not be asked. If the file
cannot be used a run goes on without it.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ptlint.cache_folder import cache_folder
from ptlint.online.answers import Answer, Kind, Notice, Question, Verdict, Work
from ptlint.record import as_table

_DAY = 86_400.0
#: Days for which a verdict counts; registrations are for good, retractions are not announced.
_REGISTERED, _ALIVE, _DEAD = 90 * _DAY, 14 * _DAY, 1 * _DAY
_FORM = 1
_AT_ONCE = 400
_TABLE = """
create table if not exists answers (
    kind text not null, key text not null, verdict text not null, reason text not null,
    asked real not null, source text not null, status integer, address text not null,
    work text, primary key (kind, key)
) without rowid
"""
_COLUMNS = "kind, key, verdict, reason, asked, source, status, address, work"


class StoreError(Exception):
    """The file of verdicts cannot be used; the message says which and why."""


def default_path() -> Path:
    """The file in the user's folder for caches."""
    return cache_folder() / "online.sqlite3"


def lifetime(question: Question, answer: Answer) -> float:
    """Seconds for which an answer counts; 0 for what is not stored."""
    if answer.verdict is Verdict.UNKNOWN:
        return 0.0
    if answer.verdict in (Verdict.MISSING, Verdict.SOFT_404):
        return _DEAD
    return _REGISTERED if question.kind in (Kind.DOI, Kind.AGENCY) else _ALIVE


class Store:
    """Verdicts on disk.

    Args:
        path: the file; it and its folder are made when needed.
        max_age: seconds after which a verdict does not count, if sooner than its own lifetime.

    Raises:
        StoreError: the file cannot be opened or made.
    """

    def __init__(self, path: Path, max_age: float = float("inf")) -> None:
        self.path, self._max_age = path, max_age
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = _opened(path)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{path} cannot be used ({error})") from error

    def known(self, questions: Iterable[Question]) -> dict[Question, Answer]:
        """The answers that still count."""
        now, found = time.time(), {}
        by_kind: dict[Kind, list[str]] = {}
        for each in questions:
            by_kind.setdefault(each.kind, []).append(each.key)
        for kind, keys in by_kind.items():
            for question, answer in self._rows(kind, keys):
                age = now - answer.asked
                if -_DAY <= age < min(self._max_age, lifetime(question, answer)):
                    found[question] = answer
        return found

    def _rows(self, kind: Kind, keys: list[str]) -> Iterator[tuple[Question, Answer]]:
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"select {_COLUMNS} from answers where kind = ? and key in ({marks})"
            with _in_words(self.path):
                rows = self._base.execute(query, (kind.value, *part)).fetchall()
                found = [_from_row(row) for row in rows]
            yield from found

    def keep(self, answers: Mapping[Question, Answer]) -> None:
        """Writes what may be stored, in one go."""
        rows = [
            _to_row(question, answer)
            for question, answer in answers.items()
            if lifetime(question, answer)
        ]
        if not rows:
            return
        marks = ",".join("?" * len(_COLUMNS.split(",")))
        with _in_words(self.path), self._base:
            self._base.executemany(f"insert or replace into answers values ({marks})", rows)

    def counts(self) -> Mapping[tuple[str, str], int]:
        """How many answers of each kind and verdict there are, old ones included."""
        with _in_words(self.path):
            rows = self._base.execute("select kind, verdict from answers").fetchall()
        return Counter((str(kind), str(verdict)) for kind, verdict in rows)

    def ages(self) -> tuple[float, float] | None:
        """When the oldest and the newest answer were asked; None while there are none."""
        with _in_words(self.path):
            row = self._base.execute("select min(asked), max(asked) from answers").fetchone()
        return None if row[0] is None else (float(row[0]), float(row[1]))

    def clear(self) -> int:
        """Forgets everything; returns how many answers there were."""
        with _in_words(self.path), self._base:
            return self._base.execute("delete from answers").rowcount

    def close(self) -> None:
        self._base.close()


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Errors of the database as a ``StoreError``."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"{path} cannot be used ({error})") from error


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=10.0)
    try:
        base.execute("pragma busy_timeout = 10000")
        base.execute("pragma journal_mode = wal")
        base.execute("pragma synchronous = normal")
        form = base.execute("pragma user_version").fetchone()[0]
        with base:
            if form not in (0, _FORM):
                base.execute("drop table if exists answers")
            base.execute(_TABLE)
            base.execute(f"pragma user_version = {_FORM}")
    except BaseException:
        base.close()
        raise
    return base


def _to_row(question: Question, answer: Answer) -> tuple[Any, ...]:
    work = json.dumps(as_table(answer.work), ensure_ascii=False) if answer.work else None
    return (
        question.kind.value, question.key, answer.verdict.value, answer.reason, answer.asked,
        answer.source, answer.status, answer.address, work,
    )  # fmt: skip


def _from_row(row: tuple[Any, ...]) -> tuple[Question, Answer]:
    kind, key, verdict, reason, asked, source, status, address, work = row
    record = _work(json.loads(work)) if work else None
    return Question(Kind(kind), key), Answer(
        Verdict(verdict), reason, asked, source, status, address, record
    )


def _work(table: dict[str, Any]) -> Work:
    notices = tuple(Notice(**each) for each in table.pop("notices", ()))
    lists = {name: tuple(value) for name, value in table.items() if isinstance(value, list)}
    return Work(**{**table, **lists, "notices": notices})


def remove_damaged(path: Path) -> None:
    """Takes a file away that is no database any more, so that the next run starts anew."""
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(OSError):
            name.unlink()
