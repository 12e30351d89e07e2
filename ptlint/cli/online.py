"""``ptlint online``: what online checks remember."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import click

from ptlint.cli.terminal import CannotRun
from ptlint.config.load import ConfigError, find_config, in_its_file, load_settings

_STATE_WORDS = {"doi": "DOIs", "agency": "agencies of DOIs", "work": "records of DOIs",
                "pmid": "PubMed numbers", "link": "addresses", "anchor": "places on pages",
                "copy": "archived copies"}  # fmt: skip
_store_option = click.option(
    "--store", type=click.Path(dir_okay=False), help="The file; the configured one if left out."
)


@click.group()
def online() -> None:
    """Show or clear what online checks remember."""


@online.command()
@_store_option
def status(store: str | None) -> None:
    """Show the file of verdicts, what it holds and how old that is."""
    from ptlint.online.store import Store, StoreError

    path = _path(store)
    if not path.exists():
        click.echo(f"{path}: nothing is remembered yet.")
        return
    try:
        memory = Store(path)
        counts, ages = memory.counts(), memory.ages()
        memory.close()
    except StoreError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
    for line in _lines(counts):
        click.echo(f"  {line}")
    if ages:
        newest, oldest = _ago(ages[1]), _ago(ages[0])
        click.echo(f"  asked {newest}{'' if newest == oldest else f' to {oldest}'} ago")


@online.command()
@_store_option
def clear(store: str | None) -> None:
    """Forget all verdicts."""
    from ptlint.online.store import Store, StoreError, remove_damaged

    path = _path(store)
    if not path.exists():
        click.echo(f"{path}: nothing is remembered.")
        return
    try:
        memory = Store(path)
        count = memory.clear()
        memory.close()
    except StoreError:
        remove_damaged(path)
        click.echo(f"{path}: could not be read and was taken away.")
        return
    click.echo(f"{path}: {count} verdict{'s' * (count != 1)} forgotten.")


def _path(store: str | None) -> Path:
    if store:
        return Path(store)
    from ptlint.online.plan import plan_of

    try:
        settings = load_settings(find_config(Path.cwd()))
    except ConfigError as error:
        raise CannotRun(str(error)) from None
    try:
        return plan_of(settings).store
    except ConfigError as error:
        raise CannotRun(str(in_its_file(error, settings))) from None


def _lines(counts: Mapping[tuple[str, str], int]) -> list[str]:
    kinds = sorted({kind for kind, _ in counts})
    lines = []
    for kind in kinds:
        parts = [f"{n} {verdict}" for (each, verdict), n in sorted(counts.items()) if each == kind]
        lines.append(f"{_STATE_WORDS.get(kind, kind)}: {', '.join(parts)}")
    return lines or ["nothing is remembered"]


def _ago(moment: float) -> str:
    seconds = max(0.0, time.time() - moment)
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {name}{'s' * (count != 1)}"
    return "less than a minute"
