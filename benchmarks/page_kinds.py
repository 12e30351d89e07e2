"""How well ptlint tells pages about a condition from others, on pages whose kind is known.

    python benchmarks/page_kinds.py TABLE [FOLDER] [--mistakes]

TABLE has one page a line, its fields parted by tabs: the path inside FOLDER (../shared/bench/pages
beside the repository unless named), "c" for a page about a condition, "o" for another one or "e"
where either is right, and the name of the part of the pages it belongs to ("dev", "held").
Precision and recall are over "c" and "o".
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from ptlint.page import read_page
from ptlint.page.kinds import PageKind
from ptlint.source.load import load

PAGES = Path(__file__).resolve().parents[2] / "shared" / "bench" / "pages"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("table", type=Path)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--mistakes", action="store_true")
    options = parser.parse_args()
    if not options.folder.is_dir():
        raise SystemExit(f"there is no folder {options.folder}: name one with pages")
    counts: Counter[tuple[str, str, bool]] = Counter()
    for line in options.table.read_text(encoding="utf-8").splitlines():
        name, known, part = line.split("\t")
        found = read_page(load(str(options.folder / name))).kind is PageKind.CONDITION
        counts[part, known, found] += 1
        if options.mistakes and known != "e" and (known == "c") != found:
            print(f"{part}\t{'missed' if known == 'c' else 'wrong'}\t{name}")
    for part in sorted({part for part, _, _ in counts}):
        _print(part, counts)


def _print(part: str, counts: Counter[tuple[str, str, bool]]) -> None:
    right, wrong = counts[part, "c", True], counts[part, "o", True]
    missed, either = counts[part, "c", False], counts[part, "e", True]
    print(
        f"{part}: precision {right}/{right + wrong}, recall {right}/{right + missed};"
        f" {either} of {either + counts[part, 'e', False]} that may be either count as conditions"
    )


if __name__ == "__main__":
    main()
