"""The vocabularies of ``rules/vocabulary/``: plain data that rules and readers share.

TOML is for people; reading it costs ten times what JSON does. The build writes each vocabulary
as JSON into ``ptlint/_index``; that copy is used only while it was made from a file of the same
size, so an edited vocabulary counts at once in a checkout.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
INDEX = _PACKAGE / "_index"


@cache
def rules_folder() -> Path:
    """The folder of rule pages: inside the installed package, else at the repository root."""
    installed = _PACKAGE / "rules"
    return installed if installed.is_dir() else _PACKAGE.parent / "rules"


def rules_are_installed() -> bool:
    """Do the rules stand in the installed package, where nobody edits them?"""
    return rules_folder().parent == _PACKAGE


@cache
def load(name: str) -> dict[str, Any]:
    """Return the vocabulary ``rules/vocabulary/<name>.toml`` as plain data.

    Raises FileNotFoundError when there is no such vocabulary. Callers must not
    change what they get: it is read once and shared.
    """
    path = rules_folder() / "vocabulary" / f"{name}.toml"
    return _indexed(path) or _from_toml(path)


def _from_toml(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def write_vocabularies(folder: Path, target: Path) -> None:
    """Writes the JSON copies of all vocabularies (called by the build)."""
    target.mkdir(exist_ok=True)
    for path in sorted((folder / "vocabulary").glob("*.toml")):
        copy = {"size": path.stat().st_size, "data": _from_toml(path)}
        text = json.dumps(copy, ensure_ascii=False, separators=(",", ":"))
        (target / f"{path.stem}.json").write_text(text, encoding="utf-8")


def _indexed(path: Path) -> dict[str, Any] | None:
    try:
        copy = json.loads((INDEX / f"{path.stem}.json").read_bytes())
        data: dict[str, Any] = copy["data"]
        return data if copy["size"] == path.stat().st_size else None
    except (OSError, ValueError, KeyError):
        return None
