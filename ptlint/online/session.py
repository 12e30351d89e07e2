"""A run's questions from first to last: the store, the servers, the store again."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ptlint import __version__
from ptlint.online import archive, handles, links, pubmed, works
from ptlint.online.answers import Answer, Answers, Kind, Question, Verdict, unknown
from ptlint.online.conductor import Conductor
from ptlint.online.exchange import Inquiry
from ptlint.online.plan import Plan
from ptlint.online.services import mail_of, user_agent
from ptlint.online.store import Store, StoreError
from ptlint.record import record, replace

if TYPE_CHECKING:
    from ptlint.online.transport import Transport

_FLUSH_AT = 50
#: Told how many questions of how many are answered.
Progress = Callable[[int, int], None]


class OnlineMissingError(Exception):
    """What online checks need is not installed; the message says how to get it."""


@record
class Told:
    """What came of a run's questions.

    Attributes:
        asked: how many were sent out; the others were known.
        complete: False if the user stopped the asking.
        troubles: what is to be said of the run itself.
    """

    answers: Answers
    asked: int = 0
    complete: bool = True
    troubles: tuple[str, ...] = ()


def ask(questions: Collection[Question], plan: Plan, progress: Progress | None = None) -> Told:
    """Answers questions from the store and from servers.

    Raises:
        OnlineMissingError: urllib3 is not installed.
    """
    if not questions:
        return Told(Answers())
    transport = _transport(plan)
    memory = _Memory(plan)
    try:
        return _Session(plan, transport, memory, progress or _silent).answered(questions)
    finally:
        memory.close()
        transport.close()


def _silent(done: int, total: int) -> None:
    """Shows nothing."""


def _transport(plan: Plan) -> Transport:
    try:
        from ptlint.online.transport import Transport
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "urllib3":
            raise
        raise OnlineMissingError(
            "online checks need urllib3, which is not installed: pip install 'ptlint[online]'"
        ) from None
    agent = user_agent(__version__, plan.contact)
    return Transport(agent, plan.connections, min(8.0, plan.timeout), plan.timeout, plan.allowed)


class _Memory:
    """What is known by now, written to the store little by little."""

    def __init__(self, plan: Plan) -> None:
        self.known: dict[Question, Answer] = {}
        self.troubles: list[str] = []
        self._fresh: dict[Question, Answer] = {}
        self._store: Store | None = None
        try:
            self._store = Store(plan.store, plan.max_age)
        except StoreError as error:
            self._without_store(error)

    def recall(self, questions: Iterable[Question]) -> None:
        if self._store:
            try:
                self.known.update(self._store.known(questions))
            except StoreError as error:
                self._without_store(error)

    def learn(self, answers: Mapping[Question, Answer]) -> None:
        now = time.time()
        stamped = {each: replace(answer, asked=now) for each, answer in answers.items()}
        self.known.update(stamped)
        self._fresh.update(stamped)
        if len(self._fresh) >= _FLUSH_AT:
            self.flush()

    def flush(self) -> None:
        fresh, self._fresh = self._fresh, {}
        if self._store:
            try:
                self._store.keep(fresh)
            except StoreError as error:
                self._without_store(error)

    def close(self) -> None:
        self.flush()
        if self._store:
            self._store.close()

    def _without_store(self, error: StoreError) -> None:
        self._store = None
        self.troubles.append(f"Verdicts of online checks were not kept: {error}.")


class _Session:
    def __init__(
        self, plan: Plan, transport: Transport, memory: _Memory, progress: Progress
    ) -> None:
        self._plan, self._memory, self._progress = plan, memory, progress
        self._mail = mail_of(plan.contact)
        self._asked = 0
        self._complete = True
        self._conductor = Conductor(
            transport, plan.services.pace, plan.connections, time.monotonic() + plan.budget
        )

    def answered(self, questions: Collection[Question]) -> Told:
        """The rounds: what exists, who has it on record, what the record says."""
        wanted = {each for each in questions if not self._skipped(each)}
        self._memory.recall(wanted | _agencies_of(wanted))
        self._probed(wanted)
        self._round(self._first(wanted))
        self._round(self._second(wanted))
        self._round(self._third(wanted))
        self._memory.flush()
        known = {each: self._memory.known[each] for each in wanted if each in self._memory.known}
        return Told(Answers(known), self._asked, self._complete, tuple(self._memory.troubles))

    def _skipped(self, question: Question) -> bool:
        if question.kind not in (Kind.LINK, Kind.ANCHOR, Kind.COPY):
            return False
        host = urlsplit(question.key).hostname or ""
        return any(host == each or host.endswith(f".{each}") for each in self._plan.skip)

    def _round(self, inquiries: Iterable[Inquiry]) -> None:
        listed = list(inquiries)
        if not listed:
            return
        total, done = sum(len(each.questions) for each in listed), 0

        def heard(answers: dict[Question, Answer]) -> None:
            nonlocal done
            done += len(answers)
            self._memory.learn({each: self._fair(answers[each]) for each in answers})
            self._progress(done, total)

        self._asked += total
        if self._complete:
            self._complete = self._conductor.run(listed, heard)
        else:
            for each in listed:
                heard(unknown(each.questions, "the run was stopped"))

    def _open(self, wanted: Iterable[Question], kind: Kind) -> list[str]:
        known = self._memory.known
        return sorted(each.key for each in wanted if each.kind is kind and each not in known)

    def _probed(self, wanted: set[Question]) -> None:
        """Before anything may be called missing, a DOI that exists must be found."""
        if self._open(wanted, Kind.DOI):
            self._round([handles.registered(handles.PROBE, self._plan.services.doi)])

    def _fair(self, answer: Answer) -> Answer:
        """Without the probe, doi.org's "missing" may be the word of something in between."""
        if answer.reason != handles.NOT_KNOWN:
            return answer
        probe = self._memory.known.get(Question(Kind.DOI, handles.PROBE))
        if probe and probe.verdict is Verdict.OK:
            return answer
        reason = "doi.org does not find DOIs that are known to exist"
        return replace(answer, verdict=Verdict.UNKNOWN, reason=reason)

    def _first(self, wanted: set[Question]) -> Iterator[Inquiry]:
        services = self._plan.services
        for doi in self._open(wanted, Kind.DOI):
            yield handles.registered(doi, services.doi)
        yield from pubmed.described(self._open(wanted, Kind.PMID), services.pubmed, self._mail)
        fragments: dict[str, list[str]] = {}
        for key in self._open(wanted, Kind.ANCHOR):
            address, _, fragment = key.partition("#")
            fragments.setdefault(address, []).append(fragment)
        for address in sorted({*self._open(wanted, Kind.LINK), *fragments}):
            yield links.checked(address, tuple(fragments.get(address, ())))

    def _second(self, wanted: set[Question]) -> Iterator[Inquiry]:
        dois = [doi for doi in self._open(wanted, Kind.WORK) if self._registered(doi)]
        unnamed = [doi for doi in dois if Question(Kind.AGENCY, doi) not in self._memory.known]
        return works.agencies(unnamed, self._plan.services.doi)

    def _third(self, wanted: set[Question]) -> Iterator[Inquiry]:
        desk = works.Desk(self._plan.services, self._mail)
        for doi in self._open(wanted, Kind.WORK):
            if self._registered(doi):
                agency = self._memory.known.get(Question(Kind.AGENCY, doi))
                yield works.described(doi, agency.source if agency else "", desk)
        for address in self._open(wanted, Kind.COPY):
            link = self._memory.known.get(Question(Kind.LINK, address))
            if link and link.verdict in (Verdict.MISSING, Verdict.SOFT_404):
                yield archive.copied(address, self._plan.services.archive)

    def _registered(self, doi: str) -> bool:
        """Is the DOI known to exist, or was that not asked?"""
        answer = self._memory.known.get(Question(Kind.DOI, doi))
        return answer is None or answer.verdict is Verdict.OK


def _agencies_of(questions: Iterable[Question]) -> set[Question]:
    return {Question(Kind.AGENCY, each.key) for each in questions if each.kind is Kind.WORK}
