"""Rules about clean text: what is mended, and what is right as it is."""

from __future__ import annotations

import pytest

from ptlint.findings.edits import apply_edits


@pytest.mark.parametrize(
    ("rule", "path", "text", "fixed"),
    [
        ("trailing-space", "a.txt", "Rest.  \nWalk.\t\n", "Rest.\nWalk.\n"),
        ("trailing-space", "a.md", "Rest. \nWalk.\n", "Rest.\nWalk.\n"),
        ("double-space", "a.md", "Rest.  Walk.   Run.\n", "Rest. Walk. Run.\n"),
        ("blank-lines", "a.md", "Rest.\n\n\n\nWalk.\n", "Rest.\n\nWalk.\n"),
        ("blank-lines", "a.txt", "Rest.\r\n\r\n\r\nWalk.\r\n", "Rest.\r\n\r\nWalk.\r\n"),
        ("final-newline", "a.txt", "Rest.", "Rest.\n"),
        ("final-newline", "a.md", "Rest.\r\nWalk.", "Rest.\r\nWalk.\r\n"),
        ("final-newline", "a.md", "Rest.\n\n\n", "Rest.\n"),
        ("doubled-word", "a.md", "Put ice on the the knee.\n", "Put ice on the knee.\n"),
        ("doubled-word", "a.md", "Put ice on the\nthe knee.\n", "Put ice on the knee.\n"),
        ("mojibake", "a.md", "You donâ€™t need it.\n", "You don’t need it.\n"),
        ("punctuation-repeat", "a.md", "Great news!! Rest.\n", "Great news! Rest.\n"),
    ],
)
def test_fix(judge, rule, path, text, fixed):
    (found,) = judge(rule, text, path)
    assert found.fix is not None
    assert apply_edits(text, found.fix.edits) == fixed


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        ("trailing-space", "a.md", "Oak Street 5  \nSpringfield\n"),
        ("trailing-space", "a.md", "---\ntitle: Gout  \n---\n\nRest.\n"),
        ("trailing-space", "a.md", "```\ncode  \n```\n"),
        ("trailing-space", "a.html", "<div>  \n<p>Rest.</p>  \n</div>\n"),
        ("double-space", "a.txt", "  1.  Rest\n  •  Walk\n"),
        ("double-space", "a.md", "| a  | b |\n|----|---|\n| c  | d |\n"),
        ("blank-lines", "a.md", "```\na\n\n\n\nb\n```\n"),
        ("blank-lines", "a.md", "# Gout\r\n\r\nRest.\r\n"),
        ("final-newline", "a.txt", "Rest.\r\n"),
        ("doubled-word", "a.md", "She had had pain. Go to Walla Walla. The C C joint.\n"),
        ("doubled-word", "a.html", "<p><a href='/a'>Knee pain</a> <a href='/b'>pain help</a></p>"),
        ("quote-style-mixed", "a.md", "He’s 5' 11\" tall and doesn’t limp.\n"),
        ("bracket-unbalanced", "a.md", "There are two: a) rest, b) ice. :) (See below.)\n"),
        ("mojibake", "a.md", "Café, naïve, 10 °C, Ângela, 👩\u200d⚕️.\n"),
        ("spelling-variety-mixed", "a.md",
         "The color of a tumor. See the Journal of Orthopaedic & Sports Physical Therapy.\n"),
        ("range-dash", "a.md", "Call 555-0100. On 2024-05-06 the T10-L2 bones. A 6-in-1 shot.\n"),
        ("article-agreement", "a.md", "A UTI, an X-ray, a one-leg stand, an hour, hepatitis A.\n"),
        ("punctuation-repeat", "a.md", "Wait... Really?! Lee et al., 2019.\n"),
        ("term-form", "a.md", "An X-ray. Weight bearing hurts.\n"),
        ("collocation", "a.md", "Do exercises to strengthen the hip.\n"),
        ("capital-common-noun", "a.md",
         "She is a Doctor of Physical Therapy at Oak Physical Therapy.\n"),
    ],
)  # fmt: skip
def test_left_alone(judge, rule, path, text):
    assert [each.excerpt for each in judge(rule, text, path)] == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Rest.&nbsp;<img src='a.png' alt=''>&nbsp;Walk.</p>",
        "<p>Rest.&nbsp;&nbsp;<b></b>&nbsp;</p>",
        "<p>Put ice on the <span></span>the knee.</p>",
    ],
)
def test_no_fix_takes_a_tag_with_it(judge, text):
    for rule in ("nbsp-stray", "doubled-word", "double-space"):
        for found in judge(rule, text, "a.html"):
            edits = found.fix.edits if found.fix else ()
            assert not any("<" in text[edit.start : edit.end] for edit in edits)
