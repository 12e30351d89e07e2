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
from functools import cache
from pathlib import Path
from struct import Struct

from ptlint.record import record
from ptlint.sections.features import features
from ptlint.sections.words import Words

ROLES = (
    "symptom",
    "risk_factor",
    "cause",
    "treatment",
    "diagnosis",
    "prevention",
    "complication",
    "other",
)

_FILE = Path(__file__).with_name("roles.model")
_EVEN = 0x00FF00FF00FF00FF
_LANES = Struct("<8H")
_ORDER = (0, 4, 1, 5, 2, 6, 3, 7)  # the lanes of roles 0 to 7: even bytes first, then odd ones
_ZERO = 128  # a weight of nought, as stored
_ROOM = 256  # more features than this could overflow sixteen bits


@record
class RoleModel:
    """Weights by feature; the lane and bias of each role; the value of one stored unit."""

    rows: Mapping[str, int]
    lanes: tuple[tuple[int, float], ...]
    step: float

    def scores(self, words: Words) -> list[float]:
        """Log-odds of each role of ``ROLES`` for an item, from its words alone."""
        found = list(filter(None, map(self.rows.get, features(words))))[:_ROOM]
        even = sum([row & _EVEN for row in found])
        odd = (sum(found) - even) >> 8
        sums = _LANES.unpack((even | odd << 64).to_bytes(_LANES.size, "little"))
        step, shift = self.step, _ZERO * len(found)
        return [bias + step * (sums[lane] - shift) for lane, bias in self.lanes]


@cache
def role_model() -> RoleModel:
    """Load the model that ships with the package; it is a constant."""
    head, _, body = zlib.decompress(_FILE.read_bytes()).partition(b"\n")
    about = json.loads(head)
    names = body[: about["names"]].decode("utf-8").split("\n")
    rows = array("Q")
    rows.frombytes(body[about["names"] :])
    lanes = tuple(zip(_ORDER, about["bias"], strict=True))
    return RoleModel(dict(zip(names, rows, strict=True)), lanes, about["step"])
