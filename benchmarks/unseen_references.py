"""Fields of sixty references that were written down, with their gold, before the parser saw them.

    python benchmarks/unseen_references.py [FILE]

FILE holds one {"style", "text", "gold"} object a line (default: data/unseen_references.jsonl
beside this file; twenty references each in MLA, APA and AMA). Prints fields right of total by
field and by style, entries right as a whole, and every miss. An empty gold field is right when
the parser leaves it empty too. Ignored: case, kind of dash and quotation mark, punctuation around
a field, short last pages (123-9 is 123-129), an acronym or report number in brackets at the end
of an author or title. A DOI must be the same but for case. Books and reports have no container.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ptlint.references.entry import Entry, parse_entry

DEFAULT = Path(__file__).parent / "data" / "unseen_references.jsonl"
FIELDS = ("author1", "year", "title", "container", "volume", "issue", "pages", "doi")
STYLES = ("MLA", "APA", "AMA")

ALIKE = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"')
)
AROUND = " \t\u00a0.,;:?!'\"()[]*_-"
LAST_BRACKET = re.compile(r"\s?\([^()]{1,40}\)$")
PAGES = re.compile(r"([a-z]{0,3})(\d{1,9})\s?-\s?([a-z]{0,3})(\d{1,9})")
WORD_BEFORE = {
    "volume": re.compile(r"^vol(?:ume)?\b\.?\s?"),
    "issue": re.compile(r"^(?:no|issue)\b\.?\s?"),
    "pages": re.compile(r"^(?:pp|p|pages|article|art)\b\.?\s?"),
}


class Comparison(NamedTuple):
    """One field of one reference: what the gold says and what the parser gave."""

    number: int
    style: str
    field: str
    gold: str
    parsed: str

    @property
    def right(self) -> bool:
        """Tell whether both say the same."""
        return normal(self.field, self.gold) == normal(self.field, self.parsed)


def normal(field: str, value: str) -> str:
    """Give a field's value without the differences of writing that do not count."""
    value = " ".join(value.casefold().translate(ALIKE).split())
    if field == "doi":
        return value
    if field in ("author1", "title"):
        value = LAST_BRACKET.sub("", value.rstrip(" .,"))
    if field in WORD_BEFORE:
        value = WORD_BEFORE[field].sub("", value).replace(".", "")
    value = value.strip(AROUND)
    return full_pages(value) if field == "pages" else value


def full_pages(pages: str) -> str:
    """Give a page range with its last page in full (S192-300 is s192-s300)."""
    match = PAGES.fullmatch(pages)
    if match is None:
        return pages
    letters, first, last_letters, last = match.groups()
    last = first[: max(0, len(first) - len(last))] + last
    return f"{letters}{first}-{last_letters or letters}{last}"


def parsed_field(entry: Entry, field: str) -> str:
    """Give a field of a parsed entry, empty where the parser found none."""
    if field == "author1":
        authors = entry.authors.authors if entry.authors else ()
        return authors[0].family if authors else ""
    found = getattr(entry, field)
    return found.value if found else ""


def compared(lines: Sequence[str]) -> Iterator[Comparison]:
    """Parse each reference and pair its fields with the gold."""
    for number, line in enumerate(lines, 1):
        item = json.loads(line)
        entry = parse_entry(item["text"])
        for field in FIELDS:
            gold = item["gold"][field]
            yield Comparison(number, item["style"], field, gold, parsed_field(entry, field))


def share(comparisons: Sequence[Comparison]) -> str:
    """Give right of total and the percentage."""
    right = sum(one.right for one in comparisons)
    return f"{right}/{len(comparisons)} ({100 * right / max(1, len(comparisons)):.1f} %)"


def print_table(everything: Sequence[Comparison]) -> None:
    """Print right of total by field and style."""
    print(f"{'':10}", *(f"{style:>18}" for style in (*STYLES, "all")))
    for field in (*FIELDS, "all"):
        of_field = [one for one in everything if field in (one.field, "all")]
        cells = [share([one for one in of_field if one.style == style]) for style in STYLES]
        print(f"{field:10}", *(f"{cell:>18}" for cell in (*cells, share(of_field))))


def print_entries(everything: Sequence[Comparison]) -> None:
    """Print entries right as a whole, and the two ways to be wrong."""
    wrong = {one.number for one in everything if not one.right}
    for style in STYLES:
        numbers = {one.number for one in everything if one.style == style}
        print(f"entries whole, {style}: {len(numbers - wrong)}/{len(numbers)}")
    numbers = {one.number for one in everything}
    print(f"entries whole, all: {len(numbers - wrong)}/{len(numbers)}")
    print("fields the gold has:", share([one for one in everything if one.gold]))
    print("fields the gold leaves empty:", share([one for one in everything if not one.gold]))


def main(arguments: Sequence[str]) -> None:
    """Compare the file's references with what the parser gives and print the figures."""
    path = Path(arguments[0]) if arguments else DEFAULT
    everything = list(compared(path.read_text(encoding="utf-8").splitlines()))
    print_table(everything)
    print_entries(everything)
    for one in everything:
        if not one.right:
            print(f"miss {one.number:2} {one.style} {one.field}: {one.gold!r} <- {one.parsed!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
