"""Texts of our own to count, and the time in which hostile ones must be done."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

PAGES: dict[str, list[str]] = {
    "plain": [
        "Your rotator cuff is a group of four muscles around the shoulder.",
        "It can tear after a fall, or wear out slowly over many years.",
        "Rest the arm for a day or two. Then start to move it gently.",
        "Put ice on the shoulder for 10 minutes at a time.",
        "Sleep on your back or on the other side.",
        "Call us if you can't lift your arm, or if the pain wakes you at night.",
    ],
    "clinical": [
        "Adhesive capsulitis is characterised by progressive glenohumeral restriction, "
        "synovial inflammation and capsular contracture (Lee et al., 2019).",
        "Approximately 2.5% of adults are affected [1, 2]; diabetes mellitus, hypothyroidism and "
        "prolonged immobilisation are well-established risk factors.¹",
        "Dr. Ahmadi's team recommends corticosteroid infiltration, e.g. triamcinolone 40 mg, "
        "followed by physiotherapist-led mobilisation. See https://example.org/capsule for more.",
        "IT'S RARE IN CHILDREN. Manipulation under anaesthesia isn’t usually necessary.",
    ],
    "list": [
        "Symptoms of a stress fracture include:",
        "Pain that starts slowly and gets worse with running",
        "Swelling over the bone",
        "Tenderness",
        "Pain that eases when you rest",
        "A limp",
    ],
    "long": [
        "Plantar fasciitis causes a sharp pain under the heel with the first steps of the day. "
        "The pain often fades as you move about. It may come back after you stand for long."
        for _ in range(12)
    ],
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> list[str]:
    """The blocks of one page after the other."""
    return PAGES[request.param]


@pytest.fixture
def pages() -> dict[str, list[str]]:
    """The blocks of all pages by name."""
    return PAGES


# Two tenths of a second on the slowest machine in use; three times that against a busy one.
HOSTILE_SECONDS = 0.6
HOSTILE_LENGTH = 100_000
# fmt: off
HOSTILE_PARTS = [
    "a", "1", ".", "a.", "A. ", "1. ", "1.5", "1,000", "1\u00a0", "a-", "'", "(", "[1", "[1],",
    "(Aa, 20", "(Lee, 2019) ", "\n ", "\n\n", "...", ".'", ".[1", ".1,", "?! ", "Dr. ", "no. ",
    "http://", "10.1234/", "a@", "a.a@", "a.b+c", "…", "中。", "a\u0301", "\u00ad", "“", ". The",
    "vitamin D. ", "[1–", ".* ", ".¹", "10 000. ", "bone.The ", "www.", "U.S. ", "«", "(1, ",
]
# fmt: on


@pytest.fixture(params=HOSTILE_PARTS, ids=ascii)
def hostile(request: pytest.FixtureRequest) -> str:
    """100,000 characters of one part over and over."""
    part: str = request.param
    return (part * (HOSTILE_LENGTH // len(part) + 1))[:HOSTILE_LENGTH]


@pytest.fixture
def in_time() -> Callable[[Callable[[], object]], None]:
    """Run something that must be done in the time allowed for hostile texts."""

    def run(work: Callable[[], object]) -> None:
        start = time.process_time()
        work()
        assert time.process_time() - start < HOSTILE_SECONDS

    return run
