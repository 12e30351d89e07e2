"""Headings and lead-ins of real pages: how many are understood, and a random sample to read.

    python benchmarks/headings.py [PATH] [--sample N] [--unknown N] [--seed N] [--role ROLE]

PATH is a text file with one heading a line, or a folder of pages (../shared/bench/pages beside
the repository unless named). Of a folder, the article's headings and the lines that lead into
lists are read with the page's own condition and title. Most headings of real pages name no role
of a condition page; what counts is that those named are right.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ptlint.page import read_page
from ptlint.page.model import List, Page, Paragraph
from ptlint.sections.headings import HeadingRoles, heading_roles, lead_in_roles
from ptlint.sections.vocabulary import section_roles
from ptlint.source.discover import Found, discover
from ptlint.source.load import load
from ptlint.source.unreadable import UnreadableFile

PAGES = Path(__file__).resolve().parents[2] / "shared" / "bench" / "pages"


@dataclass(frozen=True)
class Line:
    """A heading or lead-in with what it was read as."""

    kind: str
    text: str
    said: HeadingRoles


def main() -> None:
    options = _options()
    if not options.path.exists():
        raise SystemExit(f"there is no {options.path}: name a file of headings or a folder")
    lines = list(_of_folder(options.path) if options.path.is_dir() else _of_file(options.path))
    for kind in ("heading", "lead-in"):
        print_counts(kind, [line for line in lines if line.kind == kind])
    print_roles(lines)
    chance = random.Random(options.seed)
    print_sample(lines, options.role, options.sample, chance)
    print_unknown(lines, options.unknown, chance)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--sample", type=int, default=60, help="understood ones to print")
    parser.add_argument("--unknown", type=int, default=60, help="unknown ones to print")
    parser.add_argument("--role", help="print only headings read as this role")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _of_file(path: Path) -> Iterator[Line]:
    for text in path.read_text("utf-8").splitlines():
        if text.strip():
            yield Line("heading", text, heading_roles(text))


def _of_folder(folder: Path) -> Iterator[Line]:
    seen: set[tuple[str, str]] = set()
    for found in discover([str(folder)]):
        if not isinstance(found, Found):
            continue
        source = load(found.path)
        if isinstance(source, UnreadableFile):
            continue
        for line in _of_page(read_page(source)):
            if (line.kind, line.text) not in seen:
                seen.add((line.kind, line.text))
                yield line


def _of_page(page: Page) -> Iterator[Line]:
    title = page.title.text if page.title else None
    for section in page.sections:
        if section.heading:
            text = section.heading.text.text
            yield Line("heading", text, heading_roles(text, page.condition, title))
        for block in section.blocks:
            if isinstance(block, List) and isinstance(block.lead_in, Paragraph):
                text = block.lead_in.text.text
                yield Line("lead-in", text, lead_in_roles(text, page.condition, title))


def print_counts(kind: str, lines: list[Line]) -> None:
    """How many different lines of a kind are understood, and how many pass the subject on."""
    known = sum(bool(line.said.roles) for line in lines)
    neutral = sum(line.said.neutral for line in lines)
    print(f"{kind}s: {known} of {len(lines)} understood, {neutral} neutral")


def print_roles(lines: list[Line]) -> None:
    """How often each role was read."""
    counts = Counter(role for line in lines for role in line.said.roles)
    print("\nroles read")
    for role in section_roles():
        print(f"  {role:18}{counts[role]:6}")


def print_sample(lines: list[Line], role: str | None, number: int, chance: random.Random) -> None:
    """Understood lines to read; a star marks sections whose items are judged."""
    known = [line for line in lines if line.said.roles and (not role or role in line.said.roles)]
    chance.shuffle(known)
    print(f"\n{min(number, len(known))} of {len(known)} that were understood")
    for line in known[:number]:
        star = "*" if _is_judged(line.said) else " "
        words = " ".join(line.text.split())[-90:]
        print(f" {star} {words:90} → {', '.join(sorted(line.said.roles))}")


def _is_judged(said: HeadingRoles) -> bool:
    table = section_roles()
    return all(table[role].item for role in said.roles)


def print_unknown(lines: list[Line], number: int, chance: random.Random) -> None:
    """Lines that named no role."""
    unknown = [line for line in lines if not line.said.roles and not line.said.neutral]
    chance.shuffle(unknown)
    print(f"\n{min(number, len(unknown))} of {len(unknown)} that were not")
    for line in unknown[:number]:
        print(f"   {' '.join(line.text.split())[-110:]}")


if __name__ == "__main__":
    main()
