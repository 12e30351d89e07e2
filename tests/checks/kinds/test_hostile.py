"""No expression of the language checks runs away on texts made to slow it down."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import ptlint.checks
from ptlint.checks.safety import cautions
from ptlint.pattern import later

FOLDERS = (
    "kinds", "readability", "inclusive", "safety", "typography", "advice", "evidence", "structure",
    "references", "citations",
)  # fmt: skip
UNITS = (
    "a", "A", "a ", "A1", "(", ")(", "1", "1,", "1.", "is ", "we ", "see a doctor ", "if ", "1 in ",
    "skin ", "red ", "call ", "I was ", "i was ", "repeat ", "Ã", " ", "\n", "\n ", "- ",
    "half of ", "risk ", "1.5 million ", "has been ", "medical ", "\u00a0", "X",
    "[insert ", "<your ",
)  # fmt: skip
_PUT_OFF = type(later("a"))
LENGTH = 20_000
#: Seconds; a quadratic search over so many characters takes minutes.
LIMIT = 0.5


def _patterns() -> dict[str, re.Pattern[str]]:
    found = {f"risk{number}": each for number, (_, each) in enumerate(cautions._risks())}
    found |= {f"careful{number}": each for number, each in enumerate(cautions._careful())}
    for info in pkgutil.walk_packages(ptlint.checks.__path__, "ptlint.checks."):
        if info.name.split(".")[2] in FOLDERS and not info.ispkg:
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                for index, each in enumerate(_of(value)):
                    found[f"{info.name.removeprefix('ptlint.checks.')}.{name}{index}"] = each
    return found


def _of(value: object) -> list[re.Pattern[str]]:
    several = tuple(value.values()) if isinstance(value, dict) else value
    several = several if isinstance(several, tuple) else (value,)
    return [each for each in several if isinstance(each, re.Pattern | _PUT_OFF)]


@pytest.mark.parametrize("name", sorted(_patterns()))
def test_no_expression_runs_away(name: str) -> None:
    pattern = _patterns()[name]
    for unit in UNITS:
        text = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
        start = time.process_time()
        for count, _ in enumerate(pattern.finditer(text)):
            if count > 500:
                break
        assert time.process_time() - start < LIMIT, unit
