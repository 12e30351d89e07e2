"""What JSON-LD says of a page about a condition (schema.org MedicalWebPage, MedicalCondition)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.evidence.currency import days_differ
from ptlint.checks.place import missing
from ptlint.checks.structure.promises import promised_roles
from ptlint.checks.structured_data.json_ld import head_of, place_of
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.assemble.bylines import types_of
from ptlint.page.assemble.dates import JSON_DATES, read_day
from ptlint.page.model import JsonLd, Page, PageDate
from ptlint.pattern import later
from ptlint.record import record
from ptlint.vocabulary import load

_TELLING = frozenset({
    "MedicalWebPage", "MedicalCondition", "HealthTopicContent", "Article", "BlogPosting",
    "NewsArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "InfectiousDisease",
    "MedicalTherapy", "MedicalProcedure", "MedicalTest",
})  # fmt: skip
_ISO = later(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)
#: A node with fewer properties only points to one that is described elsewhere.
_DESCRIBED = 2
#: The same said in the page's markup (microdata, RDFa).
_IN_MARKUP = later(r"""(?:itemtype|typeof)\s?=\s?["'][^"']{0,80}[Mm]edical""")

#: What a MedicalWebPage should give, with what says the same, and what says nearly the same.
_REVIEW: dict[str, tuple[str, ...]] = {
    "lastReviewed": (),
    "reviewedBy": ("author",),
    "about": ("mainEntity",),
}
_NEXT_BEST = {"lastReviewed": ("dateModified",), "reviewedBy": ("publisher",)}


@record
class Described:
    """An object of the page's JSON-LD, with what other objects of the same @id add to it."""

    script: JsonLd
    types: frozenset[str]
    data: Mapping[str, Any]


def described(page: Page) -> tuple[Described, ...]:
    """Every object of the page's JSON-LD, those of one @id put together."""
    whole: dict[str, Described] = {}
    for script in page.metadata.json_ld:
        for number, node in enumerate(script.nodes):
            key = node.get("@id")
            name = key if isinstance(key, str) else f"{script.span.start} {number}"
            before = whole.get(name)
            data = {**before.data, **node} if before else node
            types = types_of(node) | (before.types if before else frozenset())
            whole[name] = Described(before.script if before else script, types, data)
    return tuple(whole.values())


def medical_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No object that tells search engines that the page is about a condition."""
    if any(script.data is None for script in page.metadata.json_ld):
        return  # made by a template, or broken: it is not known what it says
    told = any(each.types & _TELLING for each in page.once(described))
    if not told and not _told_in_markup(page.source.text):
        yield missing(
            page,
            "The page has no JSON-LD that says what condition it is about. Add a MedicalWebPage "
            "with 'about', 'author', 'reviewedBy' and 'lastReviewed'.",
        )


def _told_in_markup(text: str) -> bool:
    return ("itemtype" in text or "typeof" in text) and _IN_MARKUP.search(text) is not None


def review_fields(page: Page, options: Options) -> Iterator[Observation]:
    """A MedicalWebPage that does not say who checked it, when, and what it is about."""
    for each in page.once(described):
        if "MedicalWebPage" not in each.types or not _is_described(each):
            continue
        gaps = [name for name, others in _REVIEW.items() if not _gives(each, name, *others)]
        if gaps:
            # A page that says when it was changed, or who publishes it, says the half of it.
            mild = all(_gives(each, *_NEXT_BEST.get(name, ())) for name in gaps)
            yield Observation(
                place_of(page, each.script, "@type", "MedicalWebPage"),
                f"This MedicalWebPage does not give {', '.join(gaps)}. Add it: search engines and "
                "readers judge health pages by who checked them and when.",
                severity=Severity.SUGGESTION if mild else None,
            )


def _is_described(each: Described) -> bool:
    return sum(not key.startswith("@") for key in each.data) >= _DESCRIBED


def _gives(each: Described, *names: str) -> bool:
    return any(each.data.get(name) for name in names)


def date_mismatch(page: Page, options: Options) -> Iterator[Observation]:
    """Dates in JSON-LD that are not ISO 8601, or that differ from those on the page."""
    shown = {each.event: each for each in page.dates if each.origin == "visible" and each.day}
    for script in page.metadata.json_ld:
        for node in script.nodes:
            for key, event in JSON_DATES.items():
                value = node.get(key)
                if isinstance(value, str) and value.strip():
                    seen = _of_date(page, script, key, value, shown.get(event))
                    if seen:
                        yield seen


def _of_date(
    page: Page, script: JsonLd, key: str, value: str, seen: PageDate | None
) -> Observation | None:
    place = place_of(page, script, key, value)
    if not _ISO.fullmatch(value.strip()):
        return Observation(
            place,
            f"'{key}' is '{value}', which search engines cannot read. Write the date as year, "
            "month and day: 2026-03-04.",
        )
    day: datetime.date | None = read_day(value)
    if seen is None or day is None or seen.span is None or not days_differ(seen, day):
        return None
    return Observation(
        place,
        f"'{key}' is {value}, but the page shows '{seen.words}'. Make them agree.",
        related=(Note(seen.span, "the date that readers see"),),
    )


def section_gap(page: Page, options: Options) -> Iterator[Observation]:
    """Sections of the page that its MedicalCondition does not know."""
    conditions = [each for each in page.once(described) if "MedicalCondition" in each.types]
    conditions = [each for each in conditions if _is_described(each)]
    if not conditions:
        return
    known = {key for each in conditions for key in each.data}
    roles = page.once(promised_roles)
    table: dict[str, list[str]] = load("schema_org")["sections"]
    gaps = [
        f"{role.replace('-', ' ')} ({properties[0]})"
        for role, properties in table.items()
        if role in roles and not known & set(properties)
    ]
    if gaps:
        yield Observation(
            head_of(page, conditions[0].script),
            f"The page has sections that its MedicalCondition does not give: {', '.join(gaps)}.",
        )
