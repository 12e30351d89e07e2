"""``ptlint completion SHELL``: the words that complete commands and options in a shell."""

from __future__ import annotations

import click

_WHERE = {
    "bash": 'eval "$(ptlint completion bash)"  in ~/.bashrc',
    "zsh": 'eval "$(ptlint completion zsh)"  in ~/.zshrc',
    "fish": "ptlint completion fish > ~/.config/fish/completions/ptlint.fish",
}


@click.command(epilog="  ".join(_WHERE.values()))
@click.argument("shell", type=click.Choice(list(_WHERE)))
def completion(shell: str) -> None:
    """Print what makes SHELL complete ptlint's commands and options."""
    from click.shell_completion import get_completion_class

    from ptlint.cli import main

    kind = get_completion_class(shell)
    assert kind is not None
    # Not .source(): it starts the shell to ask for its version.
    script = kind(main, {}, "ptlint", "_PTLINT_COMPLETE")
    click.echo(script.source_template % script.source_vars())
