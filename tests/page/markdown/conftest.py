"""What the tests of the Markdown reader share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ptlint.page.draft import Draft
from ptlint.page.markdown.read import read
from ptlint.source.source import Format, from_text

ReadDraft = Callable[..., Draft]


@pytest.fixture
def draft() -> ReadDraft:
    """Reads a Markdown text into a draft."""

    def read_text(text: str, path: str = "content/page.md") -> Draft:
        return read(from_text(text, path, Format.MARKDOWN))

    return read_text
