"""Symptoms written as a clinician would find them, not as a reader feels them."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.structure.promises import promises
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.sections.jargon import sign_jargon


def examination_findings(page: Page, options: Options) -> Iterator[Observation]:
    """Items of a symptom list that are findings of an examination."""
    for promise in page.once(promises):
        if "symptoms" not in promise.roles:
            continue
        for item in promise.items:
            found = sign_jargon(item.text.text)
            if found:
                words = item.text.text[found.start : found.end]
                yield Observation(
                    item.text.span(found.start, found.end),
                    f"'{words}' is what a clinician finds, not what a reader feels. Say it as the "
                    f"reader would: '{found.plain}'.",
                )
