"""Markup that was given up: text that moves by itself, and elements only for the look."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_tag, tag_text
from ptlint.findings.finding import Observation
from ptlint.page.model import Page

_MOVING = ("blink", "marquee")
_OBSOLETE = {
    "acronym": "<abbr>", "applet": "<object>", "basefont": "a style sheet",
    "big": "a style sheet", "center": "a style sheet", "dir": "<ul>", "font": "a style sheet",
    "frame": "<iframe>", "frameset": "<iframe>", "nobr": "a style sheet", "strike": "<s>",
    "tt": "<code>",
}  # fmt: skip


def moving(page: Page, options: Options) -> Iterator[Observation]:
    """Text that blinks or runs across the page."""
    tree = access(page)
    for element in tree.index.tagged(*_MOVING):
        if element.shown:
            yield at_tag(
                page,
                element,
                f"{tag_text(element)} makes text move, and readers cannot stop it. Write it as "
                "text that stands still.",
            )


def obsolete(page: Page, options: Options) -> Iterator[Observation]:
    """An element that HTML no longer has."""
    for element in access(page).index.tagged(*_OBSOLETE):
        yield at_tag(
            page,
            element,
            f"{tag_text(element)} is no longer part of HTML. Use {_OBSOLETE[element.tag]} instead.",
        )
