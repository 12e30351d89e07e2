"""Claims that need a source: precision and recall on labelled sentences, and speed.

    python benchmarks/claims.py [FILE] [--show] [--pages FOLDER] [--sample N] [--seed N]

FILE holds one sentence a line: label (1: a claim), kind and sentence, between tabs (default:
../shared/bench/references/claims.tsv beside the repository). The sentences of the pages in
FOLDER (default: ../shared/bench/pages) are counted by kind of claim and timed; ``--sample``
prints so many flagged ones to be read.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ptlint.page import read_page
from ptlint.page.kinds import Part
from ptlint.page.passages import passages
from ptlint.references.claims import claim_in
from ptlint.source.load import load
from ptlint.source.unreadable import UnreadableFile

BENCH = Path(__file__).resolve().parent.parent.parent / "shared" / "bench"
LABELLED = BENCH / "references" / "claims.tsv"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=LABELLED)
    parser.add_argument("--show", action="store_true", help="print what was judged wrong")
    parser.add_argument("--pages", type=Path, default=BENCH / "pages")
    parser.add_argument("--sample", type=int, default=0, help="flagged sentences to print")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not options.file.is_file():
        print(f"There is no file {options.file}: name one with labelled sentences.")
        return 2
    compare(options.file.read_text(encoding="utf-8").splitlines(), show=options.show)
    if options.pages.is_dir():
        random.seed(options.seed)
        on_pages(options.pages, options.sample)
    else:
        print(f"There is no folder {options.pages}: real pages are left out.")
    return 0


def compare(lines: list[str], *, show: bool) -> None:
    found: Counter[tuple[bool, bool]] = Counter()
    for line in lines:
        label, kind, sentence = line.split("\t")
        claim = claim_in(sentence)
        outcome = (label == "1", claim is not None)
        found[outcome] += 1
        if show and outcome[0] != outcome[1]:
            print("missed" if outcome[0] else "wrong", kind, "|", sentence)
    right, missed, wrong = found[True, True], found[True, False], found[False, True]
    print(f"{len(lines)} sentences, {right + missed} claims: {missed} missed, {wrong} wrong")
    print(f"precision {right / max(1, right + wrong):.3f}, recall {right / (right + missed):.3f}")


def on_pages(folder: Path, sample: int) -> None:
    read = list(dict.fromkeys(sentences_of(folder)))
    start = time.process_time()
    claims = [claim_in(sentence) for sentence in read]
    seconds = time.process_time() - start
    print(f"{len(read):,} sentences of real pages, {len(read) / seconds:,.0f} a second")
    flagged = [(one, claim) for one, claim in zip(read, claims, strict=True) if claim]
    print(f"{len(flagged)} claims: {dict(Counter(claim.kind for _, claim in flagged))}")
    for sentence, claim in random.sample(flagged, min(sample, len(flagged))):
        words = sentence[claim.start : claim.end]
        before, after = sentence[: claim.start][-90:], sentence[claim.end :][:90]
        print(f"  {claim.kind}: {before}⟦{words}⟧{after}")


def sentences_of(folder: Path) -> Iterator[str]:
    """The sentences of the articles of a folder's pages."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".html", ".md", ".txt", ".php", ".njk", ".mdx"):
            continue
        try:
            page = read_page(load(str(path)))
        except UnreadableFile:
            continue
        for passage in passages(page, parts=(Part.ARTICLE,)):
            if passage.kind in ("paragraph", "item", "cell"):
                text = passage.text.text
                yield from (text[one.start : one.end] for one in passage.sentences)


if __name__ == "__main__":
    raise SystemExit(main())
