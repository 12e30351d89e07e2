from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ptlint.source.discover import Found, NotFound, discover


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"Pain.\n")


def found(*paths: str, **options: object) -> list[str]:
    """The paths found, and problems as ``path: message``."""
    results = discover(paths, **options)  # type: ignore[arg-type]
    return [
        each.path if isinstance(each, Found) else f"{each.path}: {each.message}" for each in results
    ]


def test_folders_are_searched_for_pages_in_sorted_order(site: Path) -> None:
    make(site, "b.md", "a/z.html", "a/y.txt", "c.njk", "style.css", "notes", "a/page.php", "d.mdx")
    assert found(".") == ["a/page.php", "a/y.txt", "a/z.html", "b.md", "c.njk", "d.mdx"]
    assert found("a") == ["a/page.php", "a/y.txt", "a/z.html"]
    assert found(str(site / "a")) == [str(site / "a" / n) for n in ("page.php", "y.txt", "z.html")]
    assert found("a/", "./b.md") == ["a/page.php", "a/y.txt", "a/z.html", "./b.md"]


def test_named_files_are_checked_whatever_they_are_called(site: Path) -> None:
    make(site, "notes", "robots.txt", "App.tsx")
    assert found("notes", "robots.txt", "App.tsx", "-") == ["notes", "robots.txt", "App.tsx", "-"]
    assert found(".") == []


def test_every_file_comes_once(site: Path) -> None:
    make(site, "a/b.md")
    assert found("a/b.md", ".", "a", "./a/b.md", str(site / "a" / "b.md"), "-", "-") == [
        "a/b.md",
        "-",
    ]


def test_patterns_are_expanded_where_the_shell_has_not(site: Path) -> None:
    make(site, "a/one.md", "a/b/two.md", "a/b/three.css", ".gitignore", "a/x[1].md")
    assert found("a/**/*.md") == ["a/b/two.md", "a/one.md", "a/x[1].md"]
    assert found("a/b/*") == ["a/b/two.md"]
    assert found("a/x[1].md") == ["a/x[1].md"]
    assert found("none/*.md") == ["none/*.md: matches no file"]


def test_what_leads_nowhere_is_a_problem_and_the_rest_goes_on(site: Path) -> None:
    make(site, "a.md")
    (site / "lost.html").symlink_to("gone.html")
    os.mkfifo(site / "pipe.html")
    assert found("missing.md", "lost.html", "pipe.html", "a.md") == [
        "missing.md: does not exist",
        "lost.html: is a link that leads nowhere",
        "pipe.html: is neither a file nor a folder",
        "a.md",
    ]
    assert found(".") == ["a.md"]


def test_a_folder_called_like_a_page_is_a_folder(site: Path) -> None:
    make(site, "page.html/inner.html")
    assert found(".") == found("page.html") == ["page.html/inner.html"]


def test_folders_of_tools_and_builds_are_left_out_unless_named(site: Path) -> None:
    make(site, *(f"{each}/a.md" for each in ("node_modules", ".git", "dist", "_site", ".venv")))
    make(site, "docs/dist/a.md", "docs/site/a.md", "dist.md/a.md")
    assert found(".") == ["dist.md/a.md", "docs/site/a.md"]
    assert found("_site", ".venv", "docs/dist") == ["_site/a.md", ".venv/a.md", "docs/dist/a.md"]
    assert found(".", exclude=["!dist"]) == ["dist/a.md", "dist.md/a.md", "docs/dist/a.md",
                                             "docs/site/a.md"]  # fmt: skip
    assert found("dist/a.md", "_site", force_exclude=True) == []


def test_a_project_may_lie_in_a_folder_called_build(site: Path) -> None:
    make(site, "build/a.md", "build/drafts/b.md")
    (site / "build" / ".gitignore").write_text("drafts\n")
    os.chdir("build")
    assert found(".", root=".") == ["a.md"]
    assert found("a.md", "drafts/b.md", root=".", force_exclude=True) == ["a.md"]


