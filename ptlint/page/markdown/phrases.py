"""The inline content of a block: its words, what is marked in them, links, images, comments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText
from ptlint.page.markdown.emphasis import emphasised
from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.linking import Linked, markdown_link, tag_link
from ptlint.page.markdown.writer import Mark, Writer
from ptlint.page.model import Image, Inline, Link
from ptlint.record import record
from ptlint.source.span import Span

if TYPE_CHECKING:
    from ptlint.page.markdown.tags import Tag

_NONE: Mapping[int, Any] = MappingProxyType({})
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG}


@record
class Phrase:
    """Everything one stretch of inline content holds.

    Attributes:
        breaks: the visible offsets of line breaks, True for those a reader sees.
        notes: what the footnotes say that are written in it, by their number.
    """

    text: MappedText
    inlines: tuple[Inline, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Span, ...] = ()
    breaks: Mapping[int, bool] = _NONE
    notes: Mapping[int, Phrase] = _NONE


@record
class Surroundings:
    """What the page knows that a phrase needs.

    Attributes:
        definitions: the places of the reference definitions' targets.
        raw: the page's raw HTML, everything else blanked at equal length.
        footnotes: what the parser noted of each footnote, by its number.
    """

    definitions: Mapping[str, Span]
    raw: str
    footnotes: Mapping[int, Mapping[str, Any]]


def phrase(tokens: Sequence[Token], words: Content, around: Surroundings) -> Phrase:
    """What the inline tokens of one block say.

    Args:
        tokens: none where emphasis is all the markup there may be.
        words: the content that the tokens' places count in.
    """
    if not tokens:
        return Phrase(*emphasised(words)) if "*" in words.text else Phrase(words.mapped())
    reader = _Reader(words, around)
    for token in tokens:
        reader.take(token)
    return reader.finish()


@dataclass(slots=True)
class _Open:
    """A construct without its end yet; ``at`` counts in the text, ``start`` in the source."""

    kind: str
    at: int
    start: int
    token: Token | None = None
    tag: Tag | None = None
    alternatives: list[str] = field(default_factory=list)

    @property
    def styles(self) -> list[tuple[Style, str | None]]:
        if self.tag:
            return self.tag.styles
        if self.kind == "link" and self.token:
            return [(Style.LINK, str(self.token.attrs["href"]))]
        return [(_STYLES[self.kind], None)] if self.kind in _STYLES else []


class _Reader:
    def __init__(self, words: Content, around: Surroundings) -> None:
        self._words, self._around = words, around
        self._writer = Writer()
        self._open: list[_Open] = []
        self._hidden: str | None = None
        self._links: list[Linked] = []
        self._images: list[Image] = []
        self._comments: list[Span] = []
        self._notes: dict[int, Phrase] = {}

    def take(self, token: Token) -> None:
        assert token.map is not None
        start, end = token.map
        if token.type == "html_inline":
            self._html(token, start, end)
        elif not self._hidden:
            _TAKERS[token.type](self, token, start, end)

    def finish(self) -> Phrase:
        text, inlines = self._writer.finish()
        links = tuple(each.with_words(text) for each in self._links)
        images, comments = tuple(self._images), tuple(self._comments)
        return Phrase(text, inlines, links, images, comments, self._writer.breaks, self._notes)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._words.place(start), self._words.end(end))

    def _mark(self, style: Style, at: int, span: Span, value: str | None = None) -> None:
        self._writer.mark(Mark(style, at, self._writer.position, span, value))

    def text(self, token: Token, start: int, _end: int) -> None:
        if token.content:  # of the two signs of strong text one says nothing
            self._writer.verbatim(self._words.cut(start, start + len(token.content)))

    def special(self, token: Token, start: int, end: int) -> None:
        """An entity or an escaped sign; a backslash before a letter is a backslash."""
        if token.content == token.markup:
            self._writer.verbatim(self._words.cut(start, end))
        else:
            span = self._span(start, end)
            self._writer.unit(token.content, span.start, span.end)

    def line_break(self, token: Token, start: int, end: int) -> None:
        """A line break with the signs of quotations that the next line begins with."""
        seen = token.type == "hardbreak"
        self._writer.fold(self._words.place(start), self._words.place(end), seen)

    def code(self, token: Token, start: int, end: int) -> None:
        at, signs = self._writer.position, len(token.markup)
        first, last = start + signs, end - signs
        written = self._words.text[first:last]
        if written.strip() and written[0] in " \n" and written[-1] in " \n":
            first, last = first + 1, last - 1
        for number, line in enumerate(self._words.text[first:last].split("\n")):
            if number:
                self._writer.fold(self._words.place(first - 1), self._words.place(first))
            self._writer.verbatim(self._words.cut(first, first + len(line)))
            first += len(line) + 1
        self._mark(Style.CODE, at, self._span(start, end))

    def image(self, token: Token, start: int, end: int) -> None:
        label = start + 2
        inner = self._words.part(label, label + len(token.content))
        said = phrase(token.children or (), inner, self._around)
        place = self._words.place(label)
        alt = self._span(label, label + len(token.content)) if token.content else Span(place, place)
        source = self._span(start, end)
        self._images.append(Image(str(token.attrs["src"]), said.text.text, alt, source))
        self._comments.extend(said.comments)
        self._announce(said.text.text)

    def _announce(self, alternative: str) -> None:
        for each in self._open:
            each.alternatives.append(alternative)

    def note(self, token: Token, start: int, end: int) -> None:
        at, identity, span = self._writer.position, token.meta["id"], self._span(start, end)
        self._writer.unit(str(identity + 1), span.start, span.end)
        label = token.meta.get("label")
        if not label:  # the note is written right here: ^[…]
            inner = self._words.part(start + 2, end - 1)
            tokens = self._around.footnotes[identity]["tokens"]
            self._notes[identity] = phrase(tokens, inner, self._around)
        self._mark(Style.SUPERSCRIPT, at, span, f"#fn-{label or identity + 1}")

    def attributes(self, token: Token, _start: int, _end: int) -> None:
        if self._links and "_blank" in token.content:
            self._links[-1] = self._links[-1].in_new_window()

    def opening(self, token: Token, start: int, _end: int) -> None:
        # Of the two signs of strong text the token stands for the inner one.
        start -= len(token.markup) - 1 if token.type == "strong_open" else 0
        kind = token.type.removesuffix("_open")
        place = self._words.place(start)
        self._open.append(_Open(kind, self._writer.position, place, token))

    def closing(self, token: Token, start: int, end: int) -> None:
        end += len(token.markup) - 1 if token.type == "strong_close" else 0
        self._close(token.type.removesuffix("_close"), start, self._words.end(end))

    def _close(self, kind: str, label_end: int, end: int) -> None:
        opened = self._pop(kind)
        if not opened:
            return
        span = Span(opened.start, end)
        for style, value in opened.styles:
            self._mark(style, opened.at, span, value)
            if style is Style.LINK:
                link = self._link(opened, label_end, span)
                alternatives = tuple(opened.alternatives)
                self._links.append(Linked(opened.at, self._writer.position, link, alternatives))

    def _pop(self, kind: str) -> _Open | None:
        """The innermost open construct of that kind; what was left open inside it is forgotten."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].kind == kind:
                found = self._open[number]
                del self._open[number:]
                return found
        return None

    def _link(self, opened: _Open, label_end: int, span: Span) -> Link:
        if opened.tag:
            return tag_link(opened.tag, span)
        assert opened.token is not None
        definitions = self._around.definitions
        return markdown_link(opened.token, self._words, label_end, span, definitions)

    def _html(self, token: Token, start: int, end: int) -> None:
        span = self._span(start, end)
        if token.content.startswith("<!--"):
            self._comments.append(span)
            return
        # Imported on demand: most pages hold no HTML and do without its reader.
        from ptlint.page.markdown.tags import read_tag

        tag = read_tag(self._around.raw, span)
        if tag and self._hidden:
            self._hidden = None if tag.closing and tag.name == self._hidden else self._hidden
        elif tag:
            self._tag(tag, start, span)

    def _tag(self, tag: Tag, start: int, span: Span) -> None:
        if tag.name == "br":
            self._writer.fold(span.start, span.end, seen=True)
        elif tag.name in ("img", "image") and not tag.closing:
            self._images.append(tag.image)
            self._announce(tag.get("alt") or "")
        elif tag.closing:
            self._close(f"<{tag.name}", start, span.end)
        elif tag.opens and tag.hides:
            self._hidden = tag.name
        elif tag.opens:
            self._open.append(_Open(f"<{tag.name}", self._writer.position, span.start, tag=tag))


_TAKERS: Mapping[str, Callable[[_Reader, Token, int, int], None]] = {
    "text": _Reader.text,
    "text_special": _Reader.special,
    "softbreak": _Reader.line_break,
    "hardbreak": _Reader.line_break,
    "code_inline": _Reader.code,
    "image": _Reader.image,
    "footnote_ref": _Reader.note,
    "attributes": _Reader.attributes,
    **{f"{kind}_open": _Reader.opening for kind in ("em", "strong", "s", "link")},
    **{f"{kind}_close": _Reader.closing for kind in ("em", "strong", "s", "link")},
}
