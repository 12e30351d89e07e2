"""What ptlint says of a folder of real pages: findings per rule and per 100 pages, and speed.

    python benchmarks/real_pages.py [FOLDER] [--save FILE] [--against FILE] [--sample RULE [N]]
    python benchmarks/real_pages.py [FOLDER] --runs N

FOLDER is ../shared/bench/pages beside the repository unless named. ``--save`` keeps the run;
``--against`` compares with one that was kept, rule by rule and finding by finding, so that a
change shows what it changes. ``--sample`` prints findings of one rule to read. ``--runs`` prints
the speed only, of so many runs, each in a process of its own: other programs on the machine make
a run slower, never faster, so the quickest is nearest to what the work costs.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from ptlint.config.settings import Selection, Settings
from ptlint.expressions import keep_expressions
from ptlint.findings.finding import Finding
from ptlint.garbage import seldom_collected
from ptlint.run import Result, run
from ptlint.source.discover import Found, discover

PAGES = Path(__file__).resolve().parents[2] / "shared" / "bench" / "pages"
_SEED = 20260304


def main() -> None:
    options = _options()
    if not options.folder.is_dir():
        raise SystemExit(f"there is no folder {options.folder}: name one with pages")
    if options.against and not options.against.is_file():
        raise SystemExit(f"there is no saved run {options.against}: make one with --save")
    if options.runs:
        _print_runs(options.folder, options.profile, options.runs)
        return
    result, seconds = checked(options.folder, options.profile)
    if options.sample:
        _print_sample(result, *options.sample)
        return
    _print_speed(result, seconds)
    _print_rules(result)
    if options.against:
        _print_difference(json.loads(options.against.read_text()), _kept(result))
    if options.save:
        options.save.write_text(json.dumps(_kept(result), indent=0))


def checked(folder: Path, profile: str) -> tuple[Result, float]:
    """The result for all pages of a folder in one process, and its CPU seconds."""
    settings = Settings(root=folder, selection=Selection(profile=profile))
    names = [each.path for each in discover([str(folder)]) if isinstance(each, Found)]
    with seldom_collected():  # as the command line does
        start = time.process_time()
        result = run(names, settings)
        seconds = time.process_time() - start
    keep_expressions()  # likewise: but for the first run ever, a run has those of the one before
    return result, seconds


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--profile", default="default")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--sample", nargs="+")
    parser.add_argument("--runs", type=int)
    return parser.parse_args()


def _print_runs(folder: Path, profile: str, runs: int) -> None:
    times = []
    for _ in range(runs):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            pages, seconds = process.submit(_timed, folder, profile).result()
        times.append(seconds)
    print(f"{pages} pages, {runs} runs: {', '.join(f'{each:.2f}' for each in times)} s CPU")
    for name, each in (("least", min(times)), ("median", median(times))):
        print(f"{name}: {each:.2f} s, {pages / each:.1f} pages/s")


def _timed(folder: Path, profile: str) -> tuple[int, float]:
    result, seconds = checked(folder, profile)
    return result.files, seconds


def _print_speed(result: Result, seconds: float) -> None:
    print(f"{result.files} pages, {len(result.findings)} findings, {len(result.problems)} problems")
    for problem in result.problems[:10]:
        print(f"  {problem.path}: {problem.message}")
    print(f"{seconds:.2f} s CPU, {result.files / seconds:.0f} pages/s\n")


def _print_rules(result: Result) -> None:
    counts = Counter((each.rule, each.severity.value) for each in result.findings)
    pages = {
        key: len({f.path for f in result.findings if (f.rule, f.severity.value) == key})
        for key in counts
    }
    print(f"{'rule':<34} {'severity':<11} {'findings':>8} {'pages':>6} {'per 100 pages':>14}")
    for (rule, severity), count in sorted(counts.items(), key=lambda entry: -entry[1]):
        share = 100 * count / max(result.files, 1)
        print(f"{rule:<34} {severity:<11} {count:>8} {pages[rule, severity]:>6} {share:>14.1f}")


def _print_sample(result: Result, rule: str, number: str = "30") -> None:
    found = [each for each in result.findings if each.rule == rule]
    random.Random(_SEED).shuffle(found)
    for each in found[: int(number)]:
        print(f"{each.path}:{each.place.line}:{each.place.column} [{each.severity}]")
        print(f"    {each.message}\n    « {each.excerpt} »")
    print(f"{min(int(number), len(found))} of {len(found)} findings of {rule}")


def _kept(result: Result) -> dict[str, str]:
    return {_key(each): f"{each.severity} {each.message}" for each in result.findings}


def _key(finding: Finding) -> str:
    return f"{finding.rule} {finding.path} {finding.fingerprint}"


def _print_difference(before: dict[str, str], now: dict[str, str]) -> None:
    added, gone = now.keys() - before.keys(), before.keys() - now.keys()
    print(f"\n{len(added)} findings more, {len(gone)} fewer than the run that was kept")
    for sign, keys, texts in (("+", added, now), ("-", gone, before)):
        per_rule = Counter(key.split(" ", 1)[0] for key in keys)
        for rule, count in per_rule.most_common():
            print(f"{sign}{count} {rule}")
        for key in sorted(keys)[:40]:
            print(f"  {sign} {key.rsplit(' ', 1)[0]}: {texts[key][:160]}")


if __name__ == "__main__":
    main()
