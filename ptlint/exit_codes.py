"""How a program that was not clean ends; others rely on these numbers."""

from __future__ import annotations

#: Findings at or above ``--fail-on``; wrong use, or a file that could not be checked; Ctrl-C.
FINDINGS, TROUBLE, STOPPED = 1, 2, 130
