"""What each stretch of the article promises: its heading's roles, or its lead-in's.

A list under "Symptoms" that is led in by "You are more likely to get it if:" promises risk
factors, whatever the heading says. A heading or lead-in that is not understood promises
nothing; what stands under it is never judged by the heading above.
"""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.checks.structure.labels import (
    inline_labels,
    labelled_columns,
    labelled_terms,
)
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Heading, Item, List, Page, Paragraph, Section, Table
from ptlint.prose.segmentation import sentences
from ptlint.record import record
from ptlint.sections.headings import HeadingRoles, heading_roles, lead_in_roles

#: Roles that go on from one another: a list of treatments is no new subject under therapy.
_KIN = (
    frozenset({"treatment", "pt-help", "self-care"}),
    frozenset({"causes", "risk-factors"}),
    frozenset({"definition", "anatomy", "types"}),
)


#: A longer text before a list is a paragraph that happens to end in a colon.
_LONGEST_LEAD_IN = 40

#: A longer question is no heading of a list of questions with their answers.
_LONGEST_QUESTION = 16
#: What a stretch promises that is not understood, or that has no heading.
_NOTHING = HeadingRoles(frozenset(), "topic")


def with_kin(roles: frozenset[str]) -> frozenset[str]:
    """The roles and those that go on from them."""
    return roles.union(*(family for family in _KIN if family & roles))


@record
class Promise:
    """A stretch of the article under one promise.

    Attributes:
        said: what is promised; its roles are empty where that is not known.
        heading: the heading it stands under.
        lead_in: the line that made the promise, where it was not the heading.
        label: the head of a table's column or the term of a definition list, where that
            made it; ``listed`` are the cells or definitions under it.
    """

    said: HeadingRoles
    heading: Heading | None
    lead_in: Paragraph | None
    blocks: tuple[Block, ...]
    label: MappedText | None = None
    listed: tuple[Item, ...] = ()

    @property
    def roles(self) -> frozenset[str]:
        return self.said.roles

    @property
    def name(self) -> str:
        """The words that promise, as the page has them."""
        if self.label:
            return self.label.text.strip().rstrip(":")
        if self.lead_in:
            text = self.lead_in.text.text
            last = sentences(text)[-1:]
            return text[last[0].start : last[0].end].rstrip(" :") if last else ""
        return self.heading.text.text.strip().rstrip(":") if self.heading else ""

    @property
    def items(self) -> tuple[Item, ...]:
        if self.label:
            return self.listed
        lists = (block for block in self.blocks if isinstance(block, List))
        return tuple(item for listed in lists if not listed.definitions for item in listed.items)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


def promises(page: Page) -> tuple[Promise, ...]:
    """The promises of an article in reading order; ask through ``page.once``."""
    return tuple(promise for section in page.sections for promise in _of_section(section, page))


def promised_roles(page: Page) -> frozenset[str]:
    """Every role that a heading, a lead-in or another part of the page answers.

    The title does not count: "Physical therapy for X" announces the page, not a section.
    """
    roles = {
        role
        for promise in page.once(promises)
        for role in promise.roles
        if promise.lead_in
        or promise.label
        or promise.heading is None
        or promise.heading.text != page.title
    }
    for label in inline_labels(page):
        roles.update(lead_in_roles(f"{label.text.rstrip(' :')}:", page.condition).roles)
    for block in page.blocks:
        if block.part is not Part.NAVIGATION:
            roles.update(_asked(block, page))
    if page.references:
        roles.add("references")
    return frozenset(roles)


def _asked(block: Block, page: Page) -> frozenset[str]:
    """What a heading promises, or a paragraph that is one question with its answer below it."""
    if isinstance(block, Heading):
        return frozenset() if block.text == page.title else _asked_in(block.text.text, page)
    if not isinstance(block, Paragraph) or not block.text.text.endswith("?"):
        return frozenset()
    short = len(block.text.text.split()) <= _LONGEST_QUESTION
    return _asked_in(block.text.text, page) if short else frozenset()


def _asked_in(text: str, page: Page) -> frozenset[str]:
    title = page.title.text if page.title else None
    said = heading_roles(text, page.condition, title).roles
    # A heading may end in a colon without being the lead-in of a list.
    return said or heading_roles(text.rstrip(" :"), page.condition, title).roles


def roles_of_heading(heading: Heading, page: Page) -> frozenset[str]:
    return _said(heading, page).roles


def _said(heading: Heading | None, page: Page) -> HeadingRoles:
    if heading is None:
        return _NOTHING
    title = page.title.text if page.title else None
    return heading_roles(heading.text.text, page.condition, title)


def _of_section(section: Section, page: Page) -> Iterator[Promise]:
    said = _said(section.heading, page)
    run: list[Block] = []
    for block in section.blocks:
        lead_in = block.lead_in if isinstance(block, List) else None
        if isinstance(lead_in, Paragraph):
            turned = _turn(lead_in, said.roles, page)
            if turned is not None:
                if run:
                    yield Promise(said, section.heading, None, tuple(run))
                    run = []
                yield Promise(turned, section.heading, lead_in, (block,))
                continue
        run.append(block)
    if run or not section.blocks:
        yield Promise(said, section.heading, None, tuple(run))
    for block in section.blocks:
        if isinstance(block, Table) or (isinstance(block, List) and block.definitions):
            yield from _labelled(block, section.heading, page)


def _labelled(block: Table | List, heading: Heading | None, page: Page) -> Iterator[Promise]:
    """What the columns of a table or the terms of a definition list promise."""
    found = labelled_columns(block) if isinstance(block, Table) else labelled_terms(block)
    for label, items in found:
        said = heading_roles(label.text, page.condition)
        if said.roles:
            yield Promise(said, heading, None, (), label, items)


def _turn(lead_in: Paragraph, roles: frozenset[str], page: Page) -> HeadingRoles | None:
    """What a lead-in turns its list to; None where it goes on with the heading's promise."""
    if len(lead_in.text.text.split()) > _LONGEST_LEAD_IN:
        return _NOTHING
    title = page.title.text if page.title else None
    said = lead_in_roles(lead_in.text.text, page.condition, title)
    if said.roles:
        return None if said.roles <= roles else said
    return None if said.neutral else _NOTHING
