"""Where to point when something is missing from a page."""

from __future__ import annotations

from ptlint.findings.finding import Observation
from ptlint.page.model import Code, List, Page, Table
from ptlint.source.span import Span


def page_place(page: Page) -> Span:
    """The main heading, else the first text of the page: where a reader begins."""
    if page.title:
        return page.title.span()
    for block in page.blocks:
        if isinstance(block, List) and block.items and block.items[0].text:
            return block.items[0].text.span()
        if not isinstance(block, (List, Table, Code)) and block.text:
            return block.text.span()
    return page.source.lines.line_span(1)


def missing(page: Page, message: str) -> Observation:
    """An observation about the page as a whole."""
    return Observation(page_place(page), message, about_page=True)


def end_of_article(page: Page) -> Span:
    """The last words of the article: where something that belongs at its end is missing."""
    spans = [block.span for block in page.article()]
    return spans[-1] if spans else page_place(page)
