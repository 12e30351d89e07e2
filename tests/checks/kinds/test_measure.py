"""Measures: what is counted, and what is no sentence."""

from __future__ import annotations

import pytest

LONG = "The small bones of the foot carry the whole weight of the body with each step you take"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{LONG}.", 1),
        (f"{LONG}. {LONG}.", 2),
        (f"Rest it, says Dr. Lee. {LONG}.", 1),
        (f"> {LONG}.", 0),
        ("Ana Ruiz, Ben Cole, Cleo Day, Dan Eve, Eva Fox, Finn Gray, Gus Hale, Hal Ives.",
         0),
        ("- pain\n- swelling\n- heat in the joint\n- a clicking noise with each step you take", 0),
    ],
)  # fmt: skip
def test_long_sentences(judge, text, count):
    assert len(judge("sentence-length", text, limit=12)) == count


def test_message_counts_the_words(judge):
    (found,) = judge("sentence-length", f"{LONG}.", limit=12)
    assert "This sentence has 18 words" in found.message
