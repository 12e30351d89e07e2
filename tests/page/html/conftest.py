"""Reading a piece of HTML, for all tests of this folder."""

from __future__ import annotations

import pytest

from ptlint.page.html import read
from ptlint.source.format import Format
from ptlint.source.source import from_text


@pytest.fixture(scope="session")
def html():
    """The draft of a piece of HTML; a path with another ending has its template code masked."""

    def draft_of(text, path="page.html"):
        return read(from_text(text, path, Format.HTML))

    return draft_of
