"""What a page's title says the page is about."""

from __future__ import annotations

from ptlint.page.assemble.title import named_by
from ptlint.page.model import Page
from ptlint.sections.naming import Naming


def names_the_condition(page: Page) -> bool:
    """Does the title name a condition as a whole? Ask through ``page.once``."""
    return _named(page) is Naming.CONDITION


def names_something_else(page: Page) -> bool:
    """Does the title name what is no condition? Ask through ``page.once``."""
    return page.whole_document and _named(page) is Naming.ANOTHER


def _named(page: Page) -> Naming:
    return named_by(str(page.title or ""), str(page.metadata.title or ""))
