"""Two names for one thing on a page (federal plain language: use the same term)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later

_PARTS = (Part.ARTICLE, Part.ASIDE)
_EXPLAINS = later(r"(?:\(|\bor|\bcalled|\bknown as|/)\s?(?:an? |the )?$", re.I)


def inconsistent(page: Page, options: Options) -> Iterator[Observation]:
    """The first place of the rarer name, for each group of names the page mixes."""
    texts = list(passages(page, parts=_PARTS))
    whole = "\n".join(each.text.text for each in texts).casefold()
    for group in options.data["groups"]:
        counts = {name: whole.count(name) for name in group if name in whole}
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda name: counts[name])
        for name in group:
            if name in counts and name != usual:
                yield from _first(texts, name, usual)


def _first(texts: list[Passage], name: str, usual: str) -> Iterator[Observation]:
    pattern = re.compile(rf"\b{re.escape(name)}s?\b", re.I)
    for passage in texts:
        for match in pattern.finditer(passage.text.text):
            if _EXPLAINS.search(passage.text.text[max(0, match.start() - 20) : match.start()]):
                return
            yield Observation(
                passage.text.span(*match.span()),
                f"'{match.group()}' and '{usual}' both stand on this page. If they mean the same, "
                f"keep to '{usual}'.",
            )
            return
