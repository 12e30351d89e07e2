"""The ids that site generators give headings which have none of their own.

GitHub, Hugo, Docusaurus, Jekyll and MkDocs agree for plain words: lower case, signs left out,
spaces as hyphens, a number behind repeated ones.
"""

from __future__ import annotations

from ptlint.pattern import later

_LEFT_OUT = later(r"[^\w\- ]")


class Anchors:
    """Makes the ids of one page, in the order of its headings."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def of(self, words: str) -> str | None:
        """The id of a heading with these words; None where template code is among them."""
        if "\ue000" in words:
            return None
        made = _LEFT_OUT.sub("", words.lower()).replace(" ", "-")
        if not made:
            return None
        count = self._used.get(made, 0)
        self._used[made] = count + 1
        return f"{made}-{count}" if count else made
