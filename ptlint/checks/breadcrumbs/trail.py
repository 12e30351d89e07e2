"""The breadcrumb trail: its separators, its markup, its crumbs.

Sources: WCAG 2.2 SC 1.3.1, 2.4.4, 2.4.8; ARIA Authoring Practices, breadcrumb pattern; the
breadcrumb components of GOV.UK and the NHS, which end at the parent page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import BreadcrumbTrail, Crumb, Page, Separator
from ptlint.pattern import later
from ptlint.source.source import Format

_PLACEHOLDER = later(r"#|javascript:.*|\s*", re.I | re.S)
_HOME = later(
    r"/|\./|(?:/[a-z]{2}(?:-[a-z]{2})?)?/?(?:index|home|default)\.\w{3,5}|/[a-z]{2}(?:-[a-z]{2})?/?"
    r"|(?:https?:)?//[^/]+/?",
    re.I,
)
_WORD = later(r"\w{3,}")
_SHOWN = 3


def separators_exposed(page: Page, options: Options) -> Iterator[Observation]:
    """Separators that stand in the trail as items or text and are read aloud."""
    for trail in page.trails:
        exposed = [each for each in trail.separators if not each.hidden]
        items = [each for each in exposed if each.own_item]
        if items:
            yield _separator_items(items, page.source.format)
        elif exposed and page.source.format is Format.HTML:
            yield _separator_texts(exposed)


def _separator_items(items: list[Separator], kind: Format) -> Observation:
    count = len(items)
    what = f"'{_shown(items[0])}'"
    lines = (
        f"{count} separators ({what}) are items of their own"
        if count > 1
        else (f"A separator ({what}) is an item of its own")
    )
    cure = (
        "Draw it with CSS (li + li::before), or mark it aria-hidden."
        if kind is Format.HTML
        else "Number the pages only; let the style sheet draw what stands between them."
    )
    return Observation(
        items[0].span,
        f"{lines} in the breadcrumb trail: screen readers count and read them as pages. {cure}",
        related=tuple(Note(each.span, "a separator, not a page") for each in items),
    )


def _separator_texts(exposed: list[Separator]) -> Observation:
    return Observation(
        exposed[0].span,
        f"The separator '{_shown(exposed[0])}' of the breadcrumb trail is read aloud between the "
        'pages. Draw it with CSS, or put it in an element with aria-hidden="true".',
        related=tuple(Note(each.span, "read aloud") for each in exposed),
    )


def _shown(separator: Separator) -> str:
    return separator.text or "icon"


def markup(page: Page, options: Options) -> Iterator[Observation]:
    """No labelled nav, no ordered list, the current page not marked: one observation a trail."""
    for trail in page.trails:
        faults = list(_markup_faults(trail))
        if faults:
            yield Observation(trail.span, " ".join(faults))


def _markup_faults(trail: BreadcrumbTrail) -> Iterator[str]:
    if not trail.landmark:
        yield (
            "The breadcrumb trail is not marked as navigation. Put it in "
            '<nav aria-label="Breadcrumb">.'
        )
    elif not trail.label:
        yield (
            "The navigation that holds the breadcrumb trail has no name. Add "
            'aria-label="Breadcrumb".'
        )
    if trail.container != "ol":
        yield "The breadcrumb trail is not an ordered list. Use <ol> with one <li> a page."
    last = trail.crumbs[-1] if trail.crumbs else None
    if last and not any(crumb.current for crumb in trail.crumbs) and _is_current(last):
        yield (
            f"The last breadcrumb '{last.text}' is this page but is not marked so. Add "
            'aria-current="page".'
        )


def _is_current(last: Crumb) -> bool:
    """A last crumb without a link names the page itself; a linked one may be its parent."""
    return last.link is None or _is_placeholder(last)


def label_holds_separator(page: Page, options: Options) -> Iterator[Observation]:
    """A crumb whose words contain the sign that separates the crumbs."""
    for trail in page.trails:
        signs = {each.text for each in trail.separators if each.text}
        for crumb in trail.crumbs:
            sign = next((each for each in sorted(signs) if each in crumb.text.text.strip()), None)
            if sign:
                yield Observation(
                    crumb.text.span(),
                    f"The breadcrumb '{crumb.text}' contains '{sign}', which also separates the "
                    "breadcrumbs: it reads as two pages. Write 'and', or choose one name.",
                )


def placeholder(page: Page, options: Options) -> Iterator[Observation]:
    """A crumb that links to nowhere ("#", javascript:)."""
    for trail in page.trails:
        for crumb in trail.crumbs:
            if _is_placeholder(crumb) and not crumb.current and crumb.link:
                yield Observation(
                    crumb.link.href_span or crumb.span,
                    f"The breadcrumb '{crumb.text.text or 'icon'}' links to "
                    f"'{crumb.link.href}', which leads nowhere. Give the page's address.",
                )


def _is_placeholder(crumb: Crumb) -> bool:
    return crumb.link is not None and bool(_PLACEHOLDER.fullmatch(crumb.link.href or ""))


def nameless(page: Page, options: Options) -> Iterator[Observation]:
    """A crumb that is only an icon without a name."""
    for trail in page.trails:
        for crumb in trail.crumbs:
            if crumb.link and not crumb.text and not crumb.link.name.strip():
                yield Observation(
                    crumb.link.span,
                    "A breadcrumb link is only an icon: screen readers have no name for it. Add "
                    'hidden text or aria-label, for example "Home".',
                )


def duplicate(page: Page, options: Options) -> Iterator[Observation]:
    """Two crumbs with the same address or the same words."""
    for trail in page.trails:
        seen: dict[str, Crumb] = {}
        for crumb in trail.crumbs:
            for key in _identities(crumb):
                if key in seen and seen[key] is not crumb:
                    yield Observation(
                        crumb.span,
                        f"The breadcrumb '{crumb.text.text or 'icon'}' leads to the same page as "
                        f"'{seen[key].text.text or 'icon'}' before it. Keep one of them.",
                    )
                    break
            for key in _identities(crumb):
                seen.setdefault(key, crumb)


def _identities(crumb: Crumb) -> Iterator[str]:
    if crumb.text:
        yield f"text:{crumb.text.text.casefold().strip()}"
    if crumb.link and crumb.link.href and not _is_placeholder(crumb):
        yield f"href:{crumb.link.href.rstrip('/')}"


def no_home(page: Page, options: Options) -> Iterator[Observation]:
    """The trail does not begin at the site's start page."""
    for trail in page.trails:
        first = trail.crumbs[0] if trail.crumbs else None
        if first is None or _leads_home(first, options.words("home")):
            continue
        yield Observation(
            first.span,
            f"The breadcrumb trail begins at '{first.text.text or 'an icon'}', not at the start "
            "page. Let it begin with 'Home'.",
        )


