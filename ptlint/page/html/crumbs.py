"""Reading a breadcrumb trail: its crumbs, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from ptlint.page.html.elements import LISTS
from ptlint.page.html.links import labelled_by, read_link
from ptlint.page.html.nesting import OPEN, TEXT, Element, Nesting
from ptlint.page.html.tokenizer import BLANK
from ptlint.page.html.wording import Wording, wording
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import BreadcrumbTrail, Crumb, Separator
from ptlint.pattern import later
from ptlint.source.span import Span

#: Signs that separate crumbs, alone or doubled.
SIGNS = "/>»›→⟩❯▸▶≫|·•\\"
_ANY = rf"(?:[{re.escape(SIGNS)}]{{1,2}}+|::|->|-|–|—)"
_ALONE = later(rf"\s*+({_ANY})\s*+")
_INSIDE = later(r"(?:^|(?<=\s))([/>»›→⟩❯▸▶≫|\\]{1,2}+|::|->)(?=\s|$)|^[»›→>](?=\w)")
_SEPARATING = later(
    r"\b(?:sep|separator|divider|chevron|angle|arrow|caret|slash)\b|icon-?right", re.IGNORECASE
)
_HOME_ICON = later(r"home|house", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """A crumb or a separator in the order of the page; ``item`` is the list item around."""

    item: Element | None
    crumb: Crumb | None = None
    separator: Separator | None = None


def read_trail(nesting: Nesting, holder: Element) -> BreadcrumbTrail:
    """What an element holds, read as a breadcrumb trail.

    A crumb is ``current`` when ``aria-current`` says so. Icons without text are separators
    with an empty text; assistive technology meets them only as list items of their own.
    """
    pieces = list(_Reader(nesting, holder).pieces())
    pieces = _without_edges(pieces)
    alone = _items_of_one_piece(pieces)
    listed = _list_in(nesting, holder)
    landmark = _landmark(holder, listed, nesting)
    return BreadcrumbTrail(
        crumbs=tuple(piece.crumb for piece in pieces if piece.crumb),
        separators=tuple(_separator(piece, alone) for piece in pieces if piece.separator),
        span=Span(holder.start, holder.end),
        landmark=landmark is not None,
        label=_label(nesting, landmark) if landmark else "",
        container=_container(listed, pieces),
    )


class _Reader:
    def __init__(self, nesting: Nesting, holder: Element) -> None:
        self._nesting = nesting
        self._holder = holder
        self._item: Element | None = None
        self._words: list[int] = []

    def pieces(self) -> Iterator[_Piece]:
        events = self._nesting.events
        index = self._holder.opened + 1
        while index < self._holder.closed:
            kind, element, _, _, token = events[index]
            if kind == TEXT:
                if token != BLANK:
                    yield from self._text(index)
            elif element is not None and kind == OPEN:
                taken = yield from self._element(element)
                index = element.closed if taken else index
            elif element is not None and element.name == "li":
                yield from self._flush()
                self._item = None
            index += 1
        yield from self._flush()

    def _element(self, element: Element) -> Generator[_Piece, None, bool]:
        """Returns whether the whole element was used up."""
        if element.name == "li":
            yield from self._flush()
            self._item = element
            if _is_empty(self._nesting, element) and _is_separating(element):
                yield self._icon(element)
                return True
            return False
        if element.name == "a":
            yield from self._flush()
            piece = self._link(element)
            if not _is_skip_link(piece.crumb):
                yield piece
            return True
        if element.name == "svg" or _is_icon(self._nesting, element):
            if not _HOME_ICON.search(element.get("class") or ""):
                yield from self._flush()
                yield self._icon(element)
            return True
        return not element.tag.shown

    def _link(self, element: Element) -> _Piece:
        nesting = self._nesting
        link = read_link(nesting, element, Part.BREADCRUMB)
        current = self._has_current(element) or any(
            kind == OPEN and each is not None and _says_current(each)
            for kind, each, _, _, _ in nesting.events[element.opened : element.closed]
        )
        target = link if element.get("href") is not None else None
        return _Piece(self._item, Crumb(link.text, link.span, target, current))

    def _icon(self, element: Element) -> _Piece:
        sign = Separator("", Span(element.start, element.end), hidden=self._is_hidden(element))
        return _Piece(self._item, separator=sign)

    def _text(self, index: int) -> Iterator[_Piece]:
        """A text: a separator, words of a crumb, or both in one."""
        _, parent, start, end, _ = self._nesting.events[index]
        words = Wording(self._nesting.text)
        words.add_text(start, end)
        text = words.finish()[0]
        hidden = parent is not None and self._is_hidden(parent)
        alone = _ALONE.fullmatch(text.text)
        if alone:
            yield from self._flush()
            sign = Separator(alone[1], text.span(*alone.span(1)), hidden=hidden)
            yield _Piece(self._item, separator=sign)
        elif _INSIDE.search(text.text):
            yield from self._flush()
            yield from self._split(text, parent, hidden)
        else:
            self._words.append(index)

    def _split(self, text: MappedText, parent: Element | None, hidden: bool) -> Iterator[_Piece]:
        at = 0
        for sign in _INSIDE.finditer(text.text):
            yield from self._crumb(text.slice(at, sign.start()).strip(), parent)
            separator = Separator(sign[0].strip(), text.span(*sign.span()), hidden=hidden)
            yield _Piece(self._item, separator=separator)
            at = sign.end()
        yield from self._crumb(text.slice(at, len(text)).strip(), parent)

    def _flush(self) -> Iterator[_Piece]:
        if self._words:
            nesting = self._nesting
            parent = nesting.events[self._words[0]][1]
            indices = range(self._words[0], self._words[-1] + 1)
            self._words = []
            text = wording(nesting.text, nesting.events, indices)[0]
            yield from self._crumb(text, parent)

    def _crumb(self, text: MappedText, parent: Element | None) -> Iterator[_Piece]:
        if text:
            current = parent is not None and self._has_current(parent)
            yield _Piece(self._item, Crumb(text, text.span(), None, current))

    def _upwards(self, element: Element) -> Iterator[Element]:
        node: Element | None = element
        while node is not None and node is not self._holder:
            yield node
            node = node.parent

    def _is_hidden(self, element: Element) -> bool:
        return any(
            (each.get("aria-hidden") or "").lower() == "true" for each in self._upwards(element)
        )

    def _has_current(self, element: Element) -> bool:
        return any(_says_current(each) for each in self._upwards(element))


def _is_skip_link(crumb: Crumb | None) -> bool:
    """An empty link past the trail, as site generators put in front of it."""
    href = crumb.link.href or "" if crumb and crumb.link else ""
    return not (crumb and crumb.text) and href.startswith("#") and len(href) > 1


def _says_current(element: Element) -> bool:
    return (element.get("aria-current") or "false").strip().lower() not in ("", "false")


def _is_empty(nesting: Nesting, element: Element) -> bool:
    return not any(
        kind == TEXT and token != BLANK
        for kind, _, _, _, token in nesting.events[element.opened : element.closed]
    )


def _is_separating(element: Element) -> bool:
    return bool(_SEPARATING.search(element.get("class") or ""))


def _is_icon(nesting: Nesting, element: Element) -> bool:
    if element.name not in ("i", "img", "span", "em", "b"):
        return False
    if not element.tag.shown and element.name != "img":
        return _is_separating(element)
    return (
        element.name in ("i", "img", "span")
        and _is_empty(nesting, element)
        and (element.name != "span" or _is_separating(element))
    )


def _without_edges(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Without "You are here:" in front and icons that stand before or after all crumbs."""
    kept = list(pieces)
    while kept and kept[0].crumb and not kept[0].crumb.link:
        if not kept[0].crumb.text.text.endswith((":", "：")):
            break
        kept.pop(0)
    while kept and kept[0].separator and not kept[0].separator.text:
        kept.pop(0)
    while kept and kept[-1].separator and not kept[-1].separator.text:
        kept.pop()
    return kept


