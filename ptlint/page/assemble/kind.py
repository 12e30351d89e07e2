"""What kind of page this is: about a condition, other advice on health, neither, or only a piece.

Its title says what it names, its headings and lead-ins which questions it answers; both must
speak of a condition. Pages on tests and treatments answer much the same questions: they advise on
health too, unless their title names what a practice or a site says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ptlint.page.assemble.parts import RolesOf
from ptlint.page.assemble.title import named_by, without_site_name
from ptlint.page.kinds import PageKind, Part
from ptlint.page.model import Block, Heading, List, Paragraph
from ptlint.pattern import later

#: Roles that a page about a condition answers, and those without which it is not one.
_TOPICS = frozenset(
    "definition anatomy types symptoms causes risk-factors when-to-get-help diagnosis pt-help"
    " treatment self-care outlook complications prevention".split()
)
_TELLING = frozenset("symptoms causes risk-factors diagnosis complications".split())
#: Roles that will do where the title names a condition; a clinic's own page answers others.
_EXPLAINING = _TELLING | {"definition", "anatomy", "types", "treatment"}
_ENOUGH = 2
_ENOUGH_FOR_A_PIECE = 3
_ENOUGH_OF_THE_UNKNOWN = 3
#: "Normal ferritin levels" stands on a page about a test.
_LEVELS = later(
    r"(?:normal|reference|optimal) [^.?!]{0,40}\b(?:levels?|range|values?|ratio|results?)\b"
)


def kind_of(
    blocks: Sequence[Block], titles: tuple[str, str], whole_document: bool, roles_of: RolesOf
) -> PageKind:
    """The page's kind, from what its title names and its headings and lead-ins promise.

    Args:
        titles: the title and the head title; the main heading may be the name of the site.
    """
    topics: set[str] = set()
    for block in blocks:
        if isinstance(block, Heading | List) and block.part is Part.ARTICLE:
            topics.update(_topics(block, roles_of))
    if len(topics) >= _ENOUGH and _about_a_condition(topics, titles, whole_document, blocks):
        return PageKind.CONDITION
    if _advises(topics, titles, whole_document):
        return PageKind.HEALTH
    return PageKind.OTHER if whole_document else PageKind.FRAGMENT


def _advises(topics: set[str], titles: tuple[str, str], whole_document: bool) -> bool:
    needed = _ENOUGH if whole_document else _ENOUGH_FOR_A_PIECE
    if len(topics) < needed or not topics & _TELLING:
        return False
    from ptlint.sections.naming import is_of_the_house

    return not any(is_of_the_house(without_site_name(title)) for title in titles)


def _about_a_condition(
    topics: set[str], titles: tuple[str, str], whole_document: bool, blocks: Iterable[Block]
) -> bool:
    # Imported here: a page that answers nothing needs no lexicon.
    from ptlint.sections.naming import Naming

    named = named_by(*titles)
    if named is Naming.ANOTHER:
        return False
    told = len(topics & _TELLING)
    if named is Naming.UNKNOWN or not whole_document:
        enough = len(topics) >= _ENOUGH_OF_THE_UNKNOWN and told >= (2 if whole_document else 1)
        return enough and not any(map(_gives_levels, blocks))
    return told > 0 or len(topics & _EXPLAINING) >= _ENOUGH


def _gives_levels(block: Block) -> bool:
    return isinstance(block, Heading) and _LEVELS.search(block.text.text.lower()) is not None


def _topics(block: Heading | List, roles_of: RolesOf) -> frozenset[str]:
    if isinstance(block, Heading):
        return roles_of(block.text.text) & _TOPICS
    if isinstance(block.lead_in, Paragraph):
        return roles_of(block.lead_in.text.text) & _TOPICS
    return frozenset()
