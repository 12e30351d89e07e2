"""The inline content of a block: its words, what is marked in them, links, images, comments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it.token import Token

from ptlint.page.mapped import MappedText, joined
from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.tags import Tag, image_of, read_tag
from ptlint.page.markdown.targets import target_span
from ptlint.page.markdown.writer import Mark, Writer
from ptlint.page.model import Image, Inline, Link, Style
from ptlint.source.span import Span

_TEMPLATE = re.compile("[\ue000\ue001]")
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Everything one stretch of inline content holds."""

    text: MappedText
    inlines: tuple[Inline, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Span, ...] = ()
    breaks: Mapping[int, bool] = field(default_factory=dict)
    notes: Mapping[int, Phrase] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
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
        words: the content that the tokens' places count in.
    """
    if len(tokens) == 1 and tokens[0].type == "text" and not _TEMPLATE.search(words.text):
        return Phrase(joined(words.cut(0, len(words.text))).strip())
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


@dataclass(frozen=True, slots=True)
class _Linked:
    """A link whose words are known when the text is finished."""

    at: int
    end: int
    link: Link
    alternatives: tuple[str, ...]


class _Reader:
    def __init__(self, words: Content, around: Surroundings) -> None:
        self._words, self._around = words, around
        self._writer = Writer()
        self._open: list[_Open] = []
        self._hidden: str | None = None
        self._links: list[_Linked] = []
        self._images: list[Image] = []
        self._comments: list[Span] = []
        self._notes: dict[int, Phrase] = {}

    def take(self, token: Token) -> None:
        assert token.map is not None
        start, end = token.map
        kind, _, edge = token.type.partition("_")
        if token.type == "html_inline":
            self._html(token, start, end)
        elif self._hidden:
            return
        elif token.type == "text":
            self._writer.verbatim(self._words.cut(start, start + len(token.content)))
        elif token.type == "text_special":
            self._special(token, start, end)
        elif token.type in ("softbreak", "hardbreak"):
            self._break(start, end, seen=token.type == "hardbreak")
        elif token.type == "code_inline":
            self._code(token, start, end)
        elif token.type == "image":
            self._image(token, start, end)
        elif token.type == "footnote_ref":
            self._note(token, start, end)
        elif token.type == "attributes":
            self._attributes(token)
        elif edge == "open":
            wide = len(token.markup) - 1 if kind == "strong" else 0
            place = self._words.place(max(start - wide, 0))
            self._open.append(_Open(kind, self._writer.position, place, token))
        elif edge == "close":
            wide = len(token.markup) - 1 if kind == "strong" else 0
            self._close(kind, start, self._words.end(end + wide))

    def finish(self) -> Phrase:
        text, inlines = self._writer.finish()
        links = tuple(_with_words(each, text) for each in self._links)
        images, comments = tuple(self._images), tuple(self._comments)
        breaks = self._writer.breaks
        return Phrase(text, inlines, links, images, comments, breaks, self._notes)

    def _break(self, start: int, end: int, seen: bool = False) -> None:
        """A line break with the signs of quotations and lists that the next line begins with."""
        self._writer.fold(self._words.place(start), self._words.place(end), seen)

    def _special(self, token: Token, start: int, end: int) -> None:
        if token.content == token.markup:  # a backslash before a letter is a backslash
            self._writer.verbatim(self._words.cut(start, end))
        else:
            self._writer.unit(token.content, self._words.place(start), self._words.end(end))

    def _code(self, token: Token, start: int, end: int) -> None:
        at, signs = self._writer.position, len(token.markup)
        first, last = start + signs, end - signs
        written = self._words.text[first:last]
        if written.strip() and written[0] in " \n" and written[-1] in " \n":
            first, last = first + 1, last - 1
        for number, line in enumerate(self._words.text[first:last].split("\n")):
            if number:
                self._break(first - 1, first)
            self._writer.verbatim(self._words.cut(first, first + len(line)))
            first += len(line) + 1
        self._mark(Style.CODE, at, start, end)

    def _image(self, token: Token, start: int, end: int) -> None:
        label = start + 2
        inner = self._words.part(label, label + len(token.content))
        said = phrase(token.children or (), inner, self._around)
        place = self._words.place(label)
        span = Span(place, self._words.end(label + len(token.content)) if token.content else place)
        source = Span(self._words.place(start), self._words.end(end))
        self._images.append(Image(str(token.attrs["src"]), said.text.text, span, source))
        self._comments.extend(said.comments)
        self._announce(said.text.text)

    def _announce(self, alternative: str) -> None:
        for each in self._open:
            each.alternatives.append(alternative)

    def _note(self, token: Token, start: int, end: int) -> None:
        at, number = self._writer.position, token.meta["id"] + 1
        span = Span(self._words.place(start), self._words.end(end))
        self._writer.unit(str(number), span.start, span.end)
        label = token.meta.get("label")
        if not label:  # the note is written right here: ^[…]
            inner = self._words.part(start + 2, end - 1)
            tokens = self._around.footnotes[token.meta["id"]]["tokens"]
            self._notes[token.meta["id"]] = phrase(tokens, inner, self._around)
        self._mark(Style.SUPERSCRIPT, at, start, end, f"#fn-{label or number}")

    def _attributes(self, token: Token) -> None:
        if self._links and "_blank" in token.content:
            last = self._links[-1]
            self._links[-1] = replace(last, link=replace(last.link, new_window=True))

    def _mark(self, style: Style, at: int, start: int, end: int, value: str | None = None) -> None:
        span = Span(self._words.place(start), self._words.end(end))
        self._writer.mark(Mark(style, at, self._writer.position, span, value))

    def _close(self, kind: str, label_end: int, end: int) -> None:
        opened = self._pop(kind)
        if not opened:
            return
        span = Span(opened.start, end)
        if opened.tag:
            styles = opened.tag.styles
        elif kind == "link" and opened.token:
            styles = [(Style.LINK, str(opened.token.attrs["href"]))]
        else:
            styles = [(_STYLES[kind], None)] if kind in _STYLES else []
        for style, value in styles:
            self._writer.mark(Mark(style, opened.at, self._writer.position, span, value))
            if style is Style.LINK:
                link = self._link(opened, label_end, span)
                alternatives = tuple(opened.alternatives)
                self._links.append(_Linked(opened.at, self._writer.position, link, alternatives))

    def _pop(self, kind: str) -> _Open | None:
        """The innermost open construct of that kind; what was left open inside it is forgotten."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].kind == kind:
                found = self._open[number]
                del self._open[number:]
                return found
        return None

    def _link(self, opened: _Open, label_end: int, span: Span) -> Link:
        nothing = MappedText("", ())
        if opened.tag:
            href, place = opened.tag.target or ("", None)
            name, title = opened.tag.get("aria-label") or "", opened.tag.get("title")
            window = opened.tag.get("target") == "_blank"
            return Link(nothing, href, place, span, name, title, window)
        token = opened.token
        assert token is not None
        place = self._target(token, label_end, span)
        title = str(token.attrs["title"]) if token.attrs.get("title") else None
        return Link(nothing, str(token.attrs["href"]), place, span, title=title)

    def _target(self, token: Token, label_end: int, span: Span) -> Span | None:
        if token.markup == "autolink":
            return Span(span.start + 1, span.end - 1)
        if token.markup == "bare":
            return span
        return target_span(token, self._words, label_end, self._around.definitions)

    def _html(self, token: Token, start: int, end: int) -> None:
        span = Span(self._words.place(start), self._words.end(end))
        if token.content.startswith("<!--"):
            self._comments.append(span)
            return
        tag = read_tag(self._around.raw, span)
        if tag is None or (self._hidden and not (tag.closing and tag.name == self._hidden)):
            return
        if self._hidden:
            self._hidden = None
        elif tag.name == "br":
            self._writer.fold(span.start, span.end, seen=True)
        elif tag.name in ("img", "image") and not tag.closing:
            self._images.append(image_of(tag))
            self._announce(tag.get("alt") or "")
        elif tag.closing:
            self._close(f"<{tag.name}", start, span.end)
        elif tag.opens and tag.hides:
            self._hidden = tag.name
        elif tag.opens:
            self._open.append(_Open(f"<{tag.name}", self._writer.position, span.start, tag=tag))


def _with_words(linked: _Linked, text: MappedText) -> Link:
    """The link with its words and, where they differ, the name that is announced."""
    words = text.slice(linked.at, min(linked.end, len(text))).strip()
    link = linked.link
    said = " ".join(filter(None, (words.text, *linked.alternatives)))
    name = link.name or (said if linked.alternatives else "")
    return replace(link, text=words, name=name)
