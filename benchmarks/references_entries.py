"""Reference entries: how many fields are read right, and how fast.

    python benchmarks/references_entries.py [FILE] [--show] [--pages FOLDER]

FILE is a list of strings with their fields, one JSON object a line: {"text": …, "gold":
{"author1", "year", "title", "container", "volume", "issue", "pages", "doi"}} (default:
../shared/bench/references/reference_strings.jsonl beside the repository), or a table with those
columns behind the text (tests/references/entries.tsv). A field is right when it equals the gold
without regard to case, white space and closing marks. Also counted: fields called missing that
are there. ``--pages`` lists lines of real pages that are taken for entries.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path

from ptlint.references.entry import REFERENCE, Entry, is_reference, parse_entry
from ptlint.references.entry.judgements import missing_fields

BENCH = Path(__file__).resolve().parent.parent.parent / "shared" / "bench"
STRINGS = BENCH / "references" / "reference_strings.jsonl"
FIELDS = ("author1", "year", "title", "container", "volume", "issue", "pages", "doi")
THERE = {
    "author": ("author1",),
    "year": ("year",),
    "title": ("title",),
    "publisher": ("container",),
    "place": ("volume", "pages", "doi"),
}

Gold = dict[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=STRINGS)
    parser.add_argument("--show", action="store_true", help="print what was read wrong")
    parser.add_argument("--pages", type=Path, help="a folder of pages to look for entries in")
    options = parser.parse_args()
    if not options.file.is_file():
        print(f"There is no file {options.file}: name one with reference strings.")
        return 2
    strings = read(options.file)
    compare(strings, show=options.show)
    speed([text for text, _ in strings])
    if options.pages:
        in_pages(options.pages)
    return 0


def read(file: Path) -> list[tuple[str, Gold]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".jsonl":
        return [(line["text"], line["gold"]) for line in map(json.loads, lines)]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(row[0], dict(zip(FIELDS, row[1:], strict=True))) for row in rows]


def plain(value: str) -> str:
    value = re.sub(r"\s+", " ", value.replace("\\", ""))
    return re.sub(r"[\s.,;]+$", "", value).strip().casefold()


def fields_of(entry: Entry) -> Gold:
    found = {"author1": entry.first_author}
    for name in FIELDS[1:]:
        field = getattr(entry, name)
        found[name] = field.value if field else ""
    return found


def compare(strings: list[tuple[str, Gold]], *, show: bool) -> None:
    right: Counter[str] = Counter()
    whole = wrongly_missing = 0
    for text, gold in strings:
        entry = parse_entry(text)
        found = fields_of(entry)
        wrong = [name for name in FIELDS if plain(found[name]) != plain(gold.get(name, ""))]
        right.update(name for name in FIELDS if name not in wrong)
        whole += not wrong
        absent = [
            name for name in missing_fields(entry) if any(gold.get(key) for key in THERE[name])
        ]
        wrongly_missing += len(absent)
        if show and (wrong or absent):
            print(text)
            for name in wrong:
                print(f"    {name}: {found[name]!r}, should be {gold.get(name, '')!r}")
            for name in absent:
                print(f"    called missing: {name}")
    count = len(strings)
    print(f"{whole} of {count} entries with every field right")
    total = sum(right.values())
    print(f"{total} of {count * len(FIELDS)} fields right ({total / count / len(FIELDS):.1%})")
    print("  " + ", ".join(f"{name} {right[name]}" for name in FIELDS))
    print(f"{wrongly_missing} fields called missing that are there")


def speed(texts: list[str]) -> None:
    best = min(_seconds(texts) for _ in range(5))
    print(f"{len(texts) / best:,.0f} entries/s")


def _seconds(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        parse_entry(text)
    return time.process_time() - start


def in_pages(folder: Path) -> None:
    """Print every line of a folder's pages that is taken for an entry, tags crudely stripped."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        text = re.sub(r"(?is)<(script|style)\b.*?</\1>|<!--.*?-->", " ", text)
        text = re.sub(r"(?i)</?(?:p|li|div|h\d|td|br|ul|ol)\b[^>]*>", "\n", text)
        lines = (re.sub(r"<[^>]*>|\s+", " ", line).strip() for line in text.splitlines())
        seen.update(line for line in lines if is_reference(line) >= REFERENCE)
    print(f"{len(seen)} lines of {folder} look like references")
    for line in sorted(seen):
        print(f"  {is_reference(line):.2f} {line[:160]}")


if __name__ == "__main__":
    raise SystemExit(main())
