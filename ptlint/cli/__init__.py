"""The command line. Commands are imported only when they are called."""

from __future__ import annotations

import errno
import importlib
import importlib.util
import os
import sys
from typing import Any

import click

from ptlint import __version__
from ptlint.exit_codes import STOPPED

#: Command name to the module below ptlint.cli that holds it, in the order of the help page.
_COMMANDS = {
    "check": ("check", "Check pages and report what is wrong."),
    "outline": ("outline", "Show a page as ptlint understands it."),
    "rules": ("rules", "List the rules."),
    "rule": ("rules", "Explain one rule."),
    "init": ("init", "Set up ptlint in a folder."),
    "baseline": ("baseline", "Accept today's findings; later runs report new ones only."),
    "report": ("report", "Show a JSON report in another format."),
    "completion": ("completion", "Complete commands and options in your shell."),
    "online": ("online", "Show or clear what online checks remember."),
}


class _Commands(click.Group):
    """A group that knows its commands by name without importing them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; a disk that is full, or the like, ends it with a message."""
        _open_closed_streams()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # click would say "Aborted!" and end with 1, which stands for findings.
            click.echo("Stopped.", err=True)
            sys.exit(STOPPED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            from ptlint.cli.terminal import CannotRun, drop_output

            drop_output()
            named = f"{error.filename}: " if error.filename else ""
            raise CannotRun(f"cannot go on: {named}{error.strerror or error}") from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [name for name, (module, _) in _COMMANDS.items() if _exists(module)]

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in _COMMANDS or not _exists(_COMMANDS[cmd_name][0]):
            return None
        module = importlib.import_module(f"ptlint.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in self.list_commands(ctx)])


def _open_closed_streams() -> None:
    # A program that starts with ">&-" has None here; its exit code still tells what it found.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _exists(module: str) -> bool:
    return importlib.util.find_spec(f"ptlint.cli.{module}") is not None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ptlint")
def main() -> None:
    """Checks health-condition pages: medicine, sources, plain language, access for everyone."""
