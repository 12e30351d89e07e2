"""Underlines, italics and bold that make a text harder to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import UNKNOWN, quoted
from ptlint.checks.accessibility.spoken_texts import spoken_texts
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.mapped import MappedText
from ptlint.page.model import Inline, Page
from ptlint.source.span import Span

_STRESSING = (Style.EMPHASIS, Style.STRONG, Style.UNDERLINE)


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Underlined words that are no link, long italics, and too much bold."""
    bold = 0
    strongest: tuple[int, Span] | None = None
    article = Part.ARTICLE
    spoken = spoken_texts(page).texts
    texts = [each for each in spoken if each.part is article and not each.heading]
    for each in [each for each in texts if each.inlines]:
        text = each.text.text
        for inline in each.inlines:
            if inline.style not in _STRESSING:
                continue
            count = text.count(" ", inline.start, inline.end) + 1
            if inline.style is Style.STRONG:
                bold += count
                if strongest is None or count > strongest[0]:
                    strongest = (count, inline.span)
            yield from _misused(each.text, inline, each.inlines, count, options)
    if strongest is None:
        return
    words = sum([each.text.text.count(" ") + 1 for each in texts])
    share = bold / words
    if words >= options.whole("least-words") and share > options.number("bold"):
        yield Observation(
            strongest[1],
            f"{share:.0%} of the text is bold. What is bold everywhere stands out nowhere: keep "
            "it for the few words that matter most.",
        )


def _misused(
    text: MappedText, inline: Inline, inlines: Sequence[Inline], count: int, options: Options
) -> Iterator[Observation]:
    words = text.text[inline.start : inline.end]
    if not words.strip() or UNKNOWN in words:
        return
    if inline.style is Style.UNDERLINE and not _is_in_link(inline, inlines):
        yield Observation(
            inline.span,
            f"{quoted(words)} is underlined but is no link. Readers try to follow it: write it "
            "in ordinary letters, or bold if it matters.",
        )
    elif inline.style is Style.EMPHASIS and count > options.whole("italic-words"):
        yield Observation(
            inline.span,
            f"{count} words in italics are hard to read for many. Write them in ordinary letters.",
        )


def _is_in_link(inline: Inline, inlines: Sequence[Inline]) -> bool:
    return any(
        each.style is Style.LINK and each.start < inline.end and inline.start < each.end
        for each in inlines
    )
