"""Roles of headings and items on labelled real pages: marks, calibration, mistakes, speed.

    python benchmarks/roles.py [FOLDER] [--mistakes N] [--cues] [--formats] [--half dev|held]

FOLDER (../shared/bench/roles beside the repository unless named) holds real_items.jsonl and
real_pages.jsonl. Their variants +k1 and +k3 have one or three items moved under a wrong heading
of their own page. Headings are taken once as labelled and once as ptlint reads them.
``--formats`` writes every page as HTML, Markdown and text and runs the whole program on it.
``--half`` keeps a seeded half of the pages: mistakes were read on ``dev`` alone while the rules
were made. ``--cues`` prints how often each hand-written cue is right on the training items.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from ptlint.config.settings import Selection, Settings
from ptlint.run import run
from ptlint.sections.groups import flagged_items, judge_group
from ptlint.sections.headings import HeadingRoles, heading_roles
from ptlint.sections.items import item_roles
from ptlint.sections.model import ROLES
from ptlint.sections.vocabulary import section_roles
from ptlint.vocabulary import load

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT.parent / "shared" / "bench" / "roles"
_SEED = 2026
_VARIANTS = ("+k3", "+k1", "real")
_FREE = "definition"  # stands for labelled headings whose content is free
Json = dict[str, Any]
Judge = Callable[[Json, Json], set[int]]


@dataclass
class Tally:
    """Counts of one variant of the pages."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    pages: set[str] = field(default_factory=set)
    false_pages: set[str] = field(default_factory=set)
    groups: int = 0
    groups_found: int = 0

    def add(self, page: Json, section: Json, flagged: set[int]) -> None:
        mislabelled = {n for n, item in enumerate(section["items"]) if item["mislabelled"]}
        self.right += len(flagged & mislabelled)
        self.wrong += len(flagged - mislabelled)
        self.missed += len(mislabelled - flagged)
        if flagged - mislabelled:
            self.false_pages.add(page["page_id"])
        background = {n for n in mislabelled if _is_background(section["items"][n]["roles"])}
        if background and _is_symptoms(section["heading_roles"]):
            self.groups += 1
            self.groups_found += bool(background & flagged)


