from __future__ import annotations

from ptlint.page.html.nesting import Element, Nesting
from ptlint.page.model import BreadcrumbTrail


def trails_of(nesting: Nesting) -> list[tuple[Element, BreadcrumbTrail]]:
    return []
