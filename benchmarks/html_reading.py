"""How many real HTML pages a second of CPU the HTML reader takes in, step by step.

    python benchmarks/html_reading.py [FOLDER] [--rounds N]

FOLDER holds real pages (default: ../shared/bench/pages beside the repository). The best of N
rounds counts for each page. ``lxml.html`` alone stands in the last line, to compare machines.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from lxml import etree, html

from ptlint.page.html import parse, read
from ptlint.page.html.nesting import nest
from ptlint.page.html.parse import readable
from ptlint.source import source as sources
from ptlint.source.format import Format, format_of_name
from ptlint.source.source import Source
from ptlint.source.unreadable import UnreadableFile

DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "pages"


def pages(folder: Path) -> list[Source]:
    """The HTML-like pages of a folder."""
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.suffix != ".tsv"):
        if not path.is_file():
            continue
        try:
            name = str(path.relative_to(folder))
            source = sources.read(name, path.read_bytes(), format_of_name(name))
        except UnreadableFile:
            continue
        if source.format is Format.HTML:
            found.append(source)
    return found


def best(step: Callable[[Source], object], pages: Sequence[Source], rounds: int) -> float:
    """CPU seconds for all pages, each at its best of some rounds."""
    total = 0.0
    for page in pages:
        least = float("inf")
        for _ in range(rounds):
            start = process_time()
            step(page)
            least = min(least, process_time() - start)
        total += least
    return total


def with_lxml(page: Source) -> object:
    try:
        return html.fromstring(page.clean.encode("utf-8", "replace"))
    except etree.ParserError:
        return None


STEPS: dict[str, Callable[[Source], object]] = {
    "tokens and nesting": lambda page: nest(readable(page.clean)),
    "with the element tree": lambda page: parse(page.clean).root,
    "draft (no tree)": read,
    "lxml.html alone": with_lxml,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description="Speed of the HTML reader on real pages")
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    if not given.folder.is_dir():
        raise SystemExit(f"no pages: {given.folder} is missing; name a folder of pages")
    found = pages(given.folder)
    size = sum(len(page.text) for page in found) / len(found) / 1000
    tags = sum(len(nest(readable(page.clean)).starts) for page in found) / len(found)
    print(f"{len(found)} HTML pages, on average {size:.1f} KB and {tags:.0f} start tags")
    for name, step in STEPS.items():
        seconds = best(step, found, given.rounds)
        print(f"{name:24}{len(found) / seconds:7,.0f} pages a second")


if __name__ == "__main__":
    main()
