"""The linear model that reads a role off an item's words; trained by training/train.py.

The file holds a head line (JSON), the features in the order of their letters, and one row of
eight one-byte weights a feature. Few of its features are ever asked for, so they are looked up
where they stand: a dictionary of all would take longer to make. A row is one 64-bit number, so
that the weights of an item's features are summed for all eight roles at once: even bytes, then
odd bytes, with sixteen bits of room each.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
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
    """Features and their weights; the lane and bias of each role; the value of a stored unit."""

    names: Sequence[str]
    rows: Sequence[int]
    lanes: tuple[tuple[int, float], ...]
    step: float

    def scores(self, words: Words) -> list[float]:
        """Log-odds of each role of ``ROLES`` for an item, from its words alone."""
        found = list(filter(None, map(_row, features(words))))[:_ROOM]
        even = sum([row & _EVEN for row in found])
        odd = (sum(found) - even) >> 8
        sums = _LANES.unpack((even | odd << 64).to_bytes(_LANES.size, "little"))
        step, shift = self.step, _ZERO * len(found)
        return [bias + step * (sums[lane] - shift) for lane, bias in self.lanes]


@lru_cache(maxsize=16384)
def _row(feature: str) -> int:
    """The weights of a feature; 0 for one that the model does not know."""
    model = role_model()
    place = bisect_left(model.names, feature)
    return model.rows[place] if model.names[place : place + 1] == [feature] else 0


@cache
def role_model() -> RoleModel:
    """Load the model that ships with the package; it is a constant."""
    head, _, body = _FILE.read_bytes().partition(b"\n")
    about = json.loads(head)
    names = body[: about["names"]].decode("utf-8").split("\n")
    rows = array("Q")
    rows.frombytes(body[about["names"] :])
    lanes = tuple(zip(_ORDER, about["bias"], strict=True))
    return RoleModel(names, rows, lanes, about["step"])
