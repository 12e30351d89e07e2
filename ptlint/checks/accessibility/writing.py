"""What writers do to text that not all readers get: capitals, directions by sight, emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import UNKNOWN, quoted
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.mapped import MappedText
from ptlint.page.model import (
    Heading,
    Inline,
    List,
    Page,
    Paragraph,
    Part,
    Style,
    Table,
)
from ptlint.source.source import Format
from ptlint.source.span import Span

_SPOKEN_PARTS = frozenset({Part.ARTICLE, Part.ASIDE, Part.RELATED, Part.FORM})
_CAPITALS = re.compile(
    r"(?<![\w@./#-])[A-Z][A-Z'’]*+(?:(?: |-|, (?=AND|OR)|’|')[A-Z][A-Z'’]*+)++(?![\w@/])"
)
_TWO_CAPITALS = re.compile(r"[A-Z]{2,}+[ ,'’-]++[A-Z]{2}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*+")
_BULLET = re.compile(r"\s*+(?:([•‣◦▪●○·∙■□➤➢➔→✓✔✅☑►▶»])[️]?|([-*–—])(?=\s))\s*+(?=\S)")
_SIDE = (
    r"(?:on|to|at|in) the (?:far |bottom |top |upper |lower )?(?:right|left)(?:[- ]hand)?"
    r"(?: (?:side|corner|column|of (?:the|this) (?:page|screen)))?"
)
_BODY = r"(?:knee|hip|leg|arm|hand|foot|side of your|shoulder|elbow|wrist|ankle)"
_MARKED = (
    r"(?:fields?|items?|words?|terms?|dates?|sections?|entries|steps?) (?:that are |which are )?"
    r"(?:marked |shown |written |highlighted |printed )?"
)
_NUMBERED = re.compile(r"\s*+\(?(\d{1,2})[.)](?=\s++\S)")


def texts(page: Page) -> Iterator[tuple[MappedText, Sequence[Inline], Part, bool]]:
    """The spoken texts of a page with their marks; the last says whether it is a heading."""
    for block in page.blocks:
        if block.part not in _SPOKEN_PARTS:
            continue
        if isinstance(block, (Heading, Paragraph)):
            yield block.text, block.inlines, block.part, isinstance(block, Heading)
        elif isinstance(block, List):
            for item in block.all_items():
                yield item.text, item.inlines, block.part, False
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield cell.text, cell.inlines, block.part, cell.header


def capitals(page: Page, options: Options) -> Iterator[Observation]:
    """A run of words in capital letters."""
    small = frozenset(options.words("small"))
    for text, _, _, heading in texts(page):
        if not text or not _TWO_CAPITALS.search(text.text):
            continue
        for run in _CAPITALS.finditer(text.text):
            words = re.findall(r"[A-Z'’]+", run[0])
            if len(words) >= options.whole("words") - heading and _are_words(words, small):
                span = text.span(run.start(), run.end())
                yield Observation(
                    span,
                    f"{quoted(run[0])} is written in capitals, which are hard to read and which "
                    "some screen readers spell out. Write it in ordinary letters.",
                    fix=_lowered(page, span, run[0]),
                )


def _are_words(words: list[str], small: frozenset[str]) -> bool:
    """Whether capitals are a sentence and not a row of acronyms."""
    known = sum(word.lower() in small for word in words)
    long = sum(len(word) >= 5 and bool(re.search("[AEIOUY]", word)) for word in words)
    return long >= 2 or (known >= 1 and (long >= 1 or known >= 2))


def _lowered(page: Page, span: Span, words: str) -> Fix | None:
    if page.source.slice(span) != words:
        return None
    edit = Edit(span.start, span.end, words[0] + words[1:].lower())
    return Fix("Write it in ordinary letters", (edit,), safe=False)


def sensory(page: Page, options: Options) -> Iterator[Observation]:
    """An instruction that only those can follow who see the page."""
    mention, find = _sensory_patterns(*map(options.words, ("verbs", "things", "looks")))
    for text, _, _, _ in texts(page):
        if not text or not mention.search(text.text):
            continue
        for sentence in _SENTENCE.finditer(text.text):
            for pattern in find:
                found = pattern.search(sentence[0])
                if found:
                    start = sentence.start() + found.start()
                    yield Observation(
                        text.span(start, sentence.start() + found.end()),
                        f"{quoted(found[0])} can be followed only by those who see it. Name the "
                        "thing by its words, as in 'Select \"Book now\"'.",
                    )
                    break


@lru_cache(maxsize=8)
def _sensory_patterns(
    verbs: tuple[str, ...], things: tuple[str, ...], looks: tuple[str, ...]
) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What every such sentence holds; then a look and a thing, a thing and its side, text in
    a colour."""
    act, thing, look = ("|".join(map(re.escape, words)) for words in (verbs, things, looks))
    looking = (
        rf"\b(?:{act})\b(?: (?:on|at|in))? (?:the|a|any|our|this) (?:\w+ )?(?:{look})"
        rf"(?: (?:and )?(?:{look}))? (?:{thing})s?\b"
    )
    aside = rf"\b(?:{act})\b[^,;:]{{0,40}}?\b(?:{thing})s? {_SIDE}(?! {_BODY})\b"
    coloured = rf"\b{_MARKED}in (?:{look})\b(?! (?:and|blood))"
    mention = rf"\b(?:{act})\b.{{1,60}}?\b(?:{thing})|\bin (?:{look})\b"
    patterns = (re.compile(each, re.IGNORECASE) for each in (looking, aside, coloured))
    return re.compile(mention, re.IGNORECASE), tuple(patterns)


