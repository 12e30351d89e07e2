"""The report for editors who never open a terminal: one HTML file that needs nothing else.

Everything that comes from pages is escaped text; the file asks no server for anything, and its
content security policy lets no script but its own run.
"""

from __future__ import annotations

import base64
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptlint import __version__
from ptlint.digest import sha256
from ptlint.report import MissingProgram, View
from ptlint.report.html.criteria import by_criterion
from ptlint.report.html.overview import overview
from ptlint.report.html.reading import ShownPage, shown_pages
from ptlint.report.json_report import summary
from ptlint.run import Result

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent


def render(result: Result, view: View) -> str:
    """The HTML report.

    Raises:
        MissingProgram: jinja2 is not installed.
    """
    pages = shown_pages(result, view)
    style, script = _part("report.css"), _part("report.js")
    return _environment().get_template("report.html.jinja").render(
        style=style,
        script=script,
        policy=_policy(style, script),
        version=__version__,
        counts=summary(result),
        pages=pages,
        overview=overview(result, pages),
        by=by_criterion(result, pages),
        problems=result.problems,
        **_choices(result, pages),
    ) + "\n"  # fmt: skip


def _choices(result: Result, pages: tuple[ShownPage, ...]) -> dict[str, Any]:
    rules = sorted({(each.category, each.rule) for each in result.findings})
    folder = _folder(pages)
    return {
        "folder": folder,
        "names": {page.number: page.path.removeprefix(folder) for page in pages},
        "categories": sorted({category for category, _ in rules}),
        "rules": [rule for _, rule in rules],
        "with_findings": [page for page in pages if page.notes],
    }


def _folder(pages: tuple[ShownPage, ...]) -> str:
    """The folder that every page lies in, where paths are long because they begin at the root."""
    paths = [page.path for page in pages]
    if len(paths) < 2 or not all(path.startswith("/") for path in paths):
        return ""
    return posixpath.commonpath(paths).rstrip("/") + "/"


def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise MissingProgram(
            "the HTML report needs jinja2: install it with  pip install 'ptlint[report]'"
        ) from None
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy that names the report's own style and script by their digests."""
    own = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    digest = sha256(text.encode())
    return f"sha256-{base64.b64encode(digest).decode()}"
