"""What a page's title says the page is about."""

from __future__ import annotations

from ptlint.page.assemble.title import title_parts, without_site_name
from ptlint.page.model import Page
from ptlint.sections.naming import Naming, naming


def names_the_condition(page: Page) -> bool:
    """Does the title name a condition as a whole? Ask through ``page.once``."""
    return _named(page) is Naming.CONDITION


def names_something_else(page: Page) -> bool:
    """Does the title name what is no condition? Ask through ``page.once``."""
    return page.whole_document and _named(page) is Naming.ANOTHER


def _named(page: Page) -> Naming:
    """What the title names, or the head title where the main heading is the name of the site."""
    named = naming(without_site_name(page.title.text)) if page.title else Naming.UNKNOWN
    if named in (Naming.CONDITION, Naming.ASPECT) or not page.metadata.title:
        return named
    parts = map(naming, title_parts(page.metadata.title.text))
    return Naming.CONDITION if Naming.CONDITION in parts else named
