"""The fix that moves mislabelled items: to the section the page has, or to a new one."""

from __future__ import annotations

import pytest

from ptlint.api import check_text
from ptlint.config.settings import Selection, Settings

ONLY = Settings(selection=Selection(select=("mislabelled-section",)))


def fixed(text: str, path: str) -> str:
    (found,) = check_text(text, path, ONLY)
    assert found.fix and not found.fix.safe
    for edit in sorted(found.fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


SYMPTOMS = ["pain when you move the wrist", "swelling and bruising"]
RISKS = ["older age", "long-term use of steroid medicines", "family history of osteoporosis"]


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (
            "a.md",
            "# Wrist fracture\n\n## Symptoms\n\n{s0}\n{s1}\n{r0}\n{r1}\n{r2}\n"
            "\n## Treatment\n\nA cast.\n",
            "# Wrist fracture\n\n## Symptoms\n\n{s0}\n{s1}\n\n## Risk factors\n\n{r0}\n{r1}\n{r2}\n"
            "\n## Treatment\n\nA cast.\n",
        ),
        (
            "a.md",
            "# Wrist fracture\n\n## Symptoms\n\n{s0}\n{s1}\n{r0}\n{r1}\n{r2}\n\n"
            "## Risk factors\n\n- smoking\n",
            "# Wrist fracture\n\n## Symptoms\n\n{s0}\n{s1}\n\n"
            "## Risk factors\n\n- smoking\n{r0}\n{r1}\n{r2}\n",
        ),
        (
            "a.html",
            "<h1>Wrist fracture</h1>\n<h2>Symptoms</h2>\n"
            "<ul>\n{s0}\n{s1}\n{r0}\n{r1}\n{r2}\n</ul>\n"
            "<h2>Treatment</h2>\n<p>A cast.</p>\n",
            "<h1>Wrist fracture</h1>\n<h2>Symptoms</h2>\n<ul>\n{s0}\n{s1}\n</ul>\n"
            "<h2>Risk factors</h2>\n<ul>\n{r0}\n{r1}\n{r2}\n</ul>\n"
            "<h2>Treatment</h2>\n<p>A cast.</p>\n",
        ),
    ],
)  # fmt: skip
def test_items_are_moved_in_their_own_style(path: str, before: str, after: str) -> None:
    form = "  <li>{}</li>" if path.endswith("html") else "- {}"
    words = {f"s{n}": form.format(text) for n, text in enumerate(SYMPTOMS)}
    words |= {f"r{n}": form.format(text) for n, text in enumerate(RISKS)}
    assert fixed(before.format(**words), path) == after.format(**words)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_was_moved_is_right_afterwards(newline: str) -> None:
    lines = ["# Wrist fracture", "", "## Symptoms", "", *(f"- {each}" for each in SYMPTOMS + RISKS)]
    text = fixed(newline.join([*lines, ""]), "a.md")
    assert check_text(text, "a.md", ONLY) == ()
    assert "\n" not in text.replace(newline, "")


def test_a_list_is_never_left_empty() -> None:
    items = "\n".join(f"- {each}" for each in RISKS)
    for found in check_text(f"# Wrist fracture\n\n## Symptoms\n\n{items}\n", "a.md", ONLY):
        assert found.fix is None
