"""``ptlint init``: a configuration, a hook and a CI job that fit the folder."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import click

from ptlint import __version__
from ptlint.cli.folder import Site, site_in
from ptlint.source.write import CannotWrite, write_atomically

_STARTERS = Path(__file__).parent / "starters"
CONFIGURATION = "ptlint.toml"
HOOKS = ".pre-commit-config.yaml"
GITHUB = ".github/workflows/ptlint.yml"
GITLAB = ".gitlab-ci.yml"


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False), default=".")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@click.option(
    "--ci", type=click.Choice(["auto", "github", "gitlab", "none"]), default="auto",
    help="The CI job to write.",
)  # fmt: skip
def init(folder: str, force: bool, ci: str) -> None:
    """Set up ptlint in FOLDER: configuration, pre-commit hook, CI job."""
    root = Path(folder)
    site = site_in(root)
    click.echo(_found(site))
    if site.advice:
        click.echo(site.advice)
    try:
        kept = [name for name, text in _files(root, site, ci) if not _put(root, name, text, force)]
    except CannotWrite as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    for name in kept:
        click.echo(f"{name} is there already and was left alone (--force writes over it).")
    if HOOKS in kept and not _has_hook(root / HOOKS):
        click.echo("To run ptlint before each commit, add to its repos:\n" + _hook_entry())
    click.echo("Next: ptlint check. To begin with new findings only: ptlint baseline.")


def _has_hook(path: Path) -> bool:
    text = path.read_text(encoding="utf-8", errors="replace")
    return bool(re.search(r"^[\s-]*id:\s*[\"']?ptlint\b", text, re.MULTILINE))


def _found(site: Site) -> str:
    if site.name == "no":
        return "There are no pages here yet; the configuration fits HTML, Markdown and text."
    where = ", ".join(path for path in site.paths if path != ".") or "this folder"
    sign = f" ({site.sign})" if site.sign else ""
    kind = "A" if site.name[0] not in "AE" else "An"
    return f"{kind} {site.name} site{sign}; its pages are in {where}."


def _files(root: Path, site: Site, ci: str) -> Iterator[tuple[str, str]]:
    yield CONFIGURATION, _starter("ptlint.toml", site)
    yield HOOKS, "repos:\n" + _hook_entry()
    if ci == "gitlab" or (ci == "auto" and (root / GITLAB).exists()):
        yield GITLAB, _starter("gitlab.yml", site)
    elif ci != "none":
        yield GITHUB, _starter("github.yml", site)


def _hook_entry() -> str:
    return _starter("pre-commit.yaml", None)


def _starter(name: str, site: Site | None) -> str:
    text = (_STARTERS / name).read_text(encoding="utf-8")
    paths, exclude = (site.paths, site.exclude) if site else ((), ())
    # A list of strings is written alike in JSON and TOML.
    return Template(text).safe_substitute(
        site=site.name if site else "",
        paths=json.dumps(list(paths)),
        exclude=json.dumps(list(exclude)),
        version=__version__,
    )


def _put(root: Path, name: str, text: str, force: bool) -> bool:
    target = root / name
    if target.exists() and not force:
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(target), f"cannot be written: {error.strerror}") from error
    write_atomically(str(target), text.encode())
    click.echo(f"{name} written.")
    return True
