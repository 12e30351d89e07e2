"""How often the interpreter looks for reference cycles while pages are checked.

A page of 50 KB is tens of thousands of short-lived objects, nearly all of them freed as soon as
nobody refers to them. At the interpreter's own threshold (700 new objects) the collector looks
through the same pages hundreds of times: a fifth of a run's time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before the collector looks for cycles: some pages' worth, and more than modules,
#: rules and a first page make together (60,000), which it would look through in vain for 8 ms.
COLLECT_AFTER = 100_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Lets the collector run seldom inside, and as before afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(max(COLLECT_AFTER, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
