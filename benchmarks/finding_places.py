"""Do findings point at the words they speak of? Over real pages, every finding.

    python benchmarks/finding_places.py [FOLDER] [--pages N]

Line and column must be those of the span; the words that a message quotes must stand in the
text at the span (or at a related place), as a reader sees it: tags taken out, entities read,
white space folded. A quotation that ends in … must be the beginning.
"""

from __future__ import annotations

import argparse
import html
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding
from ptlint.lint import lint
from ptlint.source.discover import Found, discover
from ptlint.source.load import load
from ptlint.source.source import Source

PAGES = Path(__file__).resolve().parents[2] / "shared" / "bench" / "pages"
_QUOTED = re.compile(
    r"(?<![\w’])(?:'([^'\n]{1,160})'|\"([^\"\n]{1,160})\"|“([^”\n]{1,160})”)(?!\w)"
)
_TAG = re.compile(r"<[^<>]*>|\{#[^}]*\}|[*_`~\\]|\]\([^)]*\)|\[")
#: Messages that quote advice before, or instead of, the page's own words.
_ADVICE = re.compile(
    r"(?:such as|for example|write|use|add|says?|heading|section|named?|as in|begins? with) $", re.I
)

#: Rules about something that is not there: they can only quote what to write.
_ABSENT = re.compile(
    r"missing|unlabelled|no-direct-address|breadcrumb-(?:markup|jsonld)|case-mixed|-nav$"
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--pages", type=int, default=100)
    options = parser.parse_args()
    if not options.folder.is_dir():
        raise SystemExit(f"there is no folder {options.folder}: name one with pages")
    names = sorted(each.path for each in discover([str(options.folder)]) if isinstance(each, Found))
    random.Random(7).shuffle(names)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for name in names[: options.pages]:
        source = load(name)
        for finding in lint(source, Settings(root=options.folder), built_in_rules()).findings:
            counts["findings"] += 1
            counts["places right"] += _is_placed(finding, source)
            words = _quoted(finding.message) if not _ABSENT.search(finding.rule) else []
            if words:
                counts["quoting"] += 1
                right = _holds(finding, source, words)
                counts["quotations right"] += right
                if not right:
                    wrong.append(f"{name}:{finding.place.line} {finding.rule}: {words!r}")
    _print(counts, wrong)


def _is_placed(finding: Finding, source: Source) -> bool:
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    place = finding.place
    here = (place.line, place.column, place.end_line, place.end_column)
    return here == (start.line, start.column, end.line, end.column)


def _quoted(message: str) -> list[str]:
    """The words that a message quotes, those of its advice left out."""
    return [
        next(group for group in match.groups() if group)
        for match in _QUOTED.finditer(message)
        if not _ADVICE.search(message[: match.start()])
    ]


def _holds(finding: Finding, source: Source, quoted: list[str]) -> bool:
    texts = list(_texts(finding, source))
    wanted = [_plain(words.rstrip("…").strip())[:40] for words in quoted]
    if any(words in text for words in wanted for text in texts):
        return True
    # "Kreiner 2014" names an entry by two of its words.
    return any(all(word in text for word in words.split()) for words in wanted for text in texts)


def _texts(finding: Finding, source: Source) -> Iterator[str]:
    written = source.slice(finding.span)
    yield _plain(html.unescape(_TAG.sub("", written)))
    yield _plain(html.unescape(_TAG.sub(" ", written)))
    yield _plain(written)
    for related in finding.related:
        place = related.place
        start = source.lines.offset(place.line, place.column)
        end = source.lines.offset(place.end_line, place.end_column)
        yield _plain(html.unescape(_TAG.sub("", source.text[start:end])))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|[^\w\s]", text.casefold().replace("’", "'")))


def _print(counts: Counter[str], wrong: list[str]) -> None:
    print(f"findings: {counts['findings']}")
    print(f"line and column are the span's: {counts['places right']} of {counts['findings']}")
    print(f"quoted words stand at the span: {counts['quotations right']} of {counts['quoting']}")
    for line in wrong[:40]:
        print(" ", line)


if __name__ == "__main__":
    main()
