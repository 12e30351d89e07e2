"""``python -m ptlint``."""

from ptlint.cli import main

main(prog_name="ptlint")
