"""All offline marks of references: DOIs, entries, claims, and what is said of real pages.

    python benchmarks/references.py [BENCH] [--read RULE] [--count N]

BENCH is a folder with doi/, references/ and pages/ (default: ../shared/bench beside the
repository). The figures for strings come from benchmarks/references_doi.py, references_entries.py
and claims.py. For pages the findings of each rule are counted, and every safe correction of a DOI
is made: a second run must report none of them, and outside the corrections no byte may differ.
``--read RULE`` prints N findings of a rule with the words around them, to be judged by a reader.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ptlint.catalogue.index import built_in_rules  # noqa: E402
from ptlint.config.settings import Selection, Settings  # noqa: E402
from ptlint.findings.finding import Edit, Finding  # noqa: E402
from ptlint.lint import lint  # noqa: E402
from ptlint.record import replace  # noqa: E402
from ptlint.source.source import Source, from_text, read  # noqa: E402
from ptlint.source.unreadable import UnreadableFile  # noqa: E402

CATEGORIES = ("references", "evidence", "structured-data", "surgery-unsourced")
DOI_RULES = ("doi-malformed",)
AROUND = 110


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("bench", nargs="?", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--read", metavar="RULE")
    parser.add_argument("--count", type=int, default=30)
    chosen = parser.parse_args()
    if not (chosen.bench / "pages").is_dir():
        print(f"There is no folder {chosen.bench / 'pages'}: name one that holds the bench.")
        return 2
    if chosen.read:
        show(chosen.bench / "pages", chosen.read, chosen.count)
        return 0
    strings(chosen.bench)
    count(chosen.bench / "pages")
    return mend(chosen.bench)


def strings(bench: Path) -> None:
    """The marks on single strings, by the benchmarks of their own."""
    for script, *files in (
        ("references_doi.py", bench),
        ("references_entries.py", bench / "references" / "reference_strings.jsonl"),
        ("references_entries.py", ROOT / "tests" / "references" / "entries.tsv"),
        ("claims.py", bench / "references" / "claims.tsv"),
    ):
        print(f"\n# {script} {files[0].name}", flush=True)
        command = [sys.executable, str(ROOT / "benchmarks" / script), *map(str, files)]
        subprocess.run(command, check=False, cwd=ROOT)


def sources(folder: Path) -> Iterator[Source]:
    """Every readable page of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".tsv":
            try:
                yield read(str(path.relative_to(folder)), path.read_bytes())
            except UnreadableFile:
                continue


def findings(source: Source, *names: str) -> tuple[Finding, ...]:
    """What the named rules say of a page."""
    return lint(source, Settings(selection=Selection(select=names)), built_in_rules()).findings


def count(folder: Path) -> None:
    """How often each rule speaks on real pages."""
    found: Counter[str] = Counter()
    on: Counter[str] = Counter()
    pages = 0
    for source in sources(folder):
        pages += 1
        rules = [each.rule for each in findings(source, *CATEGORIES)]
        found.update(rules)
        on.update(set(rules))
    print(f"\n# findings on {pages} real pages (rule, findings, pages)")
    for rule, number in found.most_common():
        print(f"{rule:28} {number:5} {on[rule]:5}")


def mend(bench: Path) -> int:
    """Safe corrections of DOIs on pages and malformed strings, made once and looked for again."""
    made = left = strayed = 0
    for source in (*sources(bench / "pages"), *_strings_as_pages(bench)):
        edits = _safe_edits(source)
        if not edits:
            continue
        made += len(edits)
        after = from_text(_applied(source.text, edits), source.path)
        left += len(_safe_edits(after))
        strayed += _rest(source.text, edits) != _rest(after.text, _moved(edits))
    print(f"\n# safe corrections of DOIs: {made} made, {left} left at a second run, "
          f"{strayed} pages changed elsewhere")  # fmt: skip
    return 1 if left or strayed else 0


def _strings_as_pages(bench: Path) -> Iterator[Source]:
    """Each malformed string in an entry of plain text, and as the target of a link."""
    lines = (bench / "doi" / "malformed.jsonl").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        words = str(json.loads(line)["bad"])
        entry = f"Tennis elbow\n\nReferences\n\n  1. Elbow care. 2024. {words}\n"
        yield from_text(entry, f"malformed-{number}.txt")
        link = f'<p><a href="{html.escape(words)}">{html.escape(words)}</a></p>\n'
        yield from_text(link, f"malformed-{number}.html")


def _safe_edits(source: Source) -> list[Edit]:
    """The safe edits that one pass makes: those that do not overlap an earlier one."""
    kept: list[Edit] = []
    fixes = [each.fix for each in findings(source, *DOI_RULES) if each.fix and each.fix.safe]
    for edit in sorted({edit for fix in fixes for edit in fix.edits}):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def _applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _moved(edits: list[Edit]) -> list[Edit]:
    """The edits as they stand in the corrected text."""
    moved, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        moved.append(replace(edit, start=start, end=start + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    return moved


def _rest(text: str, edits: list[Edit]) -> str:
    """A text without what edits stand for."""
    for edit in reversed(edits):
        text = text[: edit.start] + text[edit.end :]
    return text


def show(folder: Path, rule: str, number: int) -> None:
    """Findings of one rule with the words around them."""
    seen = [(source, each) for source in sources(folder) for each in findings(source, rule)]
    print(f"{len(seen)} findings of {rule}")
    random.Random(1).shuffle(seen)
    for source, each in seen[:number]:
        start, end = each.span.start, each.span.end
        words = (
            f"{source.text[max(0, start - AROUND) : start]}⟦{source.text[start:end][:200]}⟧"
            f"{source.text[end : end + AROUND]}"
        )
        print(f"\n{source.path}:{each.place.line} {each.severity.value}: {each.message}")
        print("   ", " ".join(words.split()))


if __name__ == "__main__":
    sys.exit(main())
