"""The order of sections, repeated sections, and what stands before the first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ptlint.catalogue.options import Options
from ptlint.checks.structure.promises import Promise, promises, roles_of_heading
from ptlint.findings.finding import Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Heading, List, Page, Paragraph, Table
from ptlint.page.passages import passages
from ptlint.sections.vocabulary import section_roles
from ptlint.source.span import Span

#: What a clinic's subtitle promises beside the condition.
_SERVICE = frozenset(("treatment", "pt-help"))
#: The first of each pair has to come before the second; anything else is a matter of taste.
_BEFORE = (
    ("definition", "symptoms"),
    ("definition", "causes"),
    ("definition", "diagnosis"),
    ("definition", "treatment"),
    ("definition", "pt-help"),
    ("symptoms", "diagnosis"),
    ("symptoms", "treatment"),
    ("symptoms", "pt-help"),
)


def out_of_order(page: Page, options: Options) -> Iterator[Observation]:
    """The first section that stands before one that readers need first."""
    sole = [each for each in _named(page) if len(each.roles) == 1]
    first = {next(iter(each.roles)): each for each in reversed(sole)}
    for early, late in _BEFORE:
        if early in first and late in first:
            before, after = first[late], first[early]
            if _start(before) < _start(after):
                yield Observation(
                    _span(before),
                    f"'{before.name}' stands before '{after.name}', which readers need first. "
                    "Change their places.",
                    related=(Note(_span(after), "readers need this first"),),
                )
                return


def repeated_role(page: Page, options: Options) -> Iterator[Observation]:
    """Two sections of one level under one parent that answer the same question."""
    seen: dict[tuple[str, int, int | None], Promise] = {}
    for promise, parent in _with_parents(page):
        if promise.lead_in or promise.label or not promise.heading or len(promise.roles) != 1:
            continue
        role = next(iter(promise.roles))
        if section_roles()[role].item == "" and role != "references":
            continue
        key = (role, promise.heading.level, parent)
        if key in seen and seen[key].heading is promise.heading:
            continue
        if key in seen and _same_words(promise, seen[key]):
            yield Observation(
                _span(promise),
                f"'{promise.name}' answers the same question as '{seen[key].name}' above. Join "
                "the two sections.",
                related=(Note(_span(seen[key]), "the first section"),),
            )
        seen.setdefault(key, promise)


def _same_words(one: Promise, other: Promise) -> bool:
    return one.name.casefold().rstrip("?") == other.name.casefold().rstrip("?")


def _with_parents(page: Page) -> Iterator[tuple[Promise, int | None]]:
    parents = {
        section.heading.span.start: section.parent for section in page.sections if section.heading
    }
    for promise in page.once(promises):
        if promise.heading:
            yield promise, parents.get(promise.heading.span.start)


def no_summary(page: Page, options: Options) -> Iterator[Observation]:
    """The first section heading follows the main heading at once."""
    article = [block for block in page.blocks if block.part in (Part.ARTICLE, Part.HEADER)]
    for before, after in pairwise(article):
        if (
            isinstance(before, Heading)
            and before.text == page.title
            and isinstance(after, Heading)
            and after.level > before.level
            and not _is_subtitle(after, before, page)
        ):
            yield Observation(
                before.text.span(),
                f"Nothing stands between the title and '{after.text}'. Begin with two sentences "
                "that sum up the page: what it is, and what helps.",
            )
            return


def _is_subtitle(heading: Heading, title: Heading, page: Page) -> bool:
    """Whether a heading only says more of the title: "Gout" – "Gout care from your therapist"."""
    words, said = (set(each.text.text.casefold().split()) for each in (title, heading))
    return words < said and roles_of_heading(heading, page) <= _SERVICE


def thin_page(page: Page, options: Options) -> Iterator[Observation]:
    """A condition page with little text of its own."""
    count = sum(each.word_count for each in passages(page, parts=(Part.ARTICLE, Part.ASIDE)))
    if page.title and 0 < count < options.whole("words"):
        yield Observation(
            page.title.span(),
            f"The page has {count} words of its own, fewer than {options.whole('words')}. Check "
            "that it answers what readers come for.",
            about_page=True,
        )


def thin_section(page: Page, options: Options) -> Iterator[Observation]:
    """A known section with hardly a word and no list, table or sub-section."""
    parents = {section.parent for section in page.sections}
    for index, section in enumerate(page.sections):
        heading = section.heading
        if heading is None or index in parents or heading.text == page.title:
            continue
        if any(isinstance(block, (List, Table)) for block in section.blocks):
            continue
        texts = [block.text.text for block in section.blocks if isinstance(block, Paragraph)]
        count = len(" ".join(texts).split())
        if count < options.whole("words") and not _holds_media(
            page, section.span.start, section.span.end
        ):
            what = "is empty" if count == 0 else f"has only {count} words"
            yield Observation(
                heading.text.span(),
                f"The section '{heading.text}' {what}. Fill it, or leave it out.",
            )


def _holds_media(page: Page, start: int, end: int) -> bool:
    after = page.source.text[start : end + 1500]
    return "<" in after or "{" in after or any(start <= i.span.start <= end for i in page.images)


def _named(page: Page) -> list[Promise]:
    """The stretches with a heading or lead-in of their own; the page's title is no section."""
    return [
        each
        for each in page.once(promises)
        if not each.label and (each.lead_in or (each.heading and each.heading.text != page.title))
    ]


def _start(promise: Promise) -> int:
    return _span(promise).start


def _span(promise: Promise) -> Span:
    words = promise.lead_in or promise.heading
    assert words
    return words.text.span()
