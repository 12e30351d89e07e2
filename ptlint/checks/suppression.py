"""The rule about suppression comments; what it reports is found while they are applied."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page


def unused(page: Page, options: Options) -> Iterator[Observation]:
    """Nothing by itself: only after all other rules have run is it known what was needed.

    See ``ptlint.lint``, which reports unused suppressions under this rule's name.
    """
    return iter(())
