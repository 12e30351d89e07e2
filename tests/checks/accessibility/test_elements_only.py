"""Rules that say they judge elements alone have nothing to say where there are none."""

from __future__ import annotations

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.checks.accessibility.elements import access
from ptlint.config.active import plan_for
from ptlint.config.settings import Selection, Settings
from ptlint.lint import applies
from ptlint.page import read_page
from ptlint.source.format import Format
from ptlint.source.source import from_text

TEXT = """# Heel spur

A spur hurts *most* in the morning. [Click here](https://example.org/spur) ![](spur.png)

| Step | Day |
|------|-----|
| Rest | 1   |

- one
- two
"""


@pytest.mark.parametrize("tags", ["", "\n<p>Ask your nurse.</p>\n"])
def test_they_are_asked_only_where_there_are_elements(tags):
    page = read_page(from_text(TEXT + tags, "spur.md", Format.MARKDOWN))
    asked = [each for each in built_in_rules().values() if each.elements]
    assert asked
    assert all(applies(each, page) == bool(tags) for each in asked if each.scope == "any")


def test_they_say_nothing_where_there_are_none():
    page = read_page(from_text(TEXT, "spur.md", Format.MARKDOWN))
    assert len(access(page).index.elements) == 1
    plan = plan_for(Settings(selection=Selection(profile="strict")), built_in_rules(), "spur.md")
    for active in plan.active:
        if active.rule.elements:
            assert not list(active.function(page, active.options)), active.rule.name
