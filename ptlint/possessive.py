"""Possessive repeats in the first interpreters that have them.

Python 3.11.0 to 3.11.4 match a possessive repeat wrongly if what it repeats can match in several
ways: ``(?:ab?)++`` (CPython issue 106052, mended in 3.11.5; Debian 12 has 3.11.2). There such a
repeat is read as the atomic group that it stands for, ``(?>(?:ab?)+)``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

#: Does this interpreter match them rightly?
RIGHT = sys.version_info >= (3, 11, 5)


def parsed(source: str, flags: int) -> Any:
    """What ``re`` reads an expression as, with atomic groups in the place of such repeats."""
    tree = import_module("re._parser").parse(source, flags)
    if not RIGHT:
        _make_atomic(tree)
    return tree


def _make_atomic(tree: Any) -> None:
    signs, compiler = import_module("re._constants"), import_module("re._compiler")
    for place, (sign, details) in enumerate(tree.data):
        for inner in _inside(details, type(tree)):
            _make_atomic(inner)
        # Of one sign they are a loop of their own, which is right.
        if sign is signs.POSSESSIVE_REPEAT and not compiler._simple(details[2]):
            repeat = type(tree)(tree.state, [(signs.MAX_REPEAT, details)])
            tree.data[place] = (signs.ATOMIC_GROUP, repeat)


def _inside(details: Any, kind: type) -> list[Any]:
    """The parts of an expression that one of its parts is made of."""
    if isinstance(details, kind):
        return [details]
    if isinstance(details, list | tuple):
        return [each for detail in details for each in _inside(detail, kind)]
    return []
