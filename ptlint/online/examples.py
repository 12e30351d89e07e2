"""The answers that the examples of a rule page assume, from its table ``data.answers``."""

from __future__ import annotations

from typing import Any

from ptlint.catalogue.rule import Rule
from ptlint.online.answers import Answer, Answers, Kind, Notice, Question, Verdict, Work


def assumed(rule: Rule) -> Answers | None:
    """What servers are taken to have said; None for rules that ask nobody.

    Keys are a kind and a key ("doi:10.5555/1", "link:https://…"), values the fields of the answer.
    """
    if not rule.online:
        return None
    return Answers(dict(_answer(*each) for each in rule.data.get("answers", {}).items()))


def _answer(name: str, table: dict[str, Any]) -> tuple[Question, Answer]:
    kind, _, key = name.partition(":")
    work = _work(table["work"]) if "work" in table else None
    return Question(Kind(kind), key), Answer(
        Verdict(table["verdict"]),
        table.get("reason", ""),
        address=table.get("address", ""),
        work=work,
    )


def _work(table: dict[str, Any]) -> Work:
    lists = {name: tuple(each) for name, each in table.items() if isinstance(each, (list, tuple))}
    notices = tuple(Notice(**each) for each in table.get("notices", ()))
    return Work(**{"sources": ("Crossref",), **table, **lists, "notices": notices})
