"""``ptlint report FILE``: a run's JSON report in another format, without checking again."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import IO

import click

from ptlint.cli.narrow import text_on_disk
from ptlint.cli.terminal import CannotRun, columns_of, quietly, summarise, write_out
from ptlint.config.settings import Settings
from ptlint.report import FOR_PEOPLE, FORMATS, MissingProgram, View, render
from ptlint.report.from_json import NoReport, result_in


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--format", "report_format", type=click.Choice(list(FORMATS)), default="html")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the report here.")
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False), default=".",
    help="The folder that the report's paths start at.",
)  # fmt: skip
def report(file: IO[bytes], report_format: str, output: str | None, root: str) -> None:
    """Show the JSON report FILE (or - for standard input) in another format."""
    folder = Path(root)
    sources = partial(text_on_disk, folder)
    try:
        content = file.read().decode("utf-8-sig")
        result = result_in(content, sources)
        view = View(
            width=columns_of(sys.stdout), sources=sources, settings=Settings(root=folder.resolve())
        )
        text = render(report_format, result, view)
    except (NoReport, UnicodeDecodeError) as error:
        raise CannotRun(f"{file.name}: {error}") from None
    except MissingProgram as error:
        raise CannotRun(str(error)) from None
    quietly(lambda: write_out(text, output, report_format not in FOR_PEOPLE))
    if report_format == "github":
        summarise(result)
