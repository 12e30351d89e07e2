"""Reports: one module a format, each with ``render(result, view) -> str``."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from ptlint.config.settings import Settings
from ptlint.record import field, record
from ptlint.run import Result

#: The formats of ``--format`` and the modules that write them.
FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "json_report",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "html": "html",
}


#: Formats that people read in a terminal; the others are for programs and browsers.
FOR_PEOPLE = ("text", "concise")


class MissingProgram(RuntimeError):  # noqa: N818 - it says what is wrong
    """A format needs a package that is not installed; the message says how to get it."""


@record
class View:
    """How a report is to look.

    Attributes:
        colour: ANSI colours may be used.
        width: columns of the terminal.
        statistics: counts per rule are wanted.
        sources: reads a reported path's text again, for code frames and the HTML report.
        settings: of the run: its folder, and the rules that reports describe.
    """

    colour: bool = False
    width: int = 80
    statistics: bool = False
    sources: Callable[[str], str] | None = None
    settings: Settings = field(default_factory=Settings)


def render(name: str, result: Result, view: View) -> str:
    """The report in one of ``FORMATS``."""
    module = importlib.import_module(f"ptlint.report.{FORMATS[name]}")
    text: str = module.render(result, view)
    return text
