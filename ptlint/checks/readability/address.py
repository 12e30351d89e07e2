"""Whether the page speaks to its reader."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import passages

_PARTS = (Part.ARTICLE, Part.ASIDE)
_TEXTS = ("paragraph", "item", "cell", "heading")
_READER = frozenset("you your yours yourself you're you'll you've you'd".split())
#: Verbs that open an instruction; a page of them speaks to the reader without "you".
_IMPERATIVE = frozenset(
    "ask avoid bend book breathe bring call check choose contact continue do don't drink eat find "
    "follow get give go hold keep lean learn lie lift make move place practice practise press pull "
    "push put raise read rest roll see seek sit sleep slowly speak squeeze stand start stay step "
    "stop stretch take talk tell try turn use visit walk warm wear work".split()
)


def reader_not_addressed(page: Page, options: Options) -> Iterator[Observation]:
    """An article without a "you" and with hardly an instruction."""
    count = instructions = 0
    if holding(page, _READER, kinds=_TEXTS, parts=_PARTS):
        return
    for passage in passages(page, _TEXTS, _PARTS):
        units = passage.unit_texts
        count += len(units)
        instructions += bool(units) and units[0] in _IMPERATIVE and passage.kind != "heading"
    if count >= options.whole("words") and instructions < options.whole("instructions"):
        yield missing(
            page,
            f"In {count} words the page never says 'you'. Speak to the reader: 'you may feel' "
            "instead of 'patients may feel'.",
        )
