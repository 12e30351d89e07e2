"""What kind of source an entry is: weak evidence, or a site that nobody checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.checks.references.judged import observation
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.references.entry.judgements import weak
from ptlint.vocabulary import load


def weak_evidence(page: Page, options: Options) -> Iterator[Observation]:
    """Case reports, press releases and a provider's own pages."""
    for each in page.once(page_entries):
        said = next(weak(each.fields), None)
        if said:
            yield observation(page, each, said)
        elif _is_providers_page(each):
            yield Observation(
                each.place(each.fields.title),
                f"{each.name} is a provider's own page for its patients: weak support for what a "
                "reader should do. Add or prefer a guideline or a systematic review.",
            )


def _is_providers_page(each: PageEntry) -> bool:
    container = each.fields.container or each.fields.publisher
    if each.fields.kind != "web page" or container is None:
        return False
    name = container.value.casefold()
    return bool(_providers("words").search(name)) and not _providers("trusted").search(name)


@cache
def _providers(which: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, load("evidence")["providers"][which]))
    return later(rf"(?<!\w)(?:{names})(?!\w)")


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
                    f"{each.name} rests on {found}, which nobody checks as a journal does. "
                    "Cite the source that it rests on itself.",
                )
                break
