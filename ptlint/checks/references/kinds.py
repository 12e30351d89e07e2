"""What kind of source an entry is: weak evidence, a preprint, a superseded guideline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.vocabulary import load

_WORDS = re.compile(r"[a-z0-9]+")


def weak(page: Page, options: Options) -> Iterator[Observation]:
    """Case reports, press releases and a provider's own pages."""
    for each in page.once(page_entries):
        said = _weakness(each)
        if said:
            yield Observation(
                each.place(each.fields.title),
                f"{each.name} is {said}: weak support for what a reader should do. Add or prefer "
                "a guideline or a systematic review.",
            )


def _weakness(each: PageEntry) -> str | None:
    known = load("evidence")
    title = each.fields.title.value.casefold() if each.fields.title else ""
    for entry in known["weak"]:
        if any(_holds(title, words) for words in entry["title"]):
            return str(entry["what"])
    if each.fields.kind == "web page" and each.fields.container:
        container = each.fields.container.value.casefold()
        names = any(_holds(container, words) for words in known["providers"]["words"])
        if names and not any(_holds(container, words) for words in known["providers"]["trusted"]):
            return "a provider's own page for its patients"
    return None


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def low_quality_host(page: Page, options: Options) -> Iterator[Observation]:
    """Entries on a site that the settings do not accept as a source."""
    hosts = options.words("hosts")
    for each in page.once(page_entries):
        address = each.fields.address.value if each.fields.address else ""
        for url in (address, *each.hrefs):
            host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
            found = next((name for name in hosts if host == name or host.endswith(f".{name}")), "")
            if found:
                yield Observation(
                    each.place(),
                    f"{each.name} rests on {found}, which nobody checks as a journal does. Cite the "
                    "source that it rests on itself.",
                )
                break


def preprint(page: Page, options: Options) -> Iterator[Observation]:
    """Manuscripts that no one has reviewed yet."""
    for each in page.once(page_entries):
        if each.fields.kind == "preprint" and "[preprint]" not in each.text.casefold():
            yield Observation(
                each.place(each.fields.title),
                f"{each.name} is a preprint, which no reviewer has checked. See whether it has been "
                "published since; if not, mark it '[preprint]'.",
            )


def superseded(page: Page, options: Options) -> Iterator[Observation]:
    """Guidelines of which a newer edition exists, by the table of the vocabulary."""
    entries = page.once(page_entries)
    for guideline in load("guidelines")["guideline"]:
        if any(_is_edition(each, guideline["newer"]) for each in entries):
            continue
        for each in entries:
            if _is_edition(each, guideline):
                newer = guideline["newer"]
                yield Observation(
                    each.place(each.fields.title),
                    f"{each.name} has a newer edition: {newer['name']}"
                    f"{_where(newer)}. Check whether the page still agrees with it, and cite it"
                    f"{_kept(guideline)}.",
                )


def _is_edition(each: PageEntry, edition: dict[str, Any]) -> bool:
    doi, number = edition.get("doi"), edition.get("number")
    if doi and each.doi:
        return bool(each.doi == doi)
    if number and _holds(each.text.casefold(), number.casefold()):
        return True
    title = set(_WORDS.findall(each.fields.title.value.casefold() if each.fields.title else ""))
    words, year = edition.get("title"), each.fields.year
    return bool(
        words and set(_WORDS.findall(words)) <= title
        and year and year.value.startswith(str(edition.get("year")))
    )  # fmt: skip


def _where(newer: dict[str, Any]) -> str:
    return f" (https://doi.org/{newer['doi']})" if newer.get("doi") else ""


def _kept(guideline: dict[str, Any]) -> str:
    note = guideline.get("kept")
    return f" ({note})" if note else ""
