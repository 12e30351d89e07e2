"""Works that do not exist, are others than the entry says, or have been withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation, Severity
from ptlint.online.answers import Answer, Answers, Kind, Notice, Verdict, Work
from ptlint.online.cited import CitedWork, cited_works
from ptlint.online.compare import differing_field, names_other_work
from ptlint.page.model import Page
from ptlint.references.doi import doi_link

_LONGEST_TITLE = 90


def doi_missing(page: Page, options: Options) -> Iterator[Observation]:
    """DOIs that are not registered."""
    for work in page.once(cited_works):
        answer = _answer(options, Kind.DOI, work.doi)
        if answer and answer.verdict is Verdict.MISSING and work.named:
            yield Observation(
                work.span,
                f"There is no DOI {work.doi}: doi.org does not know it, and the link leads "
                "nowhere. Look the article up by its title and copy its DOI.",
            )


def pmid_missing(page: Page, options: Options) -> Iterator[Observation]:
    """PubMed numbers that no article has."""
    for work in page.once(cited_works):
        answer = _answer(options, Kind.PMID, work.pmid)
        if answer and answer.verdict is Verdict.MISSING:
            yield Observation(
                work.span,
                f"No article in PubMed has the number {work.pmid}. Look the article up by its "
                "title and copy its number.",
            )


def doi_other_work(page: Page, options: Options) -> Iterator[Observation]:
    """DOIs under which another work is on record than the entry names."""
    for work in page.once(cited_works):
        yield from _compared(work, Kind.DOI, _answer(options, Kind.WORK, work.doi))


def pmid_other_work(page: Page, options: Options) -> Iterator[Observation]:
    """PubMed numbers under which another article is on record than the entry names."""
    for work in page.once(cited_works):
        yield from _compared(work, Kind.PMID, _answer(options, Kind.PMID, work.pmid))


def _compared(work: CitedWork, kind: Kind, answer: Answer | None) -> Iterator[Observation]:
    record = answer.work if answer else None
    if work.entry is None or record is None:
        return
    number = f"The DOI {work.doi}" if kind is Kind.DOI else f"The PubMed number {work.pmid}"
    if names_other_work(work.entry.text, record):
        yield Observation(
            work.span,
            f"{number} belongs to another work: {_described(record)}. "
            f"Put the right one into {_inside(work.name)}.",
        )
        return
    differs = differing_field(work.entry.text, work.entry.fields, record)
    if differs and work.entry.sure:
        what, written, recorded = differs
        yield Observation(
            work.span,
            f"{work.name} gives the {what} {written}, but {record.sources[0]} has {recorded} on "
            f"record for it. Correct whichever is wrong.",
            severity=Severity.SUGGESTION,
        )


def retracted(page: Page, options: Options) -> Iterator[Observation]:
    """Works that were retracted or withdrawn."""
    for work, notices in _noticed(page, options, "retraction"):
        if work.entry and "retract" in work.entry.text.casefold():
            continue
        yield Observation(
            work.span,
            f"{work.name} was retracted{_by(notices)}. Take it out, with what the page says on "
            "its strength, or mark it '[retracted]' if the page speaks of the retraction.",
        )


def concern(page: Page, options: Options) -> Iterator[Observation]:
    """Works about which a journal has expressed concern."""
    for work, notices in _noticed(page, options, "concern"):
        yield Observation(
            work.span,
            f"The journal has published an expression of concern about "
            f"{_inside(work.name)}{_by(notices)}. Read it, and rest the page on other sources.",
        )


def corrected(page: Page, options: Options) -> Iterator[Observation]:
    """Works that were corrected after publication."""
    for work, notices in _noticed(page, options, "correction"):
        yield Observation(
            work.span,
            f"{work.name} was corrected after it came out{_by(notices)}. Check that the figures "
            "which the page takes from it still hold.",
        )


def preprint_published(page: Page, options: Options) -> Iterator[Observation]:
    """Preprints that have become articles."""
    cited = {each.doi for each in page.once(cited_works)}
    for work in page.once(cited_works):
        answer = _answer(options, Kind.WORK, work.doi)
        article = answer.work.published_as if answer and answer.work else ""
        if article and article not in cited:
            yield Observation(
                work.span,
                f"{work.name} is a preprint that has been published since, as "
                f"{doi_link(article)}. Check that its figures are the same, and cite the article.",
            )


def _noticed(
    page: Page, options: Options, kind: str
) -> Iterator[tuple[CitedWork, tuple[Notice, ...]]]:
    for work in page.once(cited_works):
        answers = (
            _answer(options, Kind.WORK, work.doi), _answer(options, Kind.PMID, work.pmid)
        )  # fmt: skip
        notices = tuple(
            each
            for answer in answers
            if answer and answer.work
            for each in answer.work.notices
            if each.kind == kind
        )
        if notices:
            yield work, notices


def _answer(options: Options, kind: Kind, key: str | None) -> Answer | None:
    answers: Answers | None = options.answers
    return answers.to(kind, key) if answers and key else None


def _by(notices: tuple[Notice, ...]) -> str:
    """Where the notice is and who knows of it: " (https://doi.org/…, says Crossref)"."""
    sources = " and ".join(sorted({each.source for each in notices}))
    said = f"say{'' if ' and ' in sources else 's'} {sources}"
    doi = next((each.doi for each in notices if each.doi), "")
    return f" ({doi_link(doi)}, {said})" if doi else f" ({said})"


def _described(record: Work) -> str:
    title = record.title
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    who = record.authors[0] if record.authors else ""
    year = str(max(record.years)) if record.years else ""
    aside = ", ".join(each for each in (who, year) if each)
    return f"'{title}'{f' ({aside})' if aside else ''}"


def _inside(name: str) -> str:
    """A name as it stands inside a sentence: "reference 3", "the reference 'Brand 2009'"."""
    return name[0].lower() + name[1:]
