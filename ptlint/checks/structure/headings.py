"""How the headings of a page are written: case, form, repetition, the main heading."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.citations import CITED_PARTS
from ptlint.checks.kinds.holding import texts_with
from ptlint.checks.place import missing
from ptlint.findings.finding import Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Heading, Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later
from ptlint.prose.segmentation import words_by_sentence
from ptlint.prose.tokens import word_texts
from ptlint.source.source import Format

_SMALL = frozenset(
    "a an and are as at be but by can do does for from how i if in into is it my nor of off on or "
    "per should so than that the their this to too up via vs was we what when where which who why "
    "will with you your after before include includes including".split()
)
#: Names that stay capitalised in sentence case (Achilles tendon, Baker's cyst, Parkinson's).
_EPONYMS = frozenset(
    "achilles alzheimer's alzheimer baker's bell's charcot colles crohn's cushing's de dupuytren's "
    "ehlers ehlers-danlos epley galant guillain guillain-barré haglund's hashimoto's heimlich "
    "hodgkin's jones kegel legg lisfranc lyme marfan morton's osgood-schlatter osgood paget's "
    "parkinson's parkinson perthes raynaud's reye's scheuermann's schlatter sjogren's sjögren's "
    "tietze tourette's quervain's latin english american british european covid".split()
)
#: What brackets add ("20 minutes", an acronym in full) is not written like the heading.
_BRACKETS = later(r"\([^()]{0,200}\)")
_SHORTEST = 3
#: One odd heading may be a name; two are a habit.
_SEVERAL = 2


def case_mixed(page: Page, options: Options) -> Iterator[Observation]:
    """Some section headings in title case, others in sentence case, or some in both.

    The title of the page does not count: many sites keep title case for it alone.
    """
    headings = [(each, _telling(each)) for each in _article(page) if each.text != page.title]
    # Names make sentence case of what looks mixed, and nothing of what looks like title case.
    title, sentence, mixed = _by_case(headings, frozenset())
    if len(mixed) < _SEVERAL and min(len(title), len(sentence) + len(mixed)) < _SEVERAL:
        return
    capitals = {word for _, telling in headings for word in telling if word[0].isupper()}
    title, sentence, mixed = _by_case(headings, _own_names(page, capitals))
    if len(mixed) < _SEVERAL and min(len(title), len(sentence)) < _SEVERAL:
        return
    odd = mixed or min(title, sentence, key=len)
    kind = "sentence case ('What are shin splints?')"
    yield Observation(
        odd[0].text.span(),
        f"The headings mix capitals: {_example(title, 'title case')}"
        f"{_example(sentence, 'sentence case')}{_example(mixed, 'both at once')}"
        f"choose one form for all, best {kind}.",
        related=tuple(Note(each.text.span(), "written another way") for each in odd),
    )


def _by_case(
    headings: list[tuple[Heading, list[str]]], names: frozenset[str]
) -> tuple[list[Heading], list[Heading], list[Heading]]:
    """Those in title case, those in sentence case, and those in both at once."""
    judged = [(each, _case(telling, names)) for each, telling in headings]
    title, sentence, mixed = (
        [each for each, case in judged if case == kind] for kind in ("title", "sentence", "mixed")
    )
    return title, sentence, mixed


def _example(headings: list[Heading], name: str) -> str:
    return f"'{headings[0].text.text}' is in {name}; " if headings else ""


def _own_names(page: Page, capitals: set[str]) -> frozenset[str]:
    """Those words that are capitalised inside sentences too: names of people, places, the clinic.

    Args:
        capitals: words of headings that begin with a capital.
    """
    # Most words of headings never stand with a capital anywhere else.
    written = {*capitals, *map(str.upper, capitals)}
    holding = {id(each) for word in written for each in texts_with(page, word)}
    names: set[str] = set()
    for passage in passages(page, ("paragraph", "item"), CITED_PARTS):
        if id(passage) not in holding:
            continue
        inside = list(_inside_sentences(passage))
        capital = [word for word in inside if word[0].isupper()]
        # A line in title case says nothing about its words.
        if len(capital) * 2 < len(inside) and not passage.text.text.rstrip().endswith(":"):
            names.update(word.casefold() for word in capital)
    return frozenset(names)


def _inside_sentences(passage: Passage) -> Iterator[str]:
    """The words but those that a sentence opens with."""
    text = passage.text.text
    for sentence, listed in zip(passage.sentences, words_by_sentence(text), strict=True):
        opens = listed[:1] and text.startswith(listed[0], sentence.start)
        yield from listed[1:] if opens else listed


def _telling(heading: Heading) -> list[str]:
    """The words after the first whose capital tells how the heading is written."""
    return [
        word
        for word in word_texts(_BRACKETS.sub(" ", heading.text.text))[1:]
        if word.isalpha()
        and (word.islower() or word[1:].islower())
        and word.casefold() not in _SMALL
        and word.casefold() not in _EPONYMS
    ]


def _case(telling: list[str], names: frozenset[str]) -> str:
    """ "title", "sentence", "mixed", or "" where too few words can tell."""
    upper = [word for word in telling if word[0].isupper()]
    if len(telling) < 2:
        return ""
    if not upper:
        return "sentence"
    common = sum(word.casefold() not in names for word in upper)
    if len(upper) == len(telling):
        return "title" if common else ""
    return "mixed" if common >= 2 else "sentence"


def form_mixed(page: Page, options: Options) -> Iterator[Observation]:
    """Sibling headings of which some ask and others state."""
    levels: dict[int, list[Heading]] = {}
    for each in _article(page):
        levels.setdefault(each.level, []).append(each)
    for level, siblings in levels.items():
        questions = [each for each in siblings if each.text.text.rstrip().endswith("?")]
        statements = [each for each in siblings if not each.text.text.rstrip().endswith("?")]
        if level == 1 or len(questions) < 2 or len(statements) < 2:
            continue
        fewer = min(questions, statements, key=len)
        yield Observation(
            fewer[0].text.span(),
            f"{len(questions)} headings ask ('{questions[0].text}') and {len(statements)} state "
            f"('{statements[0].text}'). Use one form for all.",
            related=tuple(Note(each.text.span(), "the other form") for each in fewer),
        )
        return


def repeated(page: Page, options: Options) -> Iterator[Observation]:
    """The same heading twice: under one parent, or on two lines in a row."""
    seen: dict[tuple[str, int | None], Heading] = {}
    parents: list[Heading] = []
    for each in page.headings:
        if each.part not in (Part.ARTICLE, Part.RELATED, Part.ASIDE) or not each.text.text.strip():
            continue
        if any(span.overlaps(each.span) for span in page.source.masked):
            continue  # a template writes each copy with words of its own
        while parents and parents[-1].level >= each.level:
            parents.pop()
        key = each.text.folded, parents[-1].span.start if parents else None
        parents.append(each)
        if key in seen:
            yield Observation(
                each.text.span(),
                f"The heading '{each.text}' stands here a second time. Keep one, or say in each "
                "what is different.",
                related=(Note(seen[key].text.span(), "the first time"),),
            )
        seen.setdefault(key, each)


def main_heading(page: Page, options: Options) -> Iterator[Observation]:
    """No main heading, or more than one."""
    own = [
        each
        for each in page.headings
        if each.level == 1 and each.marked_up and each.part is not Part.HIDDEN and each.text
    ]
    if not own:
        if page.source.format is Format.MARKDOWN and page.metadata.title:
            return
        yield missing(page, "The page has no main heading (h1). Make its title one.")
    if len(own) > 1:
        yield _several(own, page)


def _several(own: list[Heading], page: Page) -> Observation:
    """Several main headings: the page's title is to stay, not the name of the site."""
    in_front_matter = page.source.format is Format.MARKDOWN and page.metadata.title is not None
    known = page.metadata.title if in_front_matter else page.title
    kept = next((each for each in own if known and each.text.folded == known.folded), None)
    if kept is None and not in_front_matter:
        kept = own[0]
    others = [each for each in own if each is not kept]
    title = kept.text if kept else known
    count = "a second main heading" if len(own) == 2 and kept else f"{len(own)} main headings"
    return Observation(
        others[0].text.span(),
        f"The page has {count} (h1): '{others[0].text}'. Keep '{title}' as its title and make the "
        "others h2.",
        related=tuple(Note(each.text.span(), "make it h2") for each in others),
    )


def _article(page: Page) -> list[Heading]:
    return [
        each
        for each in page.headings
        if each.part is Part.ARTICLE and len(each.text.text.strip()) >= _SHORTEST
    ]
