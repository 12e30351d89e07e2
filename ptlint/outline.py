"""A page as ptlint understands it: headings with their roles, items with theirs.

Writers see the structure of their page; we see where a heading or an item was misread.
"""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.checks.structure.promises import Promise, promises, with_kin
from ptlint.checks.structure.sections import answered_roles
from ptlint.page.kinds import PageKind, Part
from ptlint.page.model import Heading, Page
from ptlint.record import record
from ptlint.sections.items import item_roles
from ptlint.sections.vocabulary import section_roles

_WIDTH = 60
_NEEDED = ("required", "recommended")


@record
class Entry:
    """A line of the outline.

    Attributes:
        kind: "heading", "lead-in" or "item".
        depth: how far it is indented.
        roles: what it promises or says, the likeliest first.
        confidence: the chance of an item's first role; None for headings.
    """

    line: int
    kind: str
    depth: int
    text: str
    roles: tuple[str, ...]
    confidence: float | None = None
    part: Part = Part.ARTICLE


@record
class Outline:
    """The outline of a page.

    Attributes:
        missing: section roles that a condition page should answer and this one does not.
    """

    title: str
    kind: PageKind
    condition: str | None
    entries: tuple[Entry, ...]
    missing: tuple[str, ...]


def outline(page: Page) -> Outline:
    """What ptlint makes of a page."""
    return Outline(
        title=page.title.text if page.title else "",
        kind=page.kind,
        condition=page.condition,
        entries=tuple(_entries(page)),
        missing=_missing(page) if page.kind is PageKind.CONDITION else (),
    )


def _entries(page: Page) -> Iterator[Entry]:
    article = sorted(
        (entry for promise in page.once(promises) for entry in _of_promise(promise, page)),
        key=lambda entry: entry.line,
    )
    others = [
        _heading(block, page, ())
        for block in page.blocks
        if isinstance(block, Heading) and block.part is not Part.ARTICLE
    ]
    seen: set[tuple[int, str]] = set()
    for entry in sorted([*article, *others], key=lambda each: each.line):
        if (entry.line, entry.text) not in seen:
            seen.add((entry.line, entry.text))
            yield entry


def _of_promise(promise: Promise, page: Page) -> Iterator[Entry]:
    roles = tuple(sorted(promise.roles))
    depth = promise.heading.level if promise.heading else 1
    if promise.lead_in:
        line = page.source.position(promise.lead_in.span.start).line
        yield Entry(line, "lead-in", depth, promise.lead_in.text.text, roles)
    elif promise.label:
        line = page.source.position(promise.label.span().start).line
        yield Entry(line, "lead-in", depth, promise.label.text, roles)
    elif promise.heading:
        yield _heading(promise.heading, page, roles)
    for item in promise.items:
        said = item_roles(item.text.text, page.condition)
        line = page.source.position(item.span.start).line
        yield Entry(line, "item", depth + 1, item.text.text, (said.role,), said.confidence)


def _heading(heading: Heading, page: Page, roles: tuple[str, ...]) -> Entry:
    line = page.source.position(heading.span.start).line
    return Entry(line, "heading", heading.level, heading.text.text, roles, part=heading.part)


def _missing(page: Page) -> tuple[str, ...]:
    answered = with_kin(page.once(answered_roles))
    return tuple(
        name
        for name, role in section_roles().items()
        if role.need.startswith(_NEEDED) and name not in answered
    )


def as_text(found: Outline) -> str:
    """The outline for people."""
    lines = [f"{found.title or '(no title)'}", f"page about: {found.condition or 'unknown'}"]
    lines += [f"kind of page: {found.kind.value}", ""]
    for entry in found.entries:
        text = " ".join(entry.text.split())
        text = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        lines.append(
            f"{entry.line:>5}  {'  ' * (entry.depth - 1)}{_sign(entry)}{text}  {_roles(entry)}"
        )
    if found.missing:
        lines += ["", f"missing: {', '.join(found.missing)}"]
    return "\n".join(lines) + "\n"


def _sign(entry: Entry) -> str:
    return {"heading": "#" * entry.depth + " ", "lead-in": "> ", "item": "- "}[entry.kind]


def _roles(entry: Entry) -> str:
    if entry.part is not Part.ARTICLE:
        return f"[{entry.part.value}]"
    roles = ", ".join(entry.roles) or "?"
    return f"[{roles}]" if entry.confidence is None else f"[{roles} {entry.confidence:.0%}]"