def test_gitignore_files_hold_below_their_folders(site: Path) -> None:
    make(site, ".git/HEAD", "a.md", "drafts/b.md", "docs/a.md", "docs/keep/a.md", "docs/tmp/c.md")
    make(site, "docs/[x/d.md", "e.md")
    (site / ".gitignore").write_text("# comment\n\n/a.md\ndrafts/\n!\n[\ntmp\\\ntmp\ne.*\r\n")
    (site / "docs" / ".gitignore").write_text("a.md\n!tmp\n")
    (site / "docs" / "keep" / ".gitignore").write_text("!a.md\n")
    assert found(".") == ["docs/[x/d.md", "docs/keep/a.md", "docs/tmp/c.md"]
    assert found("docs") == found(".")
    assert found("a.md", "drafts") == ["a.md", "drafts/b.md"]
    assert found("a.md", "drafts", "docs/keep/a.md", "-", force_exclude=True) == [
        "docs/keep/a.md",
        "-",
    ]


def test_gitignore_files_above_hold_within_a_repository_only(site: Path) -> None:
    make(site, "work/docs/a.md", "work/docs/b.md")
    (site / ".gitignore").write_text("a.md\n")
    assert found("work/docs", root="work") == ["work/docs/a.md", "work/docs/b.md"]
    make(site, ".git/HEAD")
    assert found("work/docs", root="work") == ["work/docs/b.md"]


def test_excluded_and_included_paths_are_relative_to_the_root(site: Path) -> None:
    make(site, "docs/a.md", "docs/b/c.md", "a.md", "docs/App.tsx", "docs/d.txt")
    root = str(site / "docs")
    assert found(".", exclude=["/a.md", "b/"], root=root) == ["a.md", "docs/d.txt"]
    assert found("docs/b", exclude=["b/"], root=root) == ["docs/b/c.md"]
    assert found("docs/b", exclude=["b/"], root=root, force_exclude=True) == []
    assert found("docs", include=["*.tsx", "*.txt"]) == ["docs/App.tsx", "docs/d.txt"]
    assert found("docs", include=["!*.txt"]) == ["docs/a.md", "docs/b/c.md"]


def test_links_to_folders_are_not_followed_and_linked_files_come_once(site: Path) -> None:
    make(site, "docs/a.md")
    (site / "docs" / "circle").symlink_to(site)
    (site / "docs" / "b.md").symlink_to("a.md")
    (site / "loop.md").symlink_to("loop.md")
    assert found(".") == ["docs/a.md"]
    make(site, "more/c.md")
    assert found("docs/circle/more") == ["docs/circle/more/c.md"]


def test_a_folder_that_cannot_be_opened_is_a_problem(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(site, "docs/a.md", "secret/b.md")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(".") == [
        "docs/a.md",
        "secret: is a folder that cannot be searched: Permission denied",
    ]


def test_a_file_that_vanishes_during_the_search_is_passed_over(site: Path) -> None:
    make(site, "a/1.md", "b/2.md")
    results = discover(["."])
    first = next(results)
    (site / "b" / "2.md").unlink()
    (site / "b").rmdir()
    assert first == Found("a/1.md")
    assert [each.path for each in results if isinstance(each, NotFound)] == ["b"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names there are Unicode")
def test_names_that_are_not_utf_8_survive(site: Path) -> None:
    name = os.fsdecode(b"caf\xe9.html")
    make(site, name)
    assert found(".") == [name]
    assert found(name) == [name]


def test_deep_and_wide_trees_are_searched(site: Path) -> None:
    deep = "/".join("d" * 1 for _ in range(400)) + "/a.md"
    make(site, deep, *(f"wide/{number:04}.md" for number in range(300)))
    assert found(".") == [deep, *(f"wide/{number:04}.md" for number in range(300))]
