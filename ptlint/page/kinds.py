"""What a page, a block and a stretch of text can be."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What a block is to the page; only ``ARTICLE`` is the author's running text."""

    ARTICLE = "article"
    BREADCRUMB = "breadcrumb"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    RELATED = "related"
    REFERENCES = "references"
    AUTHORSHIP = "authorship"
    FORM = "form"
    HIDDEN = "hidden"


class PageKind(StrEnum):
    """What a page is about: one condition, other advice on health (tests, treatments) or none."""

    CONDITION = "condition"
    HEALTH = "health"
    OTHER = "other"
    FRAGMENT = "fragment"


class Style(StrEnum):
    """What an inline stretch of text is marked as."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    UNDERLINE = "underline"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    QUOTE = "quote"
    ABBREVIATION = "abbreviation"
    LANGUAGE = "language"