def _items_of_one_piece(pieces: Sequence[_Piece]) -> set[Element]:
    counts: dict[Element, int] = {}
    for piece in pieces:
        if piece.item is not None:
            counts[piece.item] = counts.get(piece.item, 0) + 1
    return {item for item, count in counts.items() if count == 1}


def _separator(piece: _Piece, alone: set[Element]) -> Separator:
    sign = piece.separator
    assert sign is not None
    own = piece.item is not None and piece.item in alone
    silent = own and (piece.item.get("role") or "") in ("presentation", "none") if piece.item else 0
    hidden = sign.hidden or (not sign.text and (not own or bool(silent)))
    return Separator(sign.text, sign.span, own, hidden)


def _list_in(nesting: Nesting, holder: Element) -> Element | None:
    if holder.name in LISTS:
        return holder
    for kind, each, _, _, _ in nesting.events[holder.opened : holder.closed]:
        if kind == OPEN and each is not None and each.name in LISTS:
            return each
    return None


def _landmark(holder: Element, listed: Element | None, nesting: Nesting) -> Element | None:
    node = listed or holder
    if listed is None:
        for kind, each, _, _, _ in nesting.events[holder.opened : holder.closed]:
            if kind == OPEN and each is not None and _is_navigation(each):
                return each
    found: Element | None = node
    while found is not None and not _is_navigation(found):
        found = found.parent
    return found


def _is_navigation(element: Element) -> bool:
    role = (element.get("role") or "").strip().lower()
    return role == "navigation" or (element.name == "nav" and role in ("", "navigation"))


def _label(nesting: Nesting, landmark: Element) -> str:
    label = " ".join((landmark.get("aria-label") or "").split())
    named = landmark.get("aria-labelledby")
    return label if label or not named else labelled_by(nesting, named)


def _container(listed: Element | None, pieces: Sequence[_Piece]) -> str:
    if listed is not None:
        return "ol" if listed.name == "ol" else "ul"
    linked = any(piece.crumb and piece.crumb.link for piece in pieces)
    return "inline" if linked else "text"