def emphasis(page: Page, options: Options) -> Iterator[Observation]:
    """Underlined words that are no link, long italics, and too much bold."""
    words = bold = 0
    strongest: tuple[int, Span] | None = None
    for text, inlines, part, heading in texts(page):
        if part is not Part.ARTICLE or heading or not text:
            continue
        words += len(text.text.split())
        for inline in inlines:
            count = len(text.text[inline.start : inline.end].split())
            if inline.style is Style.STRONG:
                bold += count
                if strongest is None or count > strongest[0]:
                    strongest = (count, inline.span)
            yield from _misused(text, inline, inlines, count, options)
    share = bold / words if words else 0.0
    if strongest and words >= options.whole("least-words") and share > options.number("bold"):
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


def fake_list(page: Page, options: Options) -> Iterator[Observation]:
    """A list made of signs or numbers in paragraphs."""
    if page.source.format is Format.MARKDOWN:
        yield from _in_lines(page)
    run: list[Paragraph] = []
    for block in [*page.blocks, None]:
        if isinstance(block, Paragraph) and _goes_on(run, block):
            run.append(block)
            continue
        if len(run) >= _least(run):
            yield _listed([each.text.span() for each in run])
        run = [block] if isinstance(block, Paragraph) and _begins(block) else []


def _begins(block: Paragraph) -> bool:
    return block.part in _SPOKEN_PARTS and bool(_mark(block))


def _mark(block: Paragraph) -> str:
    """The sign or "1" that a paragraph begins with."""
    text = block.text.text
    bullet = _BULLET.match(text)
    if bullet:
        return bullet[1] or bullet[2]
    number = _NUMBERED.match(text)
    return number[1] if number else ""


def _goes_on(run: list[Paragraph], block: Paragraph) -> bool:
    if not run or block.part is not run[-1].part:
        return False
    last, mark = _mark(run[-1]), _mark(block)
    return mark == last if not last.isdigit() else mark.isdigit() and int(mark) == int(last) + 1


def _least(run: list[Paragraph]) -> int:
    return 3 if run and _mark(run[0]) in ("-", "–", "—", "*") else 2


def _listed(spans: list[Span]) -> Observation:
    return Observation(
        spans[0],
        f"These {len(spans)} lines are made to look like a list. Mark them up as a list, so that "
        "screen readers announce how many items it has.",
        tuple(Note(span, "A line of the list.") for span in spans[1:]),
    )


def _in_lines(page: Page) -> Iterator[Observation]:
    """Lines of one Markdown paragraph that begin with a sign Markdown does not know."""
    for block in page.blocks:
        if not isinstance(block, Paragraph) or block.part not in _SPOKEN_PARTS:
            continue
        source, at, marks = page.source.slice(block.span), block.span.start, []
        for line in source.splitlines(keepends=True):
            bullet = _BULLET.match(line)
            if bullet and bullet[1]:
                marks.append(Span(at + bullet.start(1), at + len(line.rstrip())))
            at += len(line)
        if len(marks) >= 2 and _are_neighbours(page, marks):
            seen = _listed(marks)
            edits = tuple(Edit(each.start, each.start + 1, "-") for each in marks)
            fix = Fix("Make it a list", edits, safe=False)
            yield Observation(seen.span, seen.message, seen.related, fix=fix)


def _are_neighbours(page: Page, marks: list[Span]) -> bool:
    return all(
        page.source.text[first.end : second.start].count("\n") == 1
        for first, second in pairwise(marks)
    )
