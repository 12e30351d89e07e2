"""Pages nested as deep as browsers allow: nothing may run out of stack or time."""

from __future__ import annotations

import time

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

RULES = {
    name: rule for name, rule in built_in_rules().items() if rule.check.startswith("accessibility.")
}


def test_every_rule_reads_deep_pages() -> None:
    head = "<!doctype html><html><style>p { color: #999 } i i { background: #fff }</style>"
    pages = [
        head + "<div>" * 600 + '<p style="color: #aaa">deep <a href="/">link</a>',
        head + "<button>" + "<i>" * 600 + "deep",
        head + '<div role="list">' + "<span>" * 600 + "deep",
        head + "<ul><li>" * 300 + "deep",
        head + "<table><tr><td>" * 200 + "deep",
    ]
    settings = Settings(selection=Selection(select=tuple(RULES)))
    start = time.process_time()
    for page in pages:
        assert not lint(from_text(page, "x.html"), settings, RULES).problems
    assert time.process_time() - start < 20
