"""The page's title and the condition it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, BreadcrumbTrail, Heading, Metadata
from ptlint.pattern import later, one_of

if TYPE_CHECKING:
    from ptlint.sections.naming import Naming

_TITLE_PARTS = (Part.ARTICLE, Part.HEADER, Part.AUTHORSHIP)
_SITE_NAME = later(rf"\s++{one_of('|–—·•»')}\s++|\s++-\s++|\s*+::\s*+")
#: This and the following are asked of small letters.
_FRAME = later(
    r"^(?:(?:an? |the )?(?:\w+ )?(?:patient|parent|beginner|complete|quick|ultimate|physical "
    r"therapist)(?:'|’)?s? guide (?:to|for|on)|guide to"
    r"|physical therapy(?: guide)? (?:for|to|and|after)"
    r"|(?:physiotherapy|physio|chiropractic|osteopathy|podiatry)(?: care| treatments?)? for"
    r"|treat(?:ing|ment) (?:of|for)|understanding|living with|managing"
    r"|coping with|about|overview of|what (?:is|are|causes)|what you (?:need to|should) know about"
    r"|(?:signs and )?symptoms (?:of|and causes of)|causes of|all about|rehab(?:ilitation)? (?:for"
    r"|after)|exercises for|relief (?:for|from)|how to (?:treat|manage|prevent))\s++"
)
_ORNAMENT = later(r"^[^\w“\"'(]++")
_ARTICLE = later(r"^(?:an?|the)\s++")
_TAIL = later(
    rf"(?:\s*+{one_of(':,(–—')}|\s++-\s|\s++(?:symptoms?|causes?|treatments?|diagnosis|physical"
    r" therapy|physiotherapy|overview|guide|explained|faqs?|relief|exercises)\b).*+$"
)


def title_of(
    blocks: Sequence[Block], metadata: Metadata, trails: Sequence[BreadcrumbTrail]
) -> MappedText | None:
    """The main heading, or what stands in for it: head title, front matter, first heading.

    Of several main headings it is the one that the head title repeats: some sites also mark
    their logo and the names of menus up as main headings.
    """
    headings = [
        block for block in blocks if isinstance(block, Heading) and block.part in _TITLE_PARTS
    ]
    main = [each.text for each in headings if each.level == 1 and each.text]
    if main:
        return _repeated(main, metadata.title) or main[0]
    if metadata.title:
        return metadata.title
    if trails and trails[0].crumbs:
        return trails[0].crumbs[-1].text
    return next((each.text for each in headings if each.text), None)


def _repeated(main: Sequence[MappedText], head: MappedText | None) -> MappedText | None:
    """The main heading that stands first in the head title, where the site's name comes last."""
    said = head.folded if head and len(main) > 1 else ""
    places = ((said.find(each.folded), -len(each), each) for each in main)
    return min((each for each in places if each[0] >= 0), key=_place, default=(0, 0, None))[2]


def _place(found: tuple[int, int, MappedText]) -> tuple[int, int]:
    return found[0], found[1]


def named_by(title: str, head_title: str) -> Naming:
    """What the title names, or the head title where the main heading is the name of the site."""
    # Imported here: a page that answers nothing needs no lexicon.
    from ptlint.sections.naming import Naming, naming

    named = naming(without_site_name(title))
    if named in (Naming.CONDITION, Naming.ASPECT):
        return named
    parts = map(naming, title_parts(head_title))
    return Naming.CONDITION if Naming.CONDITION in parts else named


def without_site_name(title: str) -> str:
    """The title up to the mark that parts the site's name: "Back pain | Oak" → "Back pain"."""
    return title_parts(title)[0]


def title_parts(title: str) -> list[str]:
    """What stands between the marks that part the site's name: "Oak | Back pain"."""
    # Long runs of spaces, looked at from each of them, would take minutes.
    return _SITE_NAME.split(" ".join(title.split()))


def condition_of(title: str) -> str | None:
    """The condition that a title names: "Physical Therapy for Back Pain | Oak" → "back pain".

    Returns None for an empty title. A title of another kind ("Our team") comes back as it
    is; whether the page is about a condition is decided from its sections.
    """
    name = without_site_name(title.lower()).strip().rstrip("?!. ")
    name = _ORNAMENT.sub("", name)
    for _ in range(3):
        name = _ARTICLE.sub("", _FRAME.sub("", name).strip()).strip()
    shortened = _TAIL.sub("", name).strip(" :–—-,")
    return shortened or name or None