def main() -> None:
    options = _options()
    if options.cues:
        print_cues(_lines(ROOT / "training" / "written_items.jsonl"))
        return
    if not (options.folder / "real_pages.jsonl").is_file():
        raise SystemExit(f"there is no real_pages.jsonl in {options.folder}: name the folder")
    pages = _lines(options.folder / "real_pages.jsonl")
    keep = _half(pages, options.half)
    pages = [page for page in pages if page["base_page"] in keep]
    items = [i for i in _lines(options.folder / "real_items.jsonl") if i["page_id"] in keep]
    print_marks("headings as labelled", pages, as_labelled)
    print_marks("headings as ptlint reads them", pages, as_read)
    if options.formats:
        for suffix in _WORDINGS:
            print_marks(f"the whole program on .{suffix} files", pages, WholeProgram(suffix))
    print_accuracy(items)
    print_calibration(items)
    print_speed([item["text"] for item in items])
    print_mistakes(items, pages, options.mistakes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--mistakes", type=int, default=20, help="so many mistakes to print")
    parser.add_argument("--cues", action="store_true")
    parser.add_argument("--formats", action="store_true")
    parser.add_argument("--half", choices=("dev", "held"))
    return parser.parse_args()


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _half(pages: Iterable[Json], half: str | None) -> set[str]:
    names = sorted({page["base_page"] for page in pages})
    if half is None:
        return set(names)
    random.Random(_SEED).shuffle(names)
    middle = len(names) // 2
    return set(names[:middle] if half == "dev" else names[middle:])


# ── judging ─────────────────────────────────────────────────────────────────────────────────


def as_labelled(page: Json, section: Json) -> set[int]:
    """Items flagged under the roles that the bench gives the heading."""
    by_item = {role.item: name for name, role in reversed(section_roles().items()) if role.item}
    kind = heading_roles(section["heading"], page["condition"]).kind
    names = frozenset(by_item.get(role, _FREE) for role in section["heading_roles"])
    return _flagged(HeadingRoles(names, kind), page, section)


def as_read(page: Json, section: Json) -> set[int]:
    """Items flagged under the roles that ptlint reads in the heading."""
    return _flagged(heading_roles(section["heading"], page["condition"]), page, section)


def _flagged(heading: HeadingRoles, page: Json, section: Json) -> set[int]:
    texts = [item["text"] for item in section["items"]]
    return set(flagged_items(judge_group(heading, texts, page["condition"])))


class WholeProgram:
    """Items that the rule mislabelled-section names on pages written out in one format."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._found: dict[str, set[tuple[str, int]]] = {}

    def __call__(self, page: Json, section: Json) -> set[int]:
        name = page["page_id"]
        if name not in self._found:
            self._found[name] = self._run(page)
        return {number for heading, number in self._found[name] if heading == section["heading"]}

    def _run(self, page: Json) -> set[tuple[str, int]]:
        lines, places = _written(page, self._suffix)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{page['condition']}.{self._suffix}"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            chosen = Selection(select=("mislabelled-section",))
            findings = run([str(path)], Settings(root=Path(folder), selection=chosen)).findings
        told = (note.place.line for finding in findings for note in finding.related)
        return {places[line] for line in told if line in places}


def _written(page: Json, suffix: str) -> tuple[list[str], dict[int, tuple[str, int]]]:
    """The lines of a page in one format, and which item stands on which line."""
    wording = _WORDINGS[suffix]
    title = str(page["condition"]).replace("-", " ").replace("_", " ").title()
    lines = [wording.title.format(title), ""]
    places: dict[int, tuple[str, int]] = {}
    for section in page["sections"]:
        lines += ["", wording.heading.format(wording.escape(section["heading"])), ""]
        for number, item in enumerate(section["items"]):
            lines.append(wording.item.format(wording.escape(item["text"])))
            places[len(lines)] = (section["heading"], number)
        lines.append(wording.end)
    return lines, places


@dataclass(frozen=True)
class Wording:
    """How one format writes titles, headings and items."""

    title: str
    heading: str
    item: str
    end: str
    escape: Callable[[str], str]


def _escaped(text: str) -> str:
    return "".join("\\" + sign if sign in "*_[]<>`#" else sign for sign in text)


_WORDINGS = {
    "html": Wording(
        "<!DOCTYPE html><html lang=en><title>{0}</title><h1>{0}</h1>",
        "<h2>{}</h2><ul>",
        "<li>{}</li>",
        "</ul>",
        escape,
    ),
    "md": Wording("# {}", "## {}", "- {}", "", _escaped),
    "txt": Wording("{}", "{}", "  • {}", "", str),
}


# ── printing ────────────────────────────────────────────────────────────────────────────────


def print_marks(name: str, pages: Iterable[Json], judge: Judge) -> None:
    """Precision and recall of flagged items, and pages with a false flag, by variant."""
    tallies = {variant: Tally() for variant in _VARIANTS}
    for page in pages:
        tally = tallies[page["variant"]]
        tally.pages.add(page["page_id"])
        for section in page["sections"]:
            if section["items"]:
                tally.add(page, section, judge(page, section))
    print(f"\n{name}")
    for variant, tally in tallies.items():
        flagged, wanted = tally.right + tally.wrong, tally.right + tally.missed
        print(
            f"  {variant:5} precision {_share(tally.right, flagged)}"
            f"  recall {_share(tally.right, wanted)}"
            f"  pages with a false flag {len(tally.false_pages)}/{len(tally.pages)}"
            f"  causes or risks under symptoms found {tally.groups_found}/{tally.groups}"
        )


def _is_symptoms(roles: list[str]) -> bool:
    return "symptom" in roles and not _is_background(roles)


def _is_background(roles: list[str]) -> bool:
    return not {"cause", "risk_factor"}.isdisjoint(roles)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "0/0"


def print_accuracy(items: list[Json]) -> None:
    """How often the likeliest role is among the accepted ones, and the confusion matrix."""
    told = [(item, item_roles(item["text"], item["condition"]).role) for item in items]
    right = sum(role in item["roles"] for item, role in told)
    print(f"\nrole among the accepted ones: {_share(right, len(items))}")
    table = Counter(
        (role if role in item["roles"] else item["roles"][0], role) for item, role in told
    )
    print("  labelled (down), read (across)" + "".join(f"{role[:9]:>10}" for role in ROLES))
    for labelled in ROLES:
        row = "".join(f"{table[labelled, role]:10}" for role in ROLES)
        print(f"  {labelled:30}{row}")


def print_calibration(items: list[Json]) -> None:
    """How often items read with a chance are read rightly."""
    bins: dict[int, list[bool]] = {}
    for item in items:
        read = item_roles(item["text"], item["condition"])
        bins.setdefault(min(int(read.confidence * 10), 9), []).append(read.role in item["roles"])
    print("\nconfidence of the role read, and how often it is right")
    for tenth, right in sorted(bins.items()):
        print(f"  {tenth / 10:.1f}-{(tenth + 1) / 10:.1f}  {_share(sum(right), len(right))}")


def print_speed(texts: list[str]) -> None:
    """CPU time an item, and of the first one (which loads vocabulary and model)."""
    code = (
        "import time; from ptlint.sections.items import item_roles; t = time.process_time();"
        "item_roles('x'); print(time.process_time() - t)"
    )
    loads = [
        float(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
            ).stdout
        )
        for _ in range(5)
    ]
    best = min(_timed(texts) for _ in range(20))
    print(
        f"\n{1000 * best / len(texts):.3f} ms an item (best of 20 rounds over {len(texts)}), "
        f"{1000 * min(loads):.1f} ms to load vocabulary and model (best of 5)"
    )


def _timed(texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        item_roles(text)
    return time.process_time() - start


def print_mistakes(items: list[Json], pages: list[Json], number: int) -> None:
    """The items read most surely and wrongly, and every wrong or missed flag up to a number."""
    read = [(item_roles(item["text"], item["condition"]), item) for item in items]
    wrong = [(roles, item) for roles, item in read if roles.role not in item["roles"]]
    wrong.sort(key=lambda pair: -pair[0].confidence)
    print(f"\nthe {min(number, len(wrong))} surest of {len(wrong)} wrong readings")
    for roles, item in wrong[:number]:
        told = f"{roles.role} {roles.confidence:.2f}, labelled {'/'.join(item['roles'])}"
        print(f"  {told:48} {item['text'][:110]}")
    flags = list(_wrong_flags(pages))
    print(f"\n{min(number, len(flags))} of {len(flags)} wrong (+) and missed (-) flags")
    for line in flags[:number]:
        print("  " + line)


def _wrong_flags(pages: list[Json]) -> Iterator[str]:
    for page in pages:
        for section in page["sections"]:
            flagged = as_labelled(page, section) if section["items"] else set()
            for number, item in enumerate(section["items"]):
                if (number in flagged) != item["mislabelled"]:
                    sign = "+" if number in flagged else "-"
                    heading = section["heading"][-40:]
                    yield f"{sign} {page['variant']:4} {heading:40} | {item['text'][:100]}"


def print_cues(items: list[Json]) -> None:
    """How often each hand-written cue speaks for an accepted role of a training item."""
    accepts = load("roles")["accepts"]
    right: Counter[tuple[str, str]] = Counter()
    fired: Counter[tuple[str, str]] = Counter()
    for item in items:
        for cue in item_roles(item["text"]).cues:
            name = (cue.rule.role, cue.rule.name)
            fired[name] += 1
            fair = set(accepts.get(cue.rule.role, ())) - {"other"} | {cue.rule.role}
            right[name] += not fair.isdisjoint(item["roles"])
    for name, count in sorted(fired.items()):
        print(f"  {name[0]:12} {name[1]:38} {_share(right[name], count)}")


if __name__ == "__main__":
    main()
