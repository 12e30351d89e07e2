"""Does an entry name the work that is on record?"""

from __future__ import annotations

import time

import pytest

from ptlint.online.answers import Work
from ptlint.online.compare import differing_field, names_other_work
from ptlint.references.entry import parse_entry

WORK = Work(
    "Eccentric loading and the healing of the lateral elbow tendon: a randomised trial",
    ("Brandström", "Osei"), (2020, 2021), "Journal of Elbow Care", "14", "33",
)  # fmt: skip
RIGHT = (
    "Brandstrom P, Osei L. Eccentric loading and the healing of the lateral elbow tendon: a "
    "randomised trial. J Elbow Care. 2021;14(2):33-41. https://doi.org/10.5555/elbow.21"
)


@pytest.mark.parametrize(
    ("entry", "other"),
    [
        (RIGHT, False),
        # Without the subtitle, in capitals, with other signs.
        ("Brandström P. Eccentric loading & the healing of the lateral elbow tendon. 2021.", False),
        (RIGHT.upper(), False),
        # A translated title, the same author.
        ("Brandström P, Osei L. La carga excéntrica en el codo. J Elbow Care. 2021;14:33.", False),
        # The authors are left out, or another is named first.
        ("Eccentric loading and the healing of the lateral elbow tendon. J Elbow. 2021", False),
        ("Osei L, et al. Eccentric loading and healing of lateral elbow tendons. 2021.", False),
        # Another work altogether.
        ("Okafor N. Ferns of the northern valleys: a field guide. Ash Press; 2009.", True),
        ("Okafor N. Cycling after knee replacement: a randomised trial. J Knee. 2019;3:5-9.", True),
        # Nothing to compare.
        ("https://doi.org/10.5555/elbow.21", False),
        ("doi:10.5555/elbow.21", False),
        ("", False),
    ],
)
def test_another_work(entry, other) -> None:
    assert names_other_work(entry, WORK) is other


@pytest.mark.parametrize(
    "work",
    [
        Work(""),
        Work("Editorial", ("Mills",), (2009,)),
        Work("Walking and the healing of elbows", (), (2009,)),
        Work("The effects of treatment", ("Mills",), (2009,)),
    ],
)
def test_records_that_tell_too_little(work) -> None:
    entry = "Okafor N. Ferns of the northern valleys: a field guide. Ash Press; 2009."
    assert not names_other_work(entry, work)


@pytest.mark.parametrize(
    ("entry", "differs"),
    [
        (RIGHT, None),
        (RIGHT.replace("2021;", "2020;"), None),
        (RIGHT.replace("2021;", "2022;"), None),
        (RIGHT.replace("2021;", "2017;"), ("year", "2017", "2021")),
        (RIGHT.replace("14(2)", "41(2)"), ("volume", "41", "14")),
        (RIGHT.replace("33-41", "133-141"), ("first page", "133", "33")),
        (RIGHT.replace("33-41", "e33"), None),
        (RIGHT.replace("Eccentric loading and the healing", "Loading"), None),
    ],
)
def test_fields_that_differ(entry, differs) -> None:
    assert differing_field(entry, parse_entry(entry), WORK) == differs


@pytest.mark.parametrize("sign", ["a ", "10.1000", "https://", "é", "&amp;", "'"])
def test_hostile_strings_take_no_time(sign) -> None:
    long = (sign * 100_000)[:100_000]
    start = time.process_time()
    names_other_work(long, WORK)
    names_other_work(RIGHT, Work(long, (long,)))
    assert time.process_time() - start < 0.4
