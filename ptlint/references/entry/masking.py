"""Take out what can stand anywhere in an entry (addresses, identifiers, access dates, notes).

What is taken out is replaced by blanks of equal length, so that offsets into the rest stay true.
"""

from __future__ import annotations

import re

from ptlint.pattern import later, one_of
from ptlint.record import record

from .dates import PLAIN_DATE
from .identifiers import cut, doi_field, find_doi, take_address, without_doi
from .letters import plain_letters
from .model import Field

_PMID = later(r"\bPMID\s?:?\s?(\d{1,8})\b", re.I)
_PMCID = later(r"\b(?:PMCID\s?:?\s?)?(PMC\s?\d{4,8})\b", re.I)
_DATED = later(
    r"[(\[]?\b(?:(?:date|last|was|first|page\slast)\s)?(?P<verb>access(?:ed)?|retrieved|cited|viewed"
    r"|updated|reviewed|modified|revised|published|posted|issued|released|created|publication)"
    rf"(?:\sdate|\sonline)?(?:\s(?:on|at|in))?\s?:?\s(?P<date>{PLAIN_DATE})"
    r"(?:,?\s(?:at|from|via)\b:?)?\s?[)\]]?",
    re.I,
)
_DATED_CUES = (
    *("access", "retriev", "cited", "viewed", "updated", "reviewed", "modified", "revised"),
    *("published", "posted", "issued", "released", "created", "publication"),
)
_ACCESS_VERBS = frozenset(("access", "accessed", "retrieved", "cited", "viewed"))
_UPDATE_VERBS = frozenset(("updated", "reviewed", "modified", "revised"))
_ONLINE_FIRST = later(
    rf"[(\[]?\b(?:e-?pub|e-?collection)(?:\s?ahead\sof\sprint)?(?:\s?:?\s?{PLAIN_DATE})?(?:\.?\s?PMID)?[)\]]?"
    r"|[(\[]?\b(?:online|advance)\s(?:ahead\sof\sprint|online\spublication|publication)[)\]]?",
    re.I,
)
_LEAD_IN = later(
    r"(?:\b(?:available|retrieved|accessed|viewed)\s(?:online\s)?(?:at|from|via)\b\s?:?|\b(?:url|link|full\stext|doi)\s?:"
    r"|\bissn\s?:?\s?\d{4}-\d{3}[\dx]|\bisbn(?:-1[03])?\s?:?\s?[\d\s-]{9,17}[\dx]?|\bweb\.(?=\s))",
    re.I,
)
_NOTE = later(
    r"\[(?:internet|online|electronic|web(?:\s?page|site)?|pubmed|google\sscholar|cross\s?ref|free\s[^\]]{0,30}|pmc[^\]]{0,30}"
    r"|abstract|pdf|doi|video|data\sset|computer\ssoftware|mobile\sapp|infographic|fact\ssheet|(?:unpublished\s|doctoral\s|master|phd\s|ph\.d)[^\]]{0,90}|thesis|dissertation|brochure|press\srelease|e-?book|letter|editorial"
    r"|comment|review|in\s[A-Z][a-z]+|see\scomments?|published\s[^\]]{0,160}|corrected[^\]]{0,160}|erratum[^\]]{0,160}|accessed\s[^\]]{0,40}|cited\s[^\]]{0,40}"
    r"|updated\s[^\]]{0,40}|view\sarticle|full\stext|link|[a-z]{1,2})\]"
    r"|\(pdf(?:,[^()]{0,20})?\)",
    re.I,
)
_LINK = later(
    r"\[(?P<text>[^\[\]\n]{1,400})\]\((?P<to>[^()\s]{1,600}(?:\([^()\s]{0,100}\)[^()\s]{0,300}){0,3})\)"
)
_LABEL = later(
    rf"\s*(?:>\s?){{0,3}}(?:\[\^?(\d{{1,3}})\]:?|\(?(\d{{1,3}})[.)]|{one_of('•*–-')}|[†‡§])?\s+(?=\S)|^\s*\[(\d{{1,3}})\]"
)
_SIGNS = "*\\〈〉\u00a0\u2009\u202f"
_MARKUP = later(
    rf"{one_of(_SIGNS)}|(?<!\w)_+|_+(?!\w)|</?(?:i|em|b|strong|cite|span)\b[^<>]{{0,80}}>"
)
_MARKED = later(one_of(_SIGNS + "_<"))


