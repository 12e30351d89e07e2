"""What only a whole reference list shows: duplicates, mixed styles, gaps in the numbering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import SURE, Entry, Field
from ..style import spellings
from ..vocabulary import folded
from .addresses import clean_address
from .model import Judgement, ListJudgement

_STYLES = frozenset(("MLA", "APA", "AMA", "Chicago"))


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    from ptlint.references.doi import canonical

    if entry.doi:
        yield "DOI", canonical(entry.doi.value)
    if entry.pmid:
        yield "PMID", entry.pmid.value
    if entry.address and not entry.doi:
        yield "address", _plain_address(entry.address.value)
    title = folded(entry.title.value) if entry.title else ""
    if len(title.split()) > 3 and entry.confidence >= 0.5:
        year = entry.year.value if entry.year else ""
        yield "title", f"{folded(entry.first_author)}|{title}|{year}"


def _plain_address(address: str) -> str:
    plain = clean_address(address).partition("#")[0].lower()
    for prefix in ("https://", "http://", "www."):
        plain = plain.removeprefix(prefix)
    return plain.rstrip("/")


def duplicates(entries: Sequence[Entry]) -> Iterator[ListJudgement]:
    """An entry that stands in the list already: same DOI, PMID, address, or author and title."""
    seen: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(entries):
        keys = [*_keys(entry)]
        earlier = next(((seen[key], key[0]) for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, index)
        if earlier is not None:
            first, what = earlier
            message = (
                f"This source stands in the list already, as entry {first + 1} (same {what}). "
                "Keep one of them."
            )
            field = entry.title or entry.doi or entry.address
            place = (field.start, field.end) if field else (0, len(entry.text))
            yield ListJudgement(index, Judgement("reference-duplicate", *place, message), (first,))


def mixed_styles(entries: Sequence[Entry]) -> Iterator[ListJudgement]:
    """Articles of one list are written in different styles; said once for the list."""
    articles = [
        (index, entry)
        for index, entry in enumerate(entries)
        if entry.kind == "journal"
        and entry.confidence >= SURE
        and entry.style in _STYLES
        and len(entry.cues) > 1
    ]
    styles = Counter(entry.style for _, entry in articles)
    if len(styles) > 1:
        usual = styles.most_common(1)[0][0]
        odd = [index for index, entry in articles if entry.style != usual]
        named = ", ".join(f"{count} in {style}" for style, count in styles.most_common())
        yield ListJudgement(
            odd[0],
            Judgement(
                "reference-style-mixed", 0, len(entries[odd[0]].text),
                f"The journal articles of this list follow different styles ({named} style). "
                "Write all of them in one.",
            ),
            tuple(odd[1:]),
        )  # fmt: skip
    else:
        yield from _mixed_spellings(articles)


def _mixed_spellings(articles: Sequence[tuple[int, Entry]]) -> Iterator[ListJudgement]:
    """ "vol. 42" in one entry and "Vol. 3" in another."""
    written: dict[str, Counter[str]] = {}
    for _, entry in articles:
        for name, spelling in spellings(entry.text).items():
            if name != "pages":
                written.setdefault(name, Counter())[spelling] += 1
    for name, counts in written.items():
        if len(counts) > 1:
            usual = counts.most_common(1)[0][0]
            odd = [i for i, entry in articles if spellings(entry.text).get(name, usual) != usual]
            spelling = spellings(dict(articles)[odd[0]].text)[name]
            at = dict(articles)[odd[0]].text.find(spelling)
            message = f"“{spelling}” here, “{usual}” in other references. Write it in one way."
            place = Judgement("reference-style-mixed", at, at + len(spelling), message)
            yield ListJudgement(odd[0], place, tuple(odd[1:]))
            return


def numbering_gaps(labels: Sequence[Field | None]) -> Iterator[ListJudgement]:
    """Written numbers that skip, repeat or start again ([1] [2] [4]). `labels` of all entries."""
    before: int | None = None
    for index, label in enumerate(labels):
        if label is None or not label.value.isdigit():
            before = None
            continue
        number = int(label.value)
        wanted = 1 if index == 0 else None if before is None else before + 1
        if wanted is not None and number != wanted:
            yield ListJudgement(
                index,
                Judgement(
                    "ref-numbering-gap", label.start, label.end,
                    f"The numbering jumps to {number}; {wanted} should follow here. Number the "
                    "references without gaps and correct the markers in the text.",
                ),
            )  # fmt: skip
        before = number
