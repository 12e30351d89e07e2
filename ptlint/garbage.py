"""How often the interpreter looks for reference cycles while pages are checked.

A page of 50 KB is tens of thousands of short-lived objects, nearly all of them freed as soon as
nobody refers to them. At the interpreter's own threshold (700 new objects) the collector looks
through the same pages hundreds of times: a fifth of a run's time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects that were not freed before the collector looks for cycles. Modules, rules and a first
#: page make 60,000, which it would look through in vain for 8 ms; at so many as here it never looks
#: in a run over 375 pages, and the run needs no more memory (83 MB).
COLLECT_AFTER = 300_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Lets the collector run seldom inside, and as before afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(max(COLLECT_AFTER, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
