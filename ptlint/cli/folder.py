"""What kind of site a folder holds, told from the files its generator leaves."""

from __future__ import annotations

from pathlib import Path

from ptlint.record import record

_MOST_READ = 4096


@record
class Kind:
    """A kind of site.

    Attributes:
        name: as people call it.
        signs: files or folders of which one tells it.
        paths: where its pages are; those that exist are taken.
        exclude: what it makes or borrows, as in a .gitignore file.
    """

    name: str
    signs: tuple[str, ...]
    paths: tuple[str, ...]
    exclude: tuple[str, ...]


@record
class Site:
    """A kind with what was found of it.

    Attributes:
        sign: the file that told it, empty when only pages did.
        advice: what to do first, where the pages cannot be read as they are.
    """

    name: str
    sign: str
    paths: tuple[str, ...]
    exclude: tuple[str, ...]
    advice: str = ""


_KINDS = (
    Kind(
        "Hugo", ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"),
        ("content",), ("public/", "resources/", "themes/"),
    ),
    Kind(
        "Astro", ("astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.cjs"),
        ("src/content", "src/pages"), ("dist/", ".astro/"),
    ),
    Kind(
        "Eleventy",
        (
            ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs",
            "eleventy.config.ts",
        ),
        ("src", "content"), ("_site/", "_includes/", "_layouts/"),
    ),
    Kind(
        "Jekyll", ("_config.yml", "_config.yaml", "_config.toml"),
        (), ("_site/", "_layouts/", "_includes/", "_sass/", "vendor/"),
    ),
    Kind(
        "WordPress", ("wp-content", "wp-includes", "wp-json"),
        (), ("wp-admin/", "wp-content/", "wp-includes/", "wp-json/", "feed/"),
    ),
)  # fmt: skip
_OLD_HUGO = ("config.toml", "config.yaml", "config.yml", "config.json")
_WORDPRESS_ADVICE = (
    "{name} is a WordPress export: turn it into pages first (a static copy of the site, or "
    "Markdown), since ptlint reads HTML, Markdown and plain text."
)


def site_in(folder: Path) -> Site:
    """The site of a folder; "pages" when no generator is known."""
    for kind in _KINDS:
        sign = next((each for each in kind.signs if (folder / each).exists()), "")
        if sign:
            return _site(kind, sign, folder)
    if (folder / "content").is_dir():
        old = next((each for each in _OLD_HUGO if _mentions(folder / each, "baseurl")), "")
        if old:
            return _site(_KINDS[0], old, folder)
    exported = next((path for path in sorted(folder.glob("*.xml")) if _mentions(path, "wxr")), None)
    if exported:
        advice = _WORDPRESS_ADVICE.format(name=exported.name)
        return Site("WordPress", exported.name, (".",), ("wp-content/",), advice)
    return Site(_plain(folder), "", (".",), ())


def _site(kind: Kind, sign: str, folder: Path) -> Site:
    paths = tuple(path for path in kind.paths if (folder / path).is_dir())
    return Site(kind.name, sign, paths or (".",), kind.exclude)


def _plain(folder: Path) -> str:
    for name, ending in (("plain HTML", "*.html"), ("Markdown", "*.md"), ("plain text", "*.txt")):
        if next(folder.glob(ending), None) or next(folder.glob(f"*/{ending}"), None):
            return name
    return "no"


def _mentions(path: Path, word: str) -> bool:
    try:
        with path.open("rb") as file:
            return word.encode() in file.read(_MOST_READ).lower()
    except OSError:
        return False
