"""``ptlint outline``: a page as ptlint understands it."""

from __future__ import annotations

import json

import click

from ptlint.cli.terminal import CannotRun
from ptlint.outline import as_text
from ptlint.outline import outline as outline_of
from ptlint.page import read_page
from ptlint.record import as_table
from ptlint.source.load import load
from ptlint.source.unreadable import UnreadableFile


@click.command()
@click.argument("page", type=click.Path(readable=False))
@click.option("--format", "report_format", type=click.Choice(["text", "json"]), default="text")
def outline(page: str, report_format: str) -> None:
    """Show the headings and items of PAGE with the roles ptlint reads in them."""
    try:
        found = outline_of(read_page(load(page)))
    except UnreadableFile as error:
        raise CannotRun(str(error)) from None
    if report_format == "json":
        click.echo(json.dumps(as_table(found), indent=2))
        return
    click.echo(as_text(found), nl=False)
