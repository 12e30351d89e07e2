"""The collector's threshold is raised while pages are checked, and put back."""

from __future__ import annotations

import gc

import pytest

from ptlint.garbage import COLLECT_AFTER, seldom_collected


@pytest.mark.parametrize(("before", "inside"), [(700, COLLECT_AFTER), (10**6, 10**6)])
def test_the_threshold_is_raised_and_put_back(before: int, inside: int) -> None:
    found = gc.get_threshold()
    gc.set_threshold(before, 11, 12)
    try:
        with pytest.raises(KeyboardInterrupt), seldom_collected():
            assert gc.get_threshold() == (inside, 11, 12)
            raise KeyboardInterrupt
        assert gc.get_threshold() == (before, 11, 12)
    finally:
        gc.set_threshold(*found)
