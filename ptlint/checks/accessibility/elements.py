"""From an element of the accessibility tree to an observation about its place on the page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ptlint.checks.place import page_place
from ptlint.findings.finding import Fix, Note, Observation, Severity
from ptlint.page.model import Page
from ptlint.source.span import Span

# Plain text has rules of accessibility, but no elements: the tree is imported where one is built.
if TYPE_CHECKING:
    from ptlint.access.element import Element
    from ptlint.access.lengths import Fonts
    from ptlint.access.paint import Paint
    from ptlint.access.tree import AccessTree
    from ptlint.page.html.markup import Attribute, Markup, StartTag

#: Stands in the page for template code that prints something nobody can know.
UNKNOWN = "\ue000"
_LONGEST_QUOTE = 60
#: The elements of HTML that can have a shadow tree (DOM, attachShadow).
_SHADOW_HOSTS = frozenset({
    "article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "main", "nav", "p", "section", "span",
})  # fmt: skip


def access(page: Page) -> AccessTree:
    """The page's accessibility tree, built at the first call."""
    return page.once(_build)


def _build(page: Page) -> AccessTree:
    from ptlint.access.tree import access_tree
    from ptlint.page.html.nesting import nest

    nesting = page.markup.nesting if page.markup else nest("")
    return access_tree(nesting, whole=page.whole_document)


def paint(page: Page) -> Paint:
    return page.once(_paint)


def _paint(page: Page) -> Paint:
    from ptlint.access.paint import Paint

    return Paint(access(page))


def fonts(page: Page) -> Fonts:
    return page.once(_fonts)


def _fonts(page: Page) -> Fonts:
    from ptlint.access.lengths import Fonts

    return Fonts(access(page))


def markup_of(page: Page) -> Markup:
    """The markup of a page that has elements."""
    assert page.markup is not None
    return page.markup


def start_tag(page: Page, element: Element) -> StartTag | None:
    """The start tag of an element as written; None where browsers make the element up."""
    return markup_of(page).tags[element.number] if element.number >= 0 else None


def span_of(page: Page, element: Element) -> Span:
    """The span of an element's start tag, or of the nearest written one around it."""
    for each in element.lineage():
        tag = start_tag(page, each)
        if tag is not None:
            return tag.span
    return page_place(page)


def whole_span_of(page: Page, element: Element) -> Span:
    """From the start tag to the end of the element."""
    start = span_of(page, element).start
    if element.number < 0:
        return Span(start, start)
    return Span(start, markup_of(page).ends[element.number])


def attribute_of(page: Page, element: Element, name: str) -> Attribute | None:
    """An attribute as written."""
    tag = start_tag(page, element)
    return tag.attribute(name) if tag is not None else None


def at_tag(
    page: Page,
    element: Element,
    message: str,
    *,
    severity: Severity | None = None,
    related: tuple[Note, ...] = (),
    fix: Fix | None = None,
) -> Observation:
    """An observation at an element's start tag; about the page where the parser made it up."""
    if element.number < 0:
        return Observation(page_place(page), message, about_page=True, severity=severity)
    span = span_of(page, element)
    return Observation(span, message, related=related, severity=severity, fix=fix)


def at_attribute(
    page: Page,
    element: Element,
    name: str,
    message: str,
    *,
    severity: Severity | None = None,
    fix: Fix | None = None,
) -> Observation:
    """An observation at an attribute, or at the start tag where it cannot be found."""
    found = attribute_of(page, element, name)
    if found is None:
        return at_tag(page, element, message, severity=severity, fix=fix)
    return Observation(found.span, message, severity=severity, fix=fix)


def quoted(text: str) -> str:
    """Words in quotation marks for a message, the middle of long ones left out."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTE:
        text = f"{text[:40].rstrip()} … {text[-15:].lstrip()}"
    return f'"{text}"'


def is_unknown(value: str | None) -> bool:
    """Whether template code stands in a value."""
    return value is not None and UNKNOWN in value


def has_open_attributes(page: Page, element: Element) -> bool:
    """Whether template code in the start tag may add attributes that are not seen here."""
    tag = start_tag(page, element)
    if tag is None or not code_within(page, tag.span):
        return False
    values = [each.value_span for each in tag.attributes if each.value_span]
    return any(
        not any(value.start <= code.start and code.end <= value.end for value in values)
        for code in _code_in(page, tag.span)
    )


def code_within(page: Page, span: Span) -> bool:
    """Whether template code stands anywhere in a span."""
    return bool(_code_in(page, span))


def _code_in(page: Page, span: Span) -> list[Span]:
    masked = page.source.masked
    first = bisect_left(masked, span.start, key=lambda each: each.end)
    found = []
    for code in masked[first:]:
        if code.start >= span.end:
            break
        found.append(code)
    return found


def may_hold_shadow(page: Page, element: Element) -> bool:
    """Whether a shadow tree, which is not walked, may stand in for what the element holds."""
    if any(each.get("shadowrootmode") is not None for each in element.inside("template")):
        return True
    host = element.tag in _SHADOW_HOSTS or "-" in element.tag
    return host and element.order == element.last and "attachShadow" in page.source.text


def tag_text(element: Element) -> str:
    """How an element is named in a message: ``<img>``."""
    return f"<{element.tag}>"
