"""Long runs of one sign, in every place of a page that is asked for something, take no minutes."""

from __future__ import annotations

import time

import pytest

from ptlint import check_text

LENGTH = 20_000
#: Seconds; a search from each sign to the end of its run takes five times as long.
LIMIT = 3.0
UNITS = (" ", "\t", "\n", "\u00a0", ".", "1.", "1, ", "a-", "a.", ", ", "(", "=", '"', "'")
HTML = """<!doctype html>
<html lang="en"><head><title>Hip {run} pain</title></head><body><nav>Home {run} x</nav>
<h1>Hip {run} pain</h1><p>Pain <sup>{run}1</sup> and <sup>1{run}</sup> x.</p><p>By {run} x</p>
<p>Last reviewed {run} x</p><img src="{run}" alt="{run}"><a href="{run}" style="{run}">go {run}</a>
<ul><li>one {run} x</li></ul><h2>References</h2>
<ol><li>Smith J. {run} 2019. doi: {run} 10.1000/1{run}x</li></ol></body></html>
"""
MARKDOWN = """---
title: Hip {run} pain
---
# Hip {run} pain

Pain{run}1 and [1{run}] x [a {run}]({run}) ![{run}]({run}).

By {run} x

- one {run} x

## References

1. Smith J. {run} 2019. doi: {run} 10.1000/1{run}x
"""
TEXT = """Home
/
Hip {run} pain

What is {run} it?
Pain{run}1 and [1{run}] x.

  • one {run} x

References
1. Smith J. {run} 2019. doi: {run} 10.1000/1{run}x
"""


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("name", "page"), [("a.html", HTML), ("a.md", MARKDOWN), ("a.txt", TEXT)])
def test_no_run_takes_long(name: str, page: str, unit: str) -> None:
    run = unit * (LENGTH // len(unit))
    start = time.process_time()
    check_text(page.replace("{run}", run), path=name)
    assert time.process_time() - start < LIMIT
