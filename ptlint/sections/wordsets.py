"""Small word lists of grammar, kept as data beside the vocabularies they belong to."""

from __future__ import annotations

from functools import cache

from ptlint.vocabulary import load


@cache
def word_set(vocabulary: str, name: str) -> frozenset[str]:
    """The words of ``[grammar]`` list ``name`` in rules/vocabulary/<vocabulary>.toml."""
    return frozenset(load(vocabulary)["grammar"][name].split())
