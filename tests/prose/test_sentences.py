"""Where sentences start and end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.segmentation import sentences

# A bar stands where one sentence ends and the next begins.
CASES = {
    "two stops": "Rest the knee. | Then bend it.",
    "question and shout": "Does it hurt? | Stop! | Call us.",
    "both marks": "Can it be?! | It can.",
    "no stop at the end": "Rest the knee. | Bend it",
    "title": "Ask Dr. Lee or Prof. Ito about it. | They know.",
    "latin": "Try a low-impact sport, e.g. Nordic walking, i.e. Walking with poles. | It helps.",
    "versus": "Heat vs. Ice is an old debate. | Use what helps.",
    "figure and number": "See Fig. 2 and No. 4 and pp. 12 in vol. 3. | They agree.",
    "the word no": "Is it safe? | No. | Wait six weeks.",
    "no before I": "My answer is no. | I will not.",
    "country, inside": "The U.S. Department of Health says so. | It is right.",
    "country, at the end": "Many people live in the U.S. | About 10% have it.",
    "time, inside": "We open at 8 a.m. Monday to Friday. | Come in.",
    "time, at the end": "We open at 8 a.m. | Bring your shoes.",
    "et al., inside": "Smith et al. found no effect. | Others did.",
    "et al., at the end": "It was shown by Smith et al. | The effect is small.",
    "about": "It takes approx. 6 weeks. | Be patient.",
    "company, inside": "Knee Care Inc. Boston makes it. | It is dear.",
    "company, at the end": "It is made by Knee Care Inc. | It is dear.",
    "decimal": "About 1.5 million people have it. | Only 0.5 need help.",
    "number at the end": "Do it in weeks 1 to 5. | Rest in week 6. | 10 people did.",
    "initials": "It was written by Michael D. Ross and R. L. Elliott. | They saw one man.",
    "letter of a name": "Take vitamin D. | Calcium helps too. | Hepatitis C. | Ask.",
    "letter, then an opener": "This is plan B. | The other one failed.",
    "ellipsis that goes on": "Wait ... then bend. | Now rest.",
    "ellipsis at the end": "It may hurt… | Then it stops.",
    "quoted sentence": "She said “Rest.” | He did not.",
    "quoted question goes on": "“Does it hurt?” she asked. | It did.",
    "brackets after": "It heals. (Most of the time.) | Wait.".replace(". (", ". | ("),
    "brackets inside": "It heals (see Fig. 2). | Wait.",
    "web address": "See https://example.org/a.b?c=D.E for more. | It is free.",
    "address at the end": "See www.example.org. | It is free.",
    "doi": "See doi 10.1000/abc.Def.12 for it. | It is short.",
    "label at the start": "1. Lie on your back. | 2. Bend one knee.",
    "letter label": "a. Lie down. | b) Bend.".replace(" | ", " "),
    "labels after a colon": "Do this: 1. Lie down. | 2. Bend.",
    "roman label": "iv. Bend the knee. | Rest.",
    "degrees": "She is a physical therapist, PT, DPT. | She runs.",
    "degrees with stops": "Jane Roe, P.T., D.P.T. | She runs.",
    "doctor of philosophy": "It was led by J. Roe, Ph.D. | The team won.",
    "lower case goes on": "Use approx. five, or app. none, and so on. then rest",
    "lower-case names": "It is a vaccine. | mRNA is in it. | pH is not.",
    "bracketed reference mark": "It heals.[1] | It lasts.[2,3] | Good.",
    "spaced reference mark": "It heals. [1] | It lasts.",
    "digits as a reference mark": "It heals.1 | It lasts.2,3 | Good.",
    "superscript reference mark": "It heals.¹ | It lasts.",
    "page number is no mark": "See p.12 The Knee for it. | Good.",
    "no space after the stop": "It weakens the bone. | This takes years.".replace(". | ", ".|"),
    "file name": "Open Guide.Pdf or knee.Html now. | Read it.",
    "no-break space": "Rest.\u00a0| Then bend.",
    "empty line": "Symptoms of a sprain | Pain and swelling".replace(" | ", "\n\n|"),
    "one line break": "Rest the\nknee. | Bend it.",
    "month": "It was seen on Sept. 25. | By Oct. 3 it had gone.",
    "saint": "He lives in St. Louis near Main St. | The clinic is near.",
    "hour and minutes": "Hold for 5 min. 3 times a day. | Rest.",
    "capital minutes": "Hold for 5 min. | Then rest.",
    "script without case": "痛い。 Rest. | 休む. | 行く",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_ends(case: str) -> None:
    expected = [part.strip() for part in case.split("|")]
    text = case.replace(" | ", " ").replace("|", "")
    assert [text[one.start : one.end] for one in sentences(text)] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n \n\n", "\u00a0"])
def test_nothing_there(text: str) -> None:
    assert sentences(text) == ()


ALPHABET = st.text(alphabet="aB1 .?!…\n\u00a0\"'”)(][¹,:The", max_size=80)


@settings(max_examples=300)
@given(ALPHABET)
def test_nothing_but_space_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    assert all(one.start < one.end for one in found)
    edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(text)]
    assert edges == sorted(edges)
    gaps = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    assert all(gap.isspace() or not gap for gap in gaps)


def test_hostile_texts(hostile: str, in_time: Callable[[Callable[[], object]], None]) -> None:
    in_time(lambda: sentences(hostile))
