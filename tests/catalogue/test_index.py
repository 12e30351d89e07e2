"""The index of rule pages says what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ptlint.catalogue import index
from ptlint.catalogue.index import read_rules, rules_folder, write_index


def test_the_index_holds_every_rule_as_its_page_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = rules_folder()
    write_index(folder, tmp_path)
    monkeypatch.setattr(index, "_RULES", tmp_path / "rules.json")
    indexed = index._indexed(folder)
    read = read_rules(path for path in folder.iterdir() if path.name != "vocabulary")
    assert indexed is not None
    assert {rule.name: rule for rule in indexed} == dict(read)
