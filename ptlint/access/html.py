"""What HTML lays down for each element: roles, allowed attributes, autofill tokens."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def html_tables() -> dict[str, Any]:
    """The tables of ``data/html.json``: HTML-AAM, ARIA in HTML, HTML."""
    path = Path(__file__).parent / "data" / "html.json"
    tables: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return tables
