"""What is remembered counts for the same page under the same rules, and for nothing else."""

from __future__ import annotations

import datetime
import json
import os
import time
from pathlib import Path

import pytest

from ptlint import remembered
from ptlint.config.settings import Override, Selection, Settings
from ptlint.findings.finding import Problem
from ptlint.findings.outcome import Outcome
from ptlint.record import replace
from ptlint.remembered import Memory, memory_for
from ptlint.run import check_file, run

PAGE = b"# Hip pain\n\nSee https://doi.org/https://doi.org/10.1000/182 and a  b.\n"
OWN_RULE = """\
+++
title = "A word our house does not use"
severity = "warning"
kind = "words"

[[data.words]]
avoid = ["unwell"]
+++

Reports words our house does not use.

## Why

Our readers know other words.

## How to fix

Use another word.

## Examples

```markdown reported
You may feel ⟦unwell⟧.
```

```markdown accepted
You may feel ill.
```
"""
DAY = datetime.date(2026, 1, 2)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("PTLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "page.md").write_bytes(PAGE)
    return Settings(root=tmp_path, today=DAY)


def _memory(settings: Settings) -> Memory:
    memory = memory_for(settings)
    assert memory is not None
    return memory


def _outcome(settings: Settings) -> Outcome:
    from ptlint.config.load import known_rules

    return check_file(
        str(settings.root / "page.md"), settings, known_rules(settings), memory=_memory(settings)
    )


def test_an_outcome_comes_back_as_it_was(settings: Settings) -> None:
    outcome = _outcome(settings)
    assert any(each.fix for each in outcome.findings)
    assert _memory(settings).recall("page.md", PAGE) == outcome == _outcome(settings)


def test_a_known_page_is_not_checked_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = _outcome(settings)
    monkeypatch.setattr("ptlint.lint.lint", None)
    assert _outcome(settings) == outcome


def test_another_text_is_checked(settings: Settings) -> None:
    _outcome(settings)
    assert _memory(settings).recall("page.md", PAGE + b"\n") is None
    assert _memory(settings).recall("other.md", PAGE) is None


@pytest.mark.parametrize(
    "other",
    [
        {"selection": Selection(profile="strict")},
        {"selection": Selection(severities={"double-space": "error"})},
        {"selection": Selection(options={"sentence-length": {"longest": 9}})},
        {"overrides": (Override(("page.md",), Selection(ignore=("links",))),)},
        {"today": DAY + datetime.timedelta(days=1)},
        {"max_bytes": 9_999},
    ],
)
def test_other_settings_remember_for_themselves(
    settings: Settings, other: dict[str, object]
) -> None:
    _outcome(settings)
    assert _memory(replace(settings, **other)).recall("page.md", PAGE) is None


def test_a_rule_of_the_site_that_changes_counts(settings: Settings, tmp_path: Path) -> None:
    page = tmp_path / "rules" / "house" / "own-word.md"
    page.parent.mkdir(parents=True)
    page.write_text(OWN_RULE, encoding="utf-8")
    settings = replace(settings, rule_paths=("rules",))
    before = _memory(settings).folder
    assert _memory(settings).folder == before
    page.write_text(OWN_RULE.replace("unwell", "poorly"), encoding="utf-8")
    assert _memory(settings).folder != before


def test_another_ptlint_remembers_for_itself(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _memory(settings).folder
    monkeypatch.setattr(remembered, "__version__", "9.9")
    assert _memory(settings).folder != before


def test_plugins_are_never_remembered(settings: Settings) -> None:
    assert memory_for(replace(settings, plugins=("clinic_rules",))) is None


def test_what_went_wrong_is_not_remembered(settings: Settings) -> None:
    memory = _memory(settings)
    memory.keep("page.md", PAGE, Outcome(problems=(Problem("page.md", "a rule failed"),)))
    assert memory.recall("page.md", PAGE) is None


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"{}", b"[]", b'{"page": 1}', b"null"])
def test_a_spoilt_file_is_as_good_as_none(settings: Settings, spoilt: bytes) -> None:
    outcome = _outcome(settings)
    for file in _memory(settings).folder.iterdir():
        file.write_bytes(spoilt)
    assert _memory(settings).recall("page.md", PAGE) is None
    assert _outcome(settings) == outcome


def test_a_finding_of_another_shape_is_as_good_as_none(settings: Settings) -> None:
    _outcome(settings)
    (file,) = _memory(settings).folder.iterdir()
    kept = json.loads(file.read_text())
    del kept["findings"][0]["rule"]
    file.write_text(json.dumps(kept))
    assert _memory(settings).recall("page.md", PAGE) is None


def test_a_cache_that_cannot_be_written_is_no_trouble(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = _memory(settings)
    memory.folder.rmdir()
    memory.folder.write_text("a file, where a folder should be")
    outcome = check_file(str(settings.root / "page.md"), settings, {}, memory=memory)
    assert outcome.checked
    monkeypatch.setenv("PTLINT_CACHE_DIR", str(memory.folder))
    assert memory_for(settings) is None


def test_what_nobody_used_for_a_month_is_deleted(settings: Settings) -> None:
    old = _memory(settings).folder
    long_ago = time.time() - 40 * 86_400
    os.utime(old, (long_ago, long_ago))
    new = _memory(replace(settings, max_bytes=1_000)).folder
    assert new.is_dir()
    assert not old.exists()


def test_a_run_with_memory_says_the_same(settings: Settings) -> None:
    from functools import partial

    page = str(settings.root / "page.md")
    remembering = partial(check_file, memory=_memory(settings))
    fresh = run([page], settings)
    assert run([page], settings, check=remembering) == fresh
    assert run([page], settings, check=remembering) == fresh