def _leads_home(crumb: Crumb, names: Sequence[str]) -> bool:
    """Whether a crumb is called "Home", also in "Clinic home", or leads to the site's root."""
    named = f"{crumb.text.text} {crumb.link.name if crumb.link else ''}".casefold().strip()
    href = (crumb.link.href or "") if crumb.link else ""
    is_root = bool(href) and bool(_HOME.fullmatch(href))
    opens = f"{named} ".startswith(tuple(f"{name} " for name in names))
    return not named or is_root or opens or f" {named}".endswith(tuple(f" {n}" for n in names))


def single(page: Page, options: Options) -> Iterator[Observation]:
    """A trail of one page shows no way."""
    for trail in page.trails:
        if len(trail.crumbs) == 1:
            yield Observation(
                trail.span,
                f"The breadcrumb trail has only one page ('{trail.crumbs[0].text}'). Add the pages "
                "above this one, or leave the trail out.",
            )


def unlinked_middle(page: Page, options: Options) -> Iterator[Observation]:
    """A page in the middle of the trail that cannot be reached from it."""
    if page.source.format is Format.TEXT:
        return
    for trail in page.trails:
        linked = any(crumb.link for crumb in trail.crumbs)
        for crumb in trail.crumbs[:-1]:
            if crumb.link is None and linked and crumb.text:
                yield Observation(
                    crumb.span,
                    f"The breadcrumb '{crumb.text}' has no link, so readers cannot go back to "
                    "that page. Link it, or leave it out.",
                )


def last_is_not_title(page: Page, options: Options) -> Iterator[Observation]:
    """The last, unlinked crumb has other words than the page's main heading."""
    heading = next((each for each in page.headings if each.level == 1 and each.text), None)
    for trail in page.trails:
        last = trail.crumbs[-1] if trail.crumbs else None
        if heading is None or last is None or not last.text or not _is_current(last):
            continue
        if not any(_share_a_word(last.text.text, name) for name in _names(page)):
            yield Observation(
                last.text.span(),
                f"The breadcrumb trail ends with '{last.text}', but the page is headed "
                f"'{heading.text}'. Use the same name in both.",
            )


def _names(page: Page) -> list[str]:
    """What the page calls itself: its title and its headings of the first two levels."""
    titles = [page.metadata.title.text] if page.metadata.title else []
    return titles + [each.text.text for each in page.headings if each.level <= 2]


def _share_a_word(first: str, second: str) -> bool:
    one, two = (set(_WORD.findall(each.casefold())) for each in (first, second))
    return not one or not two or any(a.startswith(b[:5]) for a in one for b in two)
