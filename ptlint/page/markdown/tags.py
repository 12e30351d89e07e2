"""HTML tags that stand in the running text of a Markdown page."""

from __future__ import annotations

from ptlint.page.html.attributes import value, written
from ptlint.page.html.elements import NOT_TEXT, VOID
from ptlint.page.html.showing import STYLES, is_unseen
from ptlint.page.kinds import Style
from ptlint.page.model import Image
from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.span import Span

_NAME = later(r"</?+([A-Za-z][A-Za-z0-9.:-]*+)")
_TARGETS = ("href", "to")


@record
class Tag:
    """A tag with its attributes: value and the span of the value (None without "=")."""

    name: str
    span: Span
    closing: bool
    attributes: dict[str, tuple[str, Span | None]]
    component: bool
    self_closing: bool

    def get(self, name: str) -> str | None:
        found = self.attributes.get(name)
        return found[0] if found else None

    @property
    def hides(self) -> bool:
        """Its content is not shown as text."""
        if self.component:
            return False
        hidden = "hidden" in self.attributes or is_unseen(self.get("style") or "")
        return self.name in NOT_TEXT or hidden

    @property
    def opens(self) -> bool:
        """Text and an end tag follow."""
        void = self.name in VOID and not self.component
        return not (self.closing or void or self.self_closing)

    @property
    def target(self) -> tuple[str, Span | None] | None:
        """Where it links to: the href of an ``a`` or of a component (``<Link to="…">``)."""
        if self.name != "a" and not self.component:
            return None
        return next((self.attributes[each] for each in _TARGETS if each in self.attributes), None)

    @property
    def styles(self) -> list[tuple[Style, str | None]]:
        """What it marks its text as, with the value that belongs to the style."""
        style = None if self.component else STYLES.get(self.name)
        found: list[tuple[Style, str | None]] = []
        if self.target:
            found.append((Style.LINK, self.target[0]))
        elif style and style is not Style.LINK:
            found.append((style, self.get("title") if style is Style.ABBREVIATION else None))
        if self.get("lang"):
            found.append((Style.LANGUAGE, self.get("lang")))
        return found

    @property
    def image(self) -> Image:
        """The image that it shows, if it is an ``img`` or a component like one."""
        alt, place = self.attributes.get("alt", (None, None))
        hidden = self.get("aria-hidden") == "true" or self.get("role") in ("presentation", "none")
        return Image(self.get("src") or "", alt, place, self.span, hidden)


def read_tag(text: str, span: Span) -> Tag | None:
    """The tag at a place of the raw HTML; None for declarations and the like."""
    named = _NAME.match(text, span.start)
    if not named:
        return None
    attributes: dict[str, tuple[str, Span | None]] = {}
    for name, _, _, start, end in written(text, named.end(), span.end - 1):
        given = (value(text, start, end), Span(start, end)) if start >= 0 else ("", None)
        attributes.setdefault(name, given)
    return Tag(
        name=named[1].lower(),
        span=span,
        closing=text.startswith("</", span.start),
        attributes=attributes,
        component=named[1][0].isupper() and not named[1].isupper(),
        self_closing=text.endswith("/>", span.start, span.end),
    )
