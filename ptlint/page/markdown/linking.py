"""Links in running text: written in Markdown, as bare addresses, or as tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markdown_it.token import Token

from ptlint.page.mapped import MappedText
from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.targets import target_span
from ptlint.page.model import Link
from ptlint.record import record, replace
from ptlint.source.span import Span

if TYPE_CHECKING:
    from ptlint.page.markdown.tags import Tag

_NO_WORDS = MappedText("", ())


@record
class Linked:
    """A link whose words are known when the text is finished.

    Attributes:
        at: the visible offset where its words begin.
        end: the visible offset where they end.
        alternatives: the texts of the images inside it.
    """

    at: int
    end: int
    link: Link
    alternatives: tuple[str, ...] = ()

    def with_words(self, text: MappedText) -> Link:
        """The link with its words and, where they differ, the name that is announced."""
        words = text.slice(self.at, min(self.end, len(text))).strip()
        said = " ".join(filter(None, (words.text, *self.alternatives)))
        name = self.link.name or (said if self.alternatives else "")
        return replace(self.link, text=words, name=name)

    def in_new_window(self) -> Linked:
        return replace(self, link=replace(self.link, new_window=True))


def tag_link(tag: Tag, span: Span) -> Link:
    """The link that a tag makes."""
    href, place = tag.target or ("", None)
    name, title = tag.get("aria-label") or "", tag.get("title")
    return Link(_NO_WORDS, href, place, span, name, title, tag.get("target") == "_blank")


def markdown_link(
    opening: Token, words: Content, label_end: int, span: Span, definitions: Mapping[str, Span]
) -> Link:
    """The link that Markdown signs make.

    Args:
        opening: the token that opens it.
        label_end: offset in ``words`` of the bracket that closes its label.
        definitions: the places of the reference definitions' targets.
    """
    if opening.markup == "autolink":
        place: Span | None = Span(span.start + 1, span.end - 1)
    elif opening.markup == "bare":
        place = span
    else:
        place = target_span(opening, words, label_end, definitions)
    title = str(opening.attrs["title"]) if opening.attrs.get("title") else None
    return Link(_NO_WORDS, str(opening.attrs["href"]), place, span, title=title)
