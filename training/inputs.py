"""What the model of ptlint/sections/ was trained on: the items, and a digest of their features.

The digest is kept in the model's head. It changes with the items, with the lexicon and with what
``ptlint.sections.features`` makes of them; then the model has to be trained again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from ptlint.sections.features import features
from ptlint.sections.words import read_words

HERE = Path(__file__).resolve().parent


def written() -> Iterator[tuple[str, list[str]]]:
    """The items of written_items.jsonl and their roles."""
    for line in (HERE / "written_items.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        yield item["text"], item["roles"]


def common() -> Iterator[tuple[str, list[str]]]:
    """The items of common_items.txt and the roles of the heading they stand under there."""
    roles: list[str] = []
    for line in (HERE / "common_items.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            roles = line[3:].split(", ")
        elif line and not line.startswith("#"):
            yield line, roles


def digest() -> str:
    """A digest of the features and roles of every item."""
    told = hashlib.sha256()
    for text, roles in (*written(), *common()):
        told.update(json.dumps([sorted(features(read_words(text))), roles]).encode("utf-8"))
    return told.hexdigest()[:16]
