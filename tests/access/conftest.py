"""A page's accessibility tree from a piece of HTML."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ptlint.access.tree import AccessTree, access_tree
from ptlint.page.html.nesting import nest


@pytest.fixture
def tree() -> Callable[..., AccessTree]:
    def build(html: str, *, whole: bool = True) -> AccessTree:
        return access_tree(nest(html), whole=whole)

    return build
