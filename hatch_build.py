"""Build hook: writes the index of all rule pages that ptlint starts from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleIndex(BuildHookInterface[Any]):
    """Makes ``ptlint/_rules.json`` before the wheel (also an editable one) is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from ptlint.catalogue.index import write_index

            write_index(root / "rules", root / "ptlint" / "_rules.json")
        finally:
            sys.path.remove(str(root))
