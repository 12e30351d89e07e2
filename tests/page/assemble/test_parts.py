"""Which headings make what follows another part of the page."""

from __future__ import annotations

import pytest

from ptlint.page import read_page
from ptlint.page.kinds import Part
from ptlint.page.model import Paragraph
from ptlint.source.format import Format
from ptlint.source.source import from_text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("# Support and resources\n\nWe help.", [Part.ARTICLE]),
        ("# Gout\n\nSore.\n\n## Related articles\n\nKnee.", [Part.ARTICLE, Part.RELATED]),
        ("# Gout\n\nSore.\n\n# Related articles\n\nKnee.", [Part.ARTICLE, Part.RELATED]),
        ("## Related articles\n\nKnee.", [Part.RELATED]),
    ],
)
def test_a_heading_opens_another_part_but_the_title_does_not(text: str, parts: list[Part]) -> None:
    page = read_page(from_text(text, "page.md", Format.MARKDOWN))
    assert [each.part for each in page.blocks if isinstance(each, Paragraph)] == parts
