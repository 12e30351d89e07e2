"""Front matter: the metadata block above a page, in YAML, TOML or JSON, with true positions."""

from __future__ import annotations

from ptlint.page.front_matter.detect import read_front_matter
from ptlint.page.front_matter.metadata import metadata_of
from ptlint.page.front_matter.model import FrontMatter

__all__ = ["FrontMatter", "metadata_of", "read_front_matter"]
