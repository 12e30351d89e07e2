"""The stored model is the one that today's items, lexicon and features would be trained to."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_model_was_trained_on_these_inputs() -> None:
    inputs = ROOT / "training" / "inputs.py"
    if not inputs.is_file():
        pytest.skip("the items that the model was trained on are not here")
    spec = importlib.util.spec_from_file_location("inputs", inputs)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stored = (ROOT / "ptlint" / "sections" / "roles.model").read_bytes()
    about = json.loads(stored.partition(b"\n")[0])
    assert about["inputs"] == module.digest(), "run training/train.py: its inputs have changed"
