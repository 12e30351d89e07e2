"""The linear model that reads a role off an item's words; trained by training/train.py.

The file holds a head line (JSON), the features, and one row of eight one-byte weights a feature,
all deflated. A row is one 64-bit number, so that the weights of an item's features are summed
for all eight roles at once: even bytes, then odd bytes, with sixteen bits of room each.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ptlint.sections.features import features
from ptlint.sections.words import Words

ROLES = (
    "symptom", "risk_factor", "cause", "treatment",
    "diagnosis", "prevention", "complication", "other",
)

_FILE = Path(__file__).with_name("roles.model")
_EVEN = 0x00FF00FF00FF00FF
_ZERO = 128  # a weight of nought, as stored
_ROOM = 256  # more features than this could overflow sixteen bits


@dataclass(frozen=True, slots=True)
class RoleModel:
    """Weights by feature; ``step`` is the value of one unit of a stored weight."""

    rows: Mapping[str, int]
    bias: tuple[float, ...]
    step: float

    def scores(self, words: Words) -> list[float]:
        """Log-odds of each role of ``ROLES`` for an item, from its words alone."""
        known = self.rows.get
        found = [row for name in features(words) if (row := known(name)) is not None][:_ROOM]
        even = sum([row & _EVEN for row in found])
        odd = (sum(found) - even) >> 8
        shift = _ZERO * len(found)
        return [
            bias + self.step * (((odd if role & 1 else even) >> (role & 6) * 8 & 0xFFFF) - shift)
            for role, bias in enumerate(self.bias)
        ]


@cache
def role_model() -> RoleModel:
    """Load the model that ships with the package; it is a constant."""
    head, _, body = zlib.decompress(_FILE.read_bytes()).partition(b"\n")
    about = json.loads(head)
    names = body[: about["names"]].decode("utf-8").split("\n")
    rows = array("Q")
    rows.frombytes(body[about["names"] :])
    return RoleModel(dict(zip(names, rows, strict=True)), tuple(about["bias"]), about["step"])
