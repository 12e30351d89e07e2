"""Build hook: writes the index of rule pages and vocabularies that ptlint starts from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleIndex(BuildHookInterface[Any]):
    """Makes ``ptlint/_index`` before the wheel (also an editable one) is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from ptlint.catalogue.index import write_index  # noqa: PLC0415
            from ptlint.vocabulary import write_vocabularies  # noqa: PLC0415

            write_index(root / "rules", root / "ptlint" / "_index")
            write_vocabularies(root / "rules", root / "ptlint" / "_index")
        finally:
            sys.path.remove(str(root))
