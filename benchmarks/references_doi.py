"""Prints how well DOIs are found and mended: python benchmarks/references_doi.py [BENCH] [--read]

BENCH is a folder with doi/malformed.jsonl, doi/valid.jsonl, doi/href.jsonl and pages/ (default:
../shared/bench beside the repository). --read prints every fault found on the pages.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ptlint.references.doi import (  # noqa: E402
    DoiFault,
    canonical,
    differ,
    faults_in_doi,
    faults_in_href,
    faults_in_text,
    find_dois,
    safely_corrected,
)
from ptlint.references.doi.single import Format  # noqa: E402

# The rule that each class of the bench is about.
RULES = {
    "web:doi-label-in-url": {"doi-label-in-url"},
    "web:doubled-label": {"doi-doubled-label"},
    "web:doubled-resolver": {"doi-doubled-resolver"},
    "web:inner-space": {"doi-space"},
    "web:label-before-url": {"doi-label-before-url"},
    "web:missing-slash": {"doi-missing-slash"},
    "web:doubled-slash": {"doi-doubled-slash"},
    "web:percent-encoded": {"doi-percent"},
    "web:scheme-typo": {"doi-scheme"},
    "web:space-after-resolver": {"doi-space"},
    "web:trailing-punct": {"doi-trailing"},
    "paper:prefix": {"doi-glued-second"},
    "paper:suffix": {"doi-trailing", "doi-suffix-junk", "doi-glued-second"},
    "paper:other": {"doi-doubled-char", "doi-suffix-junk"},
}


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def proposed(faults: Iterable[DoiFault]) -> set[str | None]:
    """The DOIs that the faults propose, in comparable form."""
    return {canonical(fault.doi) if fault.doi else None for fault in faults}


def malformed(folder: Path) -> None:
    """Strings with a known right DOI, and such as cannot be repaired."""
    entries = rows(folder / "malformed.jsonl")
    repairable = [entry for entry in entries if entry["good"] is not None]
    right, reported, ruled = Counter[str](), Counter[str](), Counter[str]()
    total = Counter(entry["cls"] for entry in repairable)
    for entry in repairable:
        faults = faults_in_doi(entry["bad"])
        kind = entry["cls"]
        reported[kind] += bool(faults)
        right[kind] += proposed(faults) == {canonical(entry["good"])}
        ruled[kind] += bool({fault.rule for fault in faults} & RULES.get(kind, set()))
        if proposed(faults) != {canonical(entry["good"])}:
            print("  wrong:", entry["bad"], "->", proposed(faults), "not", entry["good"])
    print(f"malformed, right DOI proposed: {right.total()} of {len(repairable)}")
    print(f"malformed, reported:           {reported.total()} of {len(repairable)}")
    for kind, count in sorted(total.items()):
        rule = f", by its rule {ruled[kind]}" if kind in RULES else ""
        print(f"  {kind}: right {right[kind]}, reported {reported[kind]}{rule} of {count}")
    lost = [entry for entry in entries if entry["good"] is None]
    seen = sum(bool(faults_in_doi(entry["bad"])) for entry in lost)
    print(f"not repairable, reported:      {seen} of {len(lost)} (most are well formed)")
    strings = [entry["bad"] for entry in entries]
    again = sum(_still_faulty(string, faults_in_doi) for string in strings)
    in_text = sum(_still_faulty(string, faults_in_text) for string in strings)
    print(f"safe faults left after one correction: {again} in fields, {in_text} in text, "
          f"of {len(strings)}")  # fmt: skip


def _still_faulty(string: str, faults_in: Any) -> bool:
    mended = safely_corrected(string, faults_in(string))
    return any(fault.safe for fault in faults_in(mended))


def valid(folder: Path) -> None:
    """Valid DOIs, alone, as links and in a sentence."""
    dois = [entry["doi"] for entry in rows(folder / "valid.jsonl")]
    forms = ("{}", "https://doi.org/{}", "doi:{}")
    alone = [form.format(doi) for form in forms for doi in dois]
    print(f"valid, reported alone:   {sum(map(bool, map(faults_in_doi, alone)))} of {len(alone)}")
    sentences = [f"See the trial (doi: {doi}), and https://doi.org/{doi}." for doi in dois]
    print(f"valid, reported in text: {sum(map(bool, map(faults_in_text, sentences)))} "
          f"of {len(sentences)}")  # fmt: skip
    found = sum(
        [canonical(mention.doi or "") for mention in find_dois(sentence)] == [canonical(doi)] * 2
        for sentence, doi in zip(sentences, dois, strict=True)
    )
    print(f"valid, found in text:    {found} of {len(sentences)}")


def hrefs(folder: Path) -> None:
    """Broken link targets in HTML and Markdown."""
    entries = rows(folder / "href.jsonl")
    right = 0
    for entry in entries:
        text, href = _link(entry["snippet"], entry["format"])
        form: Format = "markdown" if entry["format"] == "md" else "html"
        faults = faults_in_href(href, form)
        apart = differ(text, href, form)
        dois = proposed(faults if apart is None else [apart])
        right += dois == {canonical(entry["good"])}
    print(f"href, right: {right} of {len(entries)}")


def _link(snippet: str, form: str) -> tuple[str, str]:
    if form == "md":
        match = re.fullmatch(r"\[(?P<text>.*?)\]\((?P<href>.*)\)", snippet)
    else:
        match = re.search(r"href=\"(?P<href>[^\"]*)\"[^>]*>(?P<text>[^<]*)", snippet)
    assert match is not None, snippet
    return match["text"], match["href"]


def page_texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every page of the bench as raw text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".tsv":
            yield path, path.read_text("utf-8", errors="replace")


def pages(folder: Path, *, read: bool) -> None:
    """Faults in the raw text of real pages."""
    texts = list(page_texts(folder))
    mentions = 0
    rules = Counter[str]()
    for path, text in texts:
        escaped = path.suffix not in (".md", ".txt", ".mdx")
        mentions += len(find_dois(text, escaped=escaped))
        for fault in faults_in_text(text, escaped=escaped):
            rules[fault.rule] += 1
            if read:
                print(f"  {path.relative_to(folder)}:{text.count(chr(10), 0, fault.start) + 1}: "
                      f"{fault.rule}: {fault.message}")  # fmt: skip
    print(f"pages: {len(texts)} files, {mentions} DOIs, faults: {dict(rules)}")


def speed(folder: Path) -> None:
    """Throughput on text without DOIs, and time for DOIs."""
    prose = "".join(text for _, text in page_texts(folder) if not find_dois(text))
    size = len(prose.encode())
    for name, text in (("without DOIs", prose), ("with “10.” in it", prose + " 10. ")):
        start = time.perf_counter()
        find_dois(text)
        print(f"text {name}: {size / (time.perf_counter() - start) / 1e6:.0f} MB/s")
    entry = "Smith J. A trial. J Test. 2010;1(2):3-9. https://doi.org/10.1016/j.test.2010.01.001\n"
    start = time.perf_counter()
    faults_in_text(entry * 2000)
    print(f"a well-written DOI in text: {(time.perf_counter() - start) / 2000 * 1e6:.0f} µs")


def main() -> None:
    """Runs every measure."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    bench = Path(given[0]) if given else ROOT.parent / "shared" / "bench"
    if not (bench / "doi").is_dir():
        sys.exit(f"no bench at {bench}: give the folder that holds doi/ and pages/")
    malformed(bench / "doi")
    valid(bench / "doi")
    hrefs(bench / "doi")
    pages(bench / "pages", read="--read" in sys.argv)
    speed(bench / "pages")


if __name__ == "__main__":
    main()
