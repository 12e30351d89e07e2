"""The plain-text reader."""

from ptlint.page.text.read import read

__all__ = ["read"]
