"""Options of a rule as a check reads them: typed access, defaults already filled in."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ptlint.record import field, record

if TYPE_CHECKING:
    from ptlint.online.answers import Answers

Answer = TypeVar("Answer")


@record
class Options:
    """A rule's options and, for rules that are data alone, their data.

    Args:
        values: option name to value; every option of the rule page is present.
        data: the tables of the rule page beside its options (words, patterns …).
        today: the clock of the run, so that a result can be repeated.
        answers: what servers said, for rules that are online; they run only if it is there.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    today: datetime.date = field(default_factory=datetime.date.today)
    answers: Answers | None = None
    _words: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _sets: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, ask: Callable[[Options], Answer]) -> Answer:
        """``ask(options)``, remembered for all pages: what a check makes of its rule's data."""
        try:
            answer: Answer = self._answers[ask]
        except KeyError:
            answer = self._answers[ask] = ask(self)
        return answer

    def number(self, name: str) -> float:
        return float(self.values[name])

    def whole(self, name: str) -> int:
        return int(self.values[name])

    def flag(self, name: str) -> bool:
        return bool(self.values[name])

    def text(self, name: str) -> str:
        return str(self.values[name])

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words or names, as written."""
        known = self._words.get(name)
        if known is None:
            known = self._words[name] = tuple(str(each) for each in self.values[name])
        return known

    def word_set(self, name: str) -> frozenset[str]:
        """The same list where only membership is asked."""
        known = self._sets.get(name)
        if known is None:
            known = self._sets[name] = frozenset(self.words(name))
        return known
