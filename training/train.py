"""Train the model of ptlint/sections/: list items and sentences into eight roles.

Usage: python training/train.py [--medquad FILE] [--output FILE]

Needs numpy and scikit-learn (training only). The same inputs give the same file, byte for byte.
The items of written_items.jsonl and common_items.txt were written for this project. MedQuAD
(Ben Abacha & Demner-Fushman 2019, CC BY 4.0; see NOTICE) widens the vocabulary; without it the
model is a little less accurate. FILE holds one JSON object a line: {"text": …, "role": …}.
"""

from __future__ import annotations

import argparse
import json
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from inputs import common, digest, written  # noqa: E402

from ptlint.sections.features import features  # noqa: E402
from ptlint.sections.model import ROLES  # noqa: E402
from ptlint.sections.words import read_words  # noqa: E402

LEAST_COUNT = 3  # a feature seen less often is noise
MOST_FEATURES = 16_000  # what fits into 200 KB of a wheel
STRENGTH = 0.1  # scikit-learn's C
COMMON_WEIGHT = 2.0  # the everyday style of clinic pages counts twice
MEDQUAD_WEIGHT = {"other": 0.05}
MEDQUAD_DEFAULT = 0.15  # its labels are 13-20 % wrong
STEP = 1 / 32  # of a stored weight
# Lists on condition pages hold far fewer complications and asides than the training items do.
PRIOR = {"complication": -0.8, "other": -0.8}


@dataclass(frozen=True, slots=True)
class Example:
    """One item with one of its roles and its weight in training."""

    text: str
    role: str
    weight: float


def main() -> None:
    """Read the items, train, prune, and write the model."""
    options = _options()
    examples = [*_written(), *_common(), *_medquad(options.medquad)]
    vectorizer = DictVectorizer(dtype=np.float32)
    table = vectorizer.fit_transform(
        dict.fromkeys(features(read_words(e.text)), 1) for e in examples
    )
    keep = np.where(np.asarray((table > 0).sum(0)).ravel() >= LEAST_COUNT)[0]
    keep = keep[_strongest(_fit(table[:, keep], examples))]
    model = _fit(table[:, keep], examples)
    names = vectorizer.get_feature_names_out()[keep]
    size = _write(options.output, list(names), model)
    print(f"{len(examples)} examples, {len(keep)} features, {size} bytes: {options.output}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--medquad", type=Path)
    parser.add_argument(
        "--output", type=Path, default=HERE.parent / "ptlint" / "sections" / "roles.model"
    )
    return parser.parse_args()


def _written() -> Iterator[Example]:
    for text, roles in written():
        yield from _shared(text, roles[:2], 1.0)


def _common() -> Iterator[Example]:
    for text, roles in common():
        yield from _shared(text, roles, COMMON_WEIGHT)


def _medquad(path: Path | None) -> Iterator[Example]:
    for line in path.read_text("utf-8").splitlines() if path else ():
        item = json.loads(line)
        weight = MEDQUAD_WEIGHT.get(item["role"], MEDQUAD_DEFAULT)
        yield Example(item["text"], item["role"], weight)


def _shared(text: str, roles: list[str], weight: float) -> Iterator[Example]:
    """One example a role; an item with two roles counts half for each."""
    for role in roles:
        yield Example(text, role, weight / len(roles))


def _fit(table: csr_matrix, examples: list[Example]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=400).fit(
        table,
        [ROLES.index(e.role) for e in examples],
        sample_weight=[e.weight for e in examples],
    )


def _strongest(model: LogisticRegression) -> np.ndarray:
    """Numbers of the features that move some role most, in their own order."""
    reach = np.abs(model.coef_ - model.coef_.mean(0)).max(0)
    return np.sort(np.argsort(-reach, kind="stable")[:MOST_FEATURES])


def _write(path: Path, names: list[str], model: LogisticRegression) -> int:
    weights = model.coef_ - model.coef_.mean(0)
    stored = np.clip(np.rint(weights / STEP) + 128, 0, 255).astype(np.uint64).T
    rows = array("Q", (int(sum(int(w) << 8 * n for n, w in enumerate(row))) for row in stored))
    learnt = zip(ROLES, model.intercept_, strict=True)
    bias = [round(float(value) + PRIOR.get(role, 0.0), 4) for role, value in learnt]
    listed = "\n".join(names).encode("utf-8")
    about = {"names": len(listed), "bias": bias, "step": STEP, "inputs": digest()}
    head = json.dumps(about).encode("utf-8")
    if sys.byteorder == "big":
        rows.byteswap()
    # Not packed: the wheel is, and every start would have to unpack it.
    return path.write_bytes(head + b"\n" + listed + rows.tobytes())


if __name__ == "__main__":
    main()
