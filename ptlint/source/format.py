"""The three formats a page can be written in, told from its name or its content."""

from __future__ import annotations

import re
from enum import StrEnum

from ptlint.pattern import later


class Format(StrEnum):
    """How a page is written; decides which reader builds the page model."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


_ENDINGS = {
    Format.HTML: (
        "html htm xhtml xht shtml php phtml njk nunjucks jinja jinja2 j2 twig liquid erb rhtml"
        " ejs hbs handlebars mustache vue astro svelte jsx tsx asp aspx jsp cshtml tmpl gohtml"
    ),
    Format.MARKDOWN: "md markdown mdown mkd mkdn mdx qmd rmd mdwn",
    Format.TEXT: "txt text",
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
# A template's ending may follow the ending of what it makes: page.md.njk, notes.txt.erb.
_WRAPPERS = frozenset(
    ("njk", "nunjucks", "jinja", "jinja2", "j2", "twig", "liquid", "erb", "ejs", "hbs", "tmpl")
)

_HTML_START = later(r"\s*+<(?:!doctype\b|!--|\?(?:xml|php)\b|html\b)", re.IGNORECASE)
_HTML_TAG = later(
    r"<(?:body|div|p|h[1-6]|ul|ol|li|span|a|br|table|tr|td|section|main|nav)\b", re.IGNORECASE
)
_MARKDOWN_SIGN = later(
    r"^#{1,6} \S|^(?:```|~~~)|\]\([^)\s]{1,200}+\)|^\[[^\]\n]{1,80}+\]: |\*\*\b|^---\n\w++:",
    re.MULTILINE,
)
_SAMPLE = 20_000


def format_of_name(path: str) -> Format | None:
    """The format that a file's name promises, or ``None`` when it promises none."""
    endings = path.replace("\\", "/").rpartition("/")[2].lower().split(".")[1:]
    if not endings:
        return None
    if len(endings) > 1 and endings[-1] in _WRAPPERS and endings[-2] in _BY_ENDING:
        return _BY_ENDING[endings[-2]]
    return _BY_ENDING.get(endings[-1])


def format_of_content(text: str) -> Format:
    """The format that a text without a telling name seems to be written in."""
    sample = text[:_SAMPLE].removeprefix("\ufeff").replace("\r\n", "\n")
    if _HTML_START.match(sample):
        return Format.HTML
    tags = len(_HTML_TAG.findall(sample))
    signs = len(_MARKDOWN_SIGN.findall(sample))
    if not tags and not signs:
        return Format.TEXT
    return Format.HTML if tags > signs else Format.MARKDOWN
