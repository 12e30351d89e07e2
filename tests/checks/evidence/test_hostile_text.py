"""No pattern of these rules runs away on long texts that nearly match."""

from __future__ import annotations

import re
import time

import pytest

from ptlint.checks.evidence import claims, statements
from ptlint.checks.references import addresses, identifiers
from ptlint.checks.structured_data import json_ld, medical
from ptlint.page.assemble import references
from ptlint.pattern import later

SIZE = 100_000
TEXTS = (
    "a ",
    "A ",
    "Aaa Bbb ",
    "From the ",
    "not ",
    "(",
    " ",
    "Aa of ",
    "1",
    "information ",
    "A. ",
)
MODULES = (claims, statements, addresses, identifiers, json_ld, medical, references)
PATTERNS = [
    (f"{module.__name__.rsplit('.', 1)[-1]}.{name}", value)
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern | type(later("a")))
]


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_patterns_stay_quick(name: str, pattern: re.Pattern[str]) -> None:
    for text in TEXTS:
        hostile = text * (SIZE // len(text))
        start = time.process_time()
        sum(1 for _ in pattern.finditer(hostile))
        assert time.process_time() - start < 1.0, text
