"""How the accessibility rules judge W3C's ACT test cases, and how long they take.

    python benchmarks/act.py [FOLDER] [--wrong] [--rule ID] [--speed PAGES]

FOLDER (../shared/bench/act beside the repository unless named) holds index.json and the cases.
A case that must fail counts as reported, one that must not as wrong, when a rule that lists
the case's ACT id reports anything on it. ``--wrong`` names the cases that are judged wrongly.
``--speed`` times all accessibility rules together on the HTML pages of a folder and scales the
time to a page of 50 KB; reading the page is left out, making the accessibility tree shown apart.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ptlint.catalogue.index import built_in_rules
from ptlint.catalogue.rule import Rule
from ptlint.checks.accessibility.elements import access
from ptlint.config.active import ActiveRule, active_rules
from ptlint.config.settings import Selection, Settings
from ptlint.garbage import seldom_collected
from ptlint.lint import applies
from ptlint.page import read_page
from ptlint.source.source import Format, Source, read

CASES = Path(__file__).resolve().parents[2] / "shared" / "bench" / "act"
_SIZE = 50_000
_RUNS = 5
_TREE, _RULES = "the tree", "the rules"


def main() -> None:
    options = _options()
    if options.speed:
        print_speed(options.speed)
        return
    if not (options.folder / "index.json").is_file():
        raise SystemExit(f"there is no index.json in {options.folder}: name the folder of cases")
    print_verdicts(options.folder, options.rule, wrong=options.wrong)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=CASES)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--rule", default="")
    parser.add_argument("--speed", type=Path)
    return parser.parse_args()


def print_verdicts(folder: Path, only: str, *, wrong: bool) -> None:
    """One line a rule, then the totals by what markup can decide."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in json.loads((folder / "index.json").read_text("utf-8"))["rules"]:
        if only and entry["id"] != only:
            continue
        rules = rules_for(entry["id"])
        counts: Counter[str] = Counter()
        for case in entry["cases"]:
            verdict = _verdict(case, reported(rules, folder / case["file"]))
            counts[verdict] += 1
            if wrong and verdict in ("missed", "wrong"):
                print(f"  {verdict:7} {case['file']}  {case['what'][:110]}")
        totals[entry["static"]] += counts
        print(_line(entry, counts))
    for kind, counts in totals.items():
        failed, kept = counts["reported"] + counts["missed"], counts["silent"] + counts["wrong"]
        print(
            f"static {kind}: {counts['reported']} of {failed} failed cases reported, "
            f"{counts['wrong']} of {kept} others wrongly reported"
        )


def _verdict(case: dict[str, Any], found: bool) -> str:
    if case["expected"] == "failed":
        return "reported" if found else "missed"
    return "wrong" if found else "silent"


def _line(entry: dict[str, Any], counts: Counter[str]) -> str:
    failed = counts["reported"] + counts["missed"]
    wrong = f"  {counts['wrong']} wrong" if counts["wrong"] else ""
    return (
        f"{entry['id']} {entry['static']:6} {counts['reported']}/{failed}{wrong}  {entry['name']}"
    )


def rules_for(act: str) -> tuple[ActiveRule, ...]:
    """The rules that list an ACT id, with their defaults."""
    listed = [rule for rule in built_in_rules().values() if act in rule.act]
    return _activated(listed)


def _activated(rules: list[Rule]) -> tuple[ActiveRule, ...]:
    names = tuple(rule.name for rule in rules)
    settings = Settings(selection=Selection(select=names))
    return active_rules(settings, built_in_rules(), settings.selection) if names else ()


def reported(rules: tuple[ActiveRule, ...], path: Path) -> bool:
    """Whether any of the rules says anything of a case; only HTML is judged."""
    if path.suffix != ".html":
        return False
    page = read_page(_source(path))
    return any(
        applies(rule.rule, page) and next(iter(rule.check(page)), None) is not None
        for rule in rules
    )


def _source(path: Path) -> Source:
    return read(path.name, path.read_bytes(), Format.HTML)


def print_speed(folder: Path) -> None:
    """CPU time of the tree and of all rules on the folder's HTML pages.

    Each step of each page counts with the best of several runs: other programs on the machine
    make runs longer, never shorter. The rules are timed together, and in runs of their own each
    by itself: asking for the time 111 times takes as long as a rule. Garbage is collected as
    seldom as in runs of ptlint.
    """
    rules = _activated(
        [rule for rule in built_in_rules().values() if rule.check.startswith("accessibility.")]
    )
    measured = [
        (len(source.text), _least(rules, source)) for source in map(_source, _pages(folder))
    ]
    if not measured:
        raise SystemExit(f"there are no HTML pages in {folder}")
    print(f"{len(rules)} accessibility rules")
    _print_time("all pages", measured)
    # A page of 5 KB costs more for each of its KB: every rule has to be asked.
    _print_time("pages of 35 to 70 KB", [each for each in measured if 35_000 <= each[0] <= 70_000])
    spent = Counter[str]()
    for _, best in measured:
        spent.update(best)
    for name, taken in spent.most_common(14)[2:]:
        print(f"  {taken / len(measured) / 1e3:7.1f} µs a page  {name}")


def _least(rules: tuple[ActiveRule, ...], source: Source) -> dict[str, int]:
    """The least CPU nanoseconds of several runs for each step on one page."""
    best: dict[str, int] = {}
    with seldom_collected():
        for _ in range(_RUNS):
            for name, taken in (*_together(rules, source), *_apart(rules, source)):
                best[name] = min(best.get(name, taken), taken)
    return best


def _print_time(which: str, measured: list[tuple[int, dict[str, int]]]) -> None:
    if not measured:
        return
    size = sum(each for each, _ in measured)
    print(f"{which}: {len(measured)}, {size / len(measured) / 1000:.1f} KB on average")
    for what in (_TREE, _RULES):
        taken = sum(best[what] for _, best in measured)
        each, scaled = taken / len(measured) / 1e6, taken / size * _SIZE / 1e6
        print(f"  {what}: {each:.2f} ms a page, {scaled:.2f} ms for 50 KB")


def _together(rules: tuple[ActiveRule, ...], source: Source) -> Iterator[tuple[str, int]]:
    """The CPU nanoseconds of the tree and of all rules on one page, freshly read."""
    page = read_page(source)
    applying = [rule for rule in rules if applies(rule.rule, page)]
    start = time.process_time_ns()
    access(page)
    made = time.process_time_ns()
    for rule in applying:
        list(rule.function(page, rule.options))
    yield _RULES, time.process_time_ns() - made
    yield _TREE, made - start


def _apart(rules: tuple[ActiveRule, ...], source: Source) -> Iterator[tuple[str, int]]:
    """The CPU nanoseconds of each rule; the first that asks for something pays for it."""
    page = read_page(source)
    access(page)
    for rule in rules:
        if applies(rule.rule, page):
            start = time.process_time_ns()
            list(rule.check(page))
            yield rule.rule.name, time.process_time_ns() - start


def _pages(folder: Path) -> Iterator[Path]:
    paths = sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.htm"))
    yield from (path for path in paths if path.is_file())


if __name__ == "__main__":
    main()
