"""What the keyboard meets on its way through the page (WCAG 2.1.1, 2.4.3, 4.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access import aria
from ptlint.access.element import Element
from ptlint.access.focus import in_tab_order, is_disabled, tabindex
from ptlint.access.roles import role, with_role
from ptlint.access.tree import AccessTree
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    is_unknown,
    quoted,
    span_of,
    tag_text,
    whole_span_of,
)
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.model import Page
from ptlint.pattern import later

_FOCUS_HANDLER = later(r"focus", re.IGNORECASE)
_INTERACTIVE = ("button", "details", "iframe", "input", "select", "textarea")


def tabindex_positive(page: Page, options: Options) -> Iterator[Observation]:
    """A ``tabindex`` above 0, which jumps the queue of the whole page."""
    tree = access(page)
    for element in tree.index.having("tabindex"):
        number = tabindex(element)
        if number is not None and number > 0 and element.shown:
            yield at_attribute(
                page,
                element,
                "tabindex",
                f'tabindex="{number}" takes this element out of the order of the page: the Tab '
                'key goes here first. Use tabindex="0", or put the element where it belongs.',
            )


def accesskey_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """One access key for two elements."""
    first: dict[str, Element] = {}
    tree = access(page)
    for element in tree.index.having("accesskey"):
        key = (element.get("accesskey") or "").strip().lower()
        if not key or is_unknown(key) or not element.shown:
            continue
        if key not in first:
            first[key] = element
            continue
        seen = at_attribute(
            page,
            element,
            "accesskey",
            f"The access key {quoted(key)} is given twice; only one of them works.",
        )
        note = Note(span_of(page, first[key]), "The same access key.")
        yield Observation(seen.span, seen.message, (note,))


def interactive_nested(page: Page, options: Options) -> Iterator[Observation]:
    """A control inside a control whose content is read as plain text."""
    tree = access(page)
    flat = aria.roles_where("presentational_children")
    native = tree.index.tagged("button", "summary", "meter", "progress", "hr")
    for element in tree.index.in_order(native, with_role(tree, flat)):
        if not element.exposed or role(tree, element) not in flat:
            continue
        for inner in element.descendants():
            if in_tab_order(inner):
                yield _nested(page, tree, element, inner)
                break


def _nested(page: Page, tree: AccessTree, outer: Element, inner: Element) -> Observation:
    return at_tag(
        page,
        inner,
        f"This {tag_text(inner)} stands inside {tag_text(outer)}, which is a "
        f"{role(tree, outer)}: screen readers take what is in it for plain text. Put the two "
        "beside each other.",
        related=(Note(span_of(page, outer), "The control around it."),),
    )


def interactive_in_link(page: Page, options: Options) -> Iterator[Observation]:
    """A button, field or frame inside a link, which HTML does not allow."""
    tree = access(page)
    for inner in tree.index.tagged(*_INTERACTIVE):
        link = inner.closest("a")
        if link is None or link.get("href") is None or not link.exposed:
            continue
        if in_tab_order(inner):
            yield at_tag(
                page,
                inner,
                f"This {tag_text(inner)} stands inside a link. Put it beside the link, so "
                "that it is clear which of the two is chosen.",
                related=(Note(span_of(page, link), "The link around it."),),
            )


def hidden_focus(page: Page, options: Options) -> Iterator[Observation]:
    """Something the Tab key reaches inside ``aria-hidden="true"``: a place without a name."""
    tree = access(page)
    for element in tree.index.having("aria-hidden"):
        if not is_true(element, "aria-hidden") or element.tag in ("html", "body"):
            continue
        if element.parent is not None and not element.parent.exposed:
            continue
        reached = [
            inner
            for inner in element.inclusive()
            if in_tab_order(inner) and not _passes_focus_on(page, inner)
        ]
        if reached:
            yield _reached(page, tree, element, reached)


def _reached(page: Page, tree: AccessTree, element: Element, reached: list[Element]) -> Observation:
    what = tag_text(reached[0])
    doubtful = _may_be_closed(tree, element, reached)
    if doubtful:
        message = (
            f"aria-hidden keeps this {what} from screen readers. Make sure that as long as it is "
            "set the part is also hidden by a style (or inert), or the Tab key goes there."
        )
    else:
        message = (
            f"The Tab key reaches this {what}, but aria-hidden keeps it from screen readers: "
            'they announce nothing. Remove aria-hidden, or add tabindex="-1".'
        )
    related = (
        ()
        if reached[0] is element
        else (Note(span_of(page, element), "Hidden from screen readers here."),)
    )
    severity = Severity.SUGGESTION if doubtful else None
    return at_tag(page, reached[0], message, severity=severity, related=related)


def _may_be_closed(tree: AccessTree, element: Element, reached: list[Element]) -> bool:
    """Whether a style sheet of the site may hide the whole part until a script opens it."""
    if tree.styles.complete or reached[0] is element:
        return False
    named = element.get("class") is not None or element.get("id") is not None
    return named or len(reached) > 1


def _passes_focus_on(page: Page, element: Element) -> bool:
    """A focus sentinel: a script sends the focus on from here."""
    if element.get("onfocus") is not None:
        return True
    own = element.get("id")
    if not own:
        return False
    return any(
        own in script and _FOCUS_HANDLER.search(_after(script, own))
        for script in page.once(_scripts)
    )


def _after(script: str, word: str) -> str:
    """The statement that follows a word, where a listener for it is added."""
    at = script.index(word) + len(word)
    return script[at : at + 60].partition(";")[0].partition("\n")[0]


def _scripts(page: Page) -> tuple[str, ...]:
    spans = (whole_span_of(page, each) for each in access(page).index.tagged("script"))
    return tuple(page.source.text[span.start : span.end] for span in spans)


def page_hidden(page: Page, options: Options) -> Iterator[Observation]:
    """The whole page hidden from assistive technology."""
    for element in access(page).index.tagged("body", "html"):
        if is_true(element, "aria-hidden"):
            yield at_attribute(
                page,
                element,
                "aria-hidden",
                "aria-hidden on the whole page leaves screen readers with nothing. Remove it.",
            )


def frame_unreachable(page: Page, options: Options) -> Iterator[Observation]:
    """A frame that the Tab key passes over, with whatever is in it."""
    tree = access(page)
    for element in tree.index.tagged("iframe"):
        number = tabindex(element)
        shown = element.exposed and tree.visible(element) and not is_disabled(element)
        if number is not None and number < 0 and shown and element.get("src"):
            yield at_attribute(
                page,
                element,
                "tabindex",
                "A negative tabindex on a frame keeps the keyboard from all that is in it. "
                "Remove it, unless there is nothing to use in the frame.",
            )
