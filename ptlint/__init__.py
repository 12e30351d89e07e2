"""ptlint: a linter and accessibility checker for health-condition pages.

The public API is ``check_text``, ``check_path`` and ``Finding``; everything else may move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ptlint.api import check_path, check_text
    from ptlint.findings.finding import Finding

__version__ = "0.1.0"
__all__ = ["Finding", "__version__", "check_path", "check_text"]


def __getattr__(name: str) -> Any:
    # Lazy: importing the package must not cost what checking costs (start-up, build hook).
    if name == "Finding":
        from ptlint.findings.finding import Finding

        return Finding
    if name in ("check_path", "check_text"):
        from ptlint import api

        return getattr(api, name)
    raise AttributeError(f"module 'ptlint' has no attribute {name!r}")