@record
class Masked:
    """An entry without its addresses, identifiers and notes.

    `core` is as long as the entry and has its letters without accents.
    """

    core: str
    label: Field | None
    doi: Field | None
    pmid: Field | None
    pmcid: Field | None
    address: Field | None
    accessed: Field | None
    updated: Field | None
    published: Field | None
    notes: str


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _take_label(core: str) -> tuple[str, Field | None]:
    match = _LABEL.match(core)
    if not match:
        return core, None
    number = match[1] or match[2] or match[3]
    field = Field(number, *match.span(match.lastindex or 0)) if number else None
    return cut(core, 0, match.end()), field


def _any(words: str, *cues: str) -> bool:
    return any(cue in words for cue in cues)


def _take(
    pattern: re.Pattern[str], core: str, group: str | int, likely: bool
) -> tuple[str, Field | None]:
    match = pattern.search(core) if likely else None
    if not match:
        return core, None
    return cut(core, *match.span()), Field(match[group], *match.span(group))


def _take_dated(core: str) -> tuple[str, tuple[Field | None, Field | None, Field | None]]:
    """Blank "Accessed …", "Updated …", "Published …" and give the first date of each."""
    found: list[Field | None] = [None, None, None]
    for match in _DATED.finditer(core):
        verb = match["verb"].lower()
        index = 0 if verb in _ACCESS_VERBS else 1 if verb in _UPDATE_VERBS else 2
        found[index] = found[index] or Field(match["date"], *match.span("date"))
        core = cut(core, *match.span())
    return core, (found[0], found[1], found[2])


def _unlink(match: re.Match[str]) -> str:
    text = match["text"]
    if len(text) < 12 or text.startswith(("http", "www.", "10.", "doi")):
        return " " * len(match.group())
    return f" {text} " + " " * (len(match.group()) - len(text) - 2)


def _without_annotation(core: str) -> str:
    """Blank a remark in brackets after the entry ("(The first trial of its kind.)")."""
    tail = core.rstrip(" .")
    opened = tail.rfind("(")
    if not tail.endswith(")") or opened < 30 or core[:opened].rstrip()[-1:] not in ".0123456789":
        return core
    remark = tail[opened + 1 : -1]
    return (
        cut(core, opened, len(tail))
        if len(remark.split()) > 2 and not remark[:4].isdigit()
        else core
    )


def mask(text: str) -> Masked:
    """Find what can stand anywhere in an entry, and blank it."""
    core, label = _take_label(plain_letters(text))
    mention = find_doi(text)
    doi = doi_field(mention)
    if "](" in core:
        linked = _LINK.search(core)
        core = _LINK.sub(_unlink, core)
    else:
        linked = None
    core = without_doi(core, mention) if mention else core
    core, address = take_address(core)
    if (
        linked
        and not address
        and linked["to"].startswith("http")
        and not (doi and doi.value in linked["to"])
    ):
        address = Field(linked["to"], *linked.span("to"))
    if _MARKED.search(core):
        core = _MARKUP.sub(_blank, core)
    words = core.lower()  # cheap look-ups spare most entries most of the patterns
    core, pmid = _take(_PMID, core, 1, "pmid" in words)
    core, pmcid = _take(_PMCID, core, 1, "pmc" in words)
    accessed = updated = published = None
    if any(cue in words for cue in _DATED_CUES):
        core, (accessed, updated, published) = _take_dated(core)
    if _any(words, "epub", "e-pub", "ecoll", "e-coll", "ahead", "advance online", "advance pub"):
        core = _ONLINE_FIRST.sub(_blank, core)
    notes = ""
    if "[" in core or "(pdf" in words:
        notes = " ".join(_NOTE.findall(core))
        core = _NOTE.sub(_blank, core)
    if _any(
        words,
        "available",
        "retrieved",
        "accessed",
        "viewed",
        "url",
        "link",
        "full text",
        "doi",
        "issn",
        "isbn",
        "web.",
    ):
        core = _LEAD_IN.sub(_blank, core)
    core = _without_annotation(core)
    return Masked(core, label, doi, pmid, pmcid, address, accessed, updated, published, notes)
