"""Configuration files: found upwards, read strictly, wrong keys named with the nearest one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.active import active_rules, selection_for
from ptlint.config.load import ConfigError, find_config, load_settings
from ptlint.config.place import line_of


def write(folder: Path, text: str, name: str = "ptlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "unknown key 'selct'; did you mean 'select'?"),
        ("select = ['doi-doubled-resolvr']", "did you mean 'doi-doubled-resolver'?"),
        ("profile = 'strikt'", "did you mean 'strict'?"),
        ("[rules]\nreading-grad = 'off'", "did you mean 'reading-grade'?"),
        ("[rules.reading-grade]\nlimt = 6", "unknown key 'limt'; did you mean 'limit'?"),
        ("[rules.reading-grade]\nlimit = 'six'", "wants a number, not a text"),
        ("[rules]\nreading-grade = 'loud'", "severity is one of"),
        ("fail-on = 'never'", "'fail-on' is one of"),
        ("today = 'tomorrow'", "is a date such as"),
        ("max-warnings = 'many'", "'max-warnings' cannot be a text"),
        ("[[overrides]]\nignore = []", "each needs 'paths'"),
        (
            "[[overrides]]\npaths = ['a']\npage-kind = 'blog'",
            "condition, health, other or fragment",
        ),
        ("select = 'all'", "is a list of names"),
        ("x = [", "ptlint.toml"),
        ("rule-paths = ['nowhere']", "there is no folder"),
    ],
)
def test_errors_name_place_and_nearest(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path, text))
    assert message in str(caught.value)
    assert "ptlint.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n# selct = 1\nselct = []", 3),
        ("select = [\n 'doi-doubled-resolver',\n 'doi-nope',\n]", 3),
        ("[rules.reading-grade]\nlimit = 6\n[rules.sentence-length]\nlimit = 'six'", 4),
        ("[rules]\nreading-grade = 'loud'", 2),
        ("\n\nx = [", 3),
        ("rule-paths = ['nowhere']", None),
    ],
)
def test_errors_name_the_line(tmp_path: Path, text: str, line: int | None) -> None:
    for name, before in (("ptlint.toml", ""), ("pyproject.toml", "[x]\nselct = 1\n")):
        own = before + ("[tool.ptlint]\n" + text.replace("[rules", "[tool.ptlint.rules"))
        content = text if name == "ptlint.toml" else own
        shift = content.count("\n") - text.count("\n")
        with pytest.raises(ConfigError) as caught:
            load_settings(write(tmp_path, content, name))
        assert f"{name}:{line + shift}: " in str(caught.value) if line else f"{name}: "


def test_the_line_is_found_soon() -> None:
    for piece in ("rules.", "'", "rules.'", "# ", "\n#", "a" * 9 + "'"):
        line_of(piece * 20_000, piece * 20_000)


def test_nearest_file_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, "profile = 'strict'")
    write(tmp_path / "a", "[tool.other]\nx = 1", "pyproject.toml")
    found = find_config(inner)
    assert found == tmp_path / "ptlint.toml"
    write(tmp_path / "a", "[tool.ptlint]\nprofile = 'nhs'", "pyproject.toml")
    found = find_config(inner)
    assert found == tmp_path / "a" / "pyproject.toml"
    assert load_settings(found).selection.profile == "nhs"


def names(folder: Path, text: str, path: str = "page.md") -> dict[str, object]:
    settings = load_settings(write(folder, text))
    chosen = active_rules(settings, built_in_rules(), selection_for(settings, path))
    return {each.rule.name: each for each in chosen}


def test_select_ignore_and_severity(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        "select = ['readability', 'person-first']\nignore = ['sentence-length']\n"
        "[rules]\nwordy-phrase = 'off'\n[rules.reading-grade]\nlimit = 6\nseverity = 'error'",
    )
    assert "person-first" in found and "victim-language" not in found
    assert "sentence-length" not in found and "wordy-phrase" not in found
    grade = found["reading-grade"]
    assert grade.severity == "error" and grade.options.whole("limit") == 6


def test_overrides_apply_to_their_paths(tmp_path: Path) -> None:
    text = "[[overrides]]\npaths = ['blog/**']\nignore = ['evidence']\n"
    assert "author-missing" in names(tmp_path, text, "page.md")
    assert "author-missing" not in names(tmp_path, text, "blog/2026/page.md")
    assert "author-missing" not in names(tmp_path, text, "blog/page.md")


def test_nhs_profile_sets_options(tmp_path: Path) -> None:
    found = names(tmp_path, "profile = 'nhs'")
    assert found["sentence-length"].options.whole("limit") == 20


def test_clock_can_be_fixed(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, "today = 2026-03-04"))
    assert settings.today == datetime.date(2026, 3, 4)
