"""The vocabularies of ``rules/vocabulary/``: plain data that rules and readers share."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def rules_folder() -> Path:
    """The folder of rule pages: inside the installed package, else at the repository root."""
    installed = _PACKAGE / "rules"
    return installed if installed.is_dir() else _PACKAGE.parent / "rules"


@cache
def load(name: str) -> dict[str, Any]:
    """Return the vocabulary ``rules/vocabulary/<name>.toml`` as plain data.

    Raises FileNotFoundError when there is no such vocabulary. Callers must not
    change what they get: it is read once and shared.
    """
    path = rules_folder() / "vocabulary" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
