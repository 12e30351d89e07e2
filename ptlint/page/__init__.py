"""The page model and the way to it: a format's reader, then one assembly for all formats."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import lru_cache

from ptlint.page.assemble import assemble
from ptlint.page.draft import Draft
from ptlint.page.kinds import PageKind
from ptlint.page.model import Page
from ptlint.source.source import Format, Source

__all__ = ["read_page"]


def read_page(source: Source, kind: PageKind | None = None) -> Page:
    """The page that a source holds.

    Args:
        source: decoded text with template code masked.
        kind: the page's kind, where settings know it better than its headings show.
    """
    return assemble(_reader(source.format)(source), source, kind, _roles_of)


def _reader(kind: Format) -> Callable[[Source], Draft]:
    # Imported on demand: a run over Markdown needs no HTML reader, and the other way round.
    module = importlib.import_module(f"ptlint.page.{kind.value}.read")
    read: Callable[[Source], Draft] = module.read
    return read


@lru_cache(maxsize=4096)
def _roles_of(words: str) -> frozenset[str]:
    from ptlint.sections.headings import heading_roles, lead_in_roles

    if words.rstrip().endswith(":"):
        return lead_in_roles(words).roles or heading_roles(words).roles
    return heading_roles(words).roles
