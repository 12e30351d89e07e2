"""The title and the description that search results show."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation, Severity
from ptlint.page.mapped import MappedText
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.source.source import Format

_WORD = later(r"[^\W_]{2,}")
_STEM = 5
_SMALL = frozenset(
    ("and", "are", "for", "from", "how", "the", "this", "what", "when", "with", "you", "your",
     "our", "can", "does", "why", "who", "page")
)  # fmt: skip
#: What templates leave in a title where a word will be put in.
_FILLER = ("\ue000", "\ue001", "{{", "{%", "<?", "<%", "${")


def title_tag(page: Page, options: Options) -> Iterator[Observation]:
    """A title that says something else than the main heading, or too much."""
    title = page.metadata.title
    if title is None or _has_template(page, title):
        return
    words = " ".join(title.text.split())
    if words.strip(" .!|–-").casefold() in options.word_set("generic"):
        yield Observation(
            title.span(),
            f"The page title '{words}' would fit any page. Name the subject of this one first, "
            "then the name of the site.",
        )
    elif page.title and not _share_word(words, page.title.text):
        yield Observation(
            title.span(),
            f"The page title '{words}' shares no word with the main heading "
            f"'{page.title.text.strip()}'. Put the heading first, then the name of the site.",
            severity=Severity.SUGGESTION,
        )
    elif len(words) > options.whole("characters"):
        yield Observation(
            title.span(),
            f"The page title has {len(words)} characters; search results cut it after about "
            f"{options.whole('characters')}. Put the subject first and shorten the rest.",
            severity=Severity.SUGGESTION,
        )


def _has_template(page: Page, text: MappedText) -> bool:
    span = text.span()
    if any(sign in page.source.slice(span) for sign in _FILLER):
        return True
    return any(region.overlaps(span) for region in page.source.masked)


def _share_word(title: str, heading: str) -> bool:
    one, other = _stems(title), _stems(heading)
    return not one or not other or not one.isdisjoint(other)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def description(page: Page, options: Options) -> Iterator[Observation]:
    """No description, or one that search results cut off."""
    given = page.metadata.description
    if given is None:
        if page.source.format is Format.HTML and "description" not in page.metadata.meta:
            yield missing(
                page,
                "The page has no description. Add one sentence that says what the reader will "
                "find: search results show it.",
            )
        return
    words = " ".join(given.text.split())
    if len(words) > options.whole("characters") and not _has_template(page, given):
        yield Observation(
            given.span(),
            f"The description has {len(words)} characters; search results cut it after about "
            f"{options.whole('characters')}. Say the main thing first and shorten the rest.",
        )
