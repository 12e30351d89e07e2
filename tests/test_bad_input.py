"""Bad input gets a clear message and exit code 2; the rest of the run goes on; no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

GOOD = "# Stiff neck\n\nRest for two days.\n"


def ptlint(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, dict[str, object], str]:
    done = subprocess.run(
        [sys.executable, "-m", "ptlint", "check", "--format", "json", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    errors = done.stderr.decode()
    assert "Traceback" not in errors, errors
    return done.returncode, json.loads(done.stdout or b"{}"), errors


def problems(report: dict[str, object]) -> dict[str, str]:
    return {each["path"]: each["message"] for each in report["problems"]}  # type: ignore[attr-defined]


def test_each_bad_file_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "big.txt").write_bytes(b"pain " * 10_000_001)
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    code, report, _ = ptlint(
        tmp_path, "good.md", "picture.html", "big.txt", "missing.md", "loop.md"
    )
    assert code == 2
    assert set(problems(report)) == {"picture.html", "big.txt", "missing.md", "loop.md"}
    assert "50.0 MB" in problems(report)["big.txt"]
    assert "does not exist" in problems(report)["missing.md"]
    assert report["summary"]["files"] >= 1  # type: ignore[index]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(GOOD)
    (tmp_path / "secret.md").chmod(0)
    code, report, _ = ptlint(tmp_path, "secret.md")
    assert code == 2 and "may not be read" in problems(report)["secret.md"]


@pytest.mark.parametrize("name", ["empty.html", "empty.md", "empty.txt"])
@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_a_page_without_a_word_is_no_clean_page(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / name).write_bytes(data)
    code, report, _ = ptlint(tmp_path, name, "good.md")
    assert code == 2
    assert problems(report) == {name: "is empty: there is nothing to check"}
    assert report["summary"]["files"] == 1  # type: ignore[index]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "words", [("check", "good.md"), ("check", "-o", "/dev/full", "."), ("rules",)]
)
def test_a_full_disk_behind_the_report(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ptlint", *words],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: ") and b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("redirected", "name", "code"),
    [(">&-", "good.md", 0), (">&- 2>&-", "nowhere.md", 2), ("2>&-", "nowhere.md", 2)],
)
def test_closed_streams(tmp_path: Path, redirected: str, name: str, code: int) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    command = f'"{sys.executable}" -m ptlint check {name} {redirected}'
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("comment.html", b"<!-- nothing -->"),
        ("front.md", b"---\ntitle: Stiff neck\n---\n"),
        ("open-front.md", b"---\ntitle: Stiff neck\n"),
        ("nul.html", b"<p>a\x00b</p>"),
        ("nul.txt", b"a\x00b\n"),
        ("cr.md", b"# Stiff neck\r\rRest.\r"),
        ("utf16.html", "<h1>Stiff neck</h1>".encode("utf-16")),
        ("bom.md", b"\xef\xbb\xbf# Stiff neck\n"),
        ("declared.html", b'<?xml version="1.0" encoding="utf-8"?><html><p>a</p></html>'),
        ("unclosed.html", b"<div><p><b><a href='x><ul><li><table><tr><td>a"),
        ("deep.html", b"<div>" * 10_000 + b"a" + b"</div>" * 10_000),
        ("deep-list.html", b"<ul><li>" * 3_000 + b"a"),
        ("deep.md", b"> " * 5_000 + b"a"),
        ("deep-list.md", b"".join(b"  " * i + b"- a\n" for i in range(300))),
        ("line.html", b"<p>" + b"a word and another " * 55_000 + b"</p>"),
        ("line.md", b"a *word* and [another](x) " * 40_000),
        ("line.txt", b"a word and another " * 55_000),
        ("brackets.md", b"[" * 20_000),
        ("stars.md", b"*a" * 20_000),
        ("ticks.md", b"`" * 50_001),
        ("tags.html", b"<" * 50_000),
        ("attributes.html", b"<a " + b"b='c' " * 20_000 + b">x</a>"),
        ("entities.html", b"<p>" + b"&amp;" * 50_000),
        ("dots.txt", b"." * 200_000),
        ("digits.txt", b"1" * 200_000),
        ("dois.txt", b"10.1000/" * 20_000),
        ("cites.txt", b"[1" * 50_000),
        ("templates.njk", b"{{" * 50_000),
    ],
)  # fmt: skip
def test_odd_files_are_checked_in_time(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    code, report, _ = ptlint(tmp_path, "--profile", "strict", name)
    assert code in (0, 1), problems(report)


def test_page_named_like_a_folder(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    (tmp_path / "page.html" / "index.html").write_text("<h1>Stiff neck</h1>")
    code, report, _ = ptlint(tmp_path, "page.html")
    assert code in (0, 1) and report["summary"]["files"] == 1  # type: ignore[index]


def test_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    code, report, _ = ptlint(tmp_path, ".")
    assert code == 2 and "holds no page" in problems(report)["."]
    assert ptlint(tmp_path, "--force-exclude", ".")[0] == 0


def test_standard_input(tmp_path: Path) -> None:
    code, report, _ = ptlint(tmp_path, "-", "--stdin-filename", "a.md", stdin=b"Diabetics.\n")
    found = report["findings"]
    assert code in (0, 1)
    named = [each["path"] for each in found if each["rule"] == "person-first"]  # type: ignore[attr-defined]
    assert named == ["a.md"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "doi-dubled-resolver"), "--select: there is no rule"),
        (("--profile", "strikt"), "Invalid value"),
        (("--fail-on", "x"), "Invalid value"),
        (("--output", "nowhere/report.json"), "nowhere/report.json"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    code, _, errors = ptlint(tmp_path, "good.md", *arguments)
    assert code == 2 and words in errors


def test_closed_pipe(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(
            "It is known that diabetics heal slowly in the cold. " * 30
        )
    command = f"{sys.executable} -m ptlint check --format concise . | head -1"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, timeout=120, check=False
    )
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


RULES = built_in_rules()
EVERYTHING = Settings(selection=Selection(profile="strict"))
PIECES = st.sampled_from(
    [
        *("# ", "## Symptoms", "\n", "\n\n", "- older age", "• pain", "<p>", "</p>", "<ul><li>"),
        *("</ul>", "<h2>Causes</h2>", "&nbsp;", "\u00a0", "[1]", "[a](b)", "![](x.png)", "**"),
        *("<img src=x>", "10.1000/x", "https://doi.org/https://doi.org/10.1000/x", "`", "é", "𝒳"),
        *("| a | b |\n|--|--|\n", "<table><tr><td>", "---\ntitle: x\n---\n", "{{ x }}"),
        *("{% if %}", "About 2 million people", "1. Lee A. Pain. 2012.", "<a href='#'>here</a>"),
        *("\r\n", "\x00", "References\n", "Written by Ana Ruiz", "<!--", "-->"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["a.html", "a.md", "a.txt"]))
def test_no_page_breaks_a_rule(pieces: list[str], path: str) -> None:
    source = from_text("".join(pieces), path)
    outcome = lint(source, EVERYTHING, RULES)
    assert not outcome.problems
    for finding in outcome.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(source.text)
        assert finding.message
